package ensemble.house.simulation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.contract.id.HubId;
import ensemble.contract.id.SpeakerId;
import ensemble.contract.shadow.ConfigCodec;
import ensemble.contract.shadow.RoutingCodec;
import ensemble.contract.shadow.ShadowName;
import ensemble.contract.state.HouseConfig;
import ensemble.contract.state.LinkAsk;
import ensemble.contract.state.RoutingWish;
import ensemble.house.simulation.Step.Trouble;
import ensemble.skill.shadow.ShadowDesk;
import ensemble.skill.shadow.ShadowException;
import ensemble.skill.shadow.ShadowView;
import java.util.Optional;
import java.util.Set;

/** The skill's way to the shadow service. */
final class SimulatedShadows implements ShadowDesk {
    private final VirtualTime time;
    private final Chance chance;
    private final Cloud cloud;
    private final Witness witness;
    private final Set<Planted> planted;
    private final Troubles troubles = new Troubles();

    SimulatedShadows(VirtualTime time, Chance chance, Cloud cloud, Witness witness, Set<Planted> planted) {
        this.time = time;
        this.chance = chance;
        this.cloud = cloud;
        this.witness = witness;
        this.planted = planted;
    }

    private interface Call<T> {
        T run();
    }

    void trouble(Trouble trouble, int calls) {
        troubles.add(trouble, calls);
    }

    private <T> T called(Call<T> call) throws ShadowException {
        time.pause(chance.travel());
        Optional<Trouble> trouble = troubles.next();
        if (trouble.isPresent() && trouble.get() == Trouble.REFUSES) {
            throw new ShadowException("the simulated shadow service refuses");
        }
        T answer = call.run();
        if (trouble.isPresent()) {
            time.pause(chance.between(400, 1_400));
            throw new ShadowException("the simulated shadow service's answer is lost");
        }
        time.pause(chance.between(2, 25));
        return answer;
    }

    @Override
    public void writeWish(HubId hub, RoutingWish wish) throws ShadowException {
        if (planted.contains(Planted.WITHDRAWALS_NOT_SENT) && witness.isWithdrawal(wish.n())) {
            return;
        }
        called(() -> {
            witness.sent(wish.n());
            return cloud.update(ShadowName.ROUTING, section("desired", RoutingCodec.desired(wish)));
        });
    }

    @Override
    public void writeConfig(HubId hub, HouseConfig config) throws ShadowException {
        called(() -> cloud.update(ShadowName.CONFIG, section("desired", ConfigCodec.desired(config))));
    }

    @Override
    public void writeAsk(HubId hub, LinkAsk ask) {
        throw new UnsupportedOperationException("the simulated box has its house");
    }

    @Override
    public void forget(HubId hub, Set<SpeakerId> gone) {
        throw new UnsupportedOperationException("no speaker leaves the simulated house");
    }

    @Override
    public ShadowView read(HubId hub, ShadowName shadow) throws ShadowException {
        return called(() -> cloud.view(shadow));
    }

    static ObjectNode section(String name, ObjectNode content) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("state").set(name, content);
        return body;
    }
}
