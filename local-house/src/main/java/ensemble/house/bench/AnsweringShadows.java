package ensemble.house.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.contract.id.HubId;
import ensemble.contract.id.SpeakerId;
import ensemble.contract.shadow.RoutingCodec;
import ensemble.contract.shadow.ShadowName;
import ensemble.contract.state.HouseConfig;
import ensemble.contract.state.LinkAsk;
import ensemble.contract.state.RoutingWish;
import ensemble.skill.shadow.ShadowDesk;
import ensemble.skill.shadow.ShadowException;
import ensemble.skill.shadow.ShadowView;
import java.util.Set;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.iotdataplane.IotDataPlaneClient;

/** Real shadows with a box behind them that answers each wish before the skill looks. Its own time is counted apart. */
final class AnsweringShadows implements ShadowDesk {
    private final ShadowDesk shadows;
    private final IotDataPlaneClient box;
    private long boxNanos;

    AnsweringShadows(ShadowDesk shadows, IotDataPlaneClient box) {
        this.shadows = shadows;
        this.box = box;
    }

    /** What the box took since it was asked last. */
    long takeBoxNanos() {
        long taken = boxNanos;
        boxNanos = 0;
        return taken;
    }

    @Override
    public void writeWish(HubId hub, RoutingWish wish) throws ShadowException {
        shadows.writeWish(hub, wish);
        long began = System.nanoTime();
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.putObject("state").set("reported", RoutingCodec.reported(MemoryHouse.answer(wish)));
        SdkBytes payload = SdkBytes.fromUtf8String(document.toString());
        box.updateThingShadow(update -> update.thingName(hub.value())
                .shadowName(ShadowName.ROUTING.wire())
                .payload(payload));
        boxNanos += System.nanoTime() - began;
    }

    @Override
    public void writeConfig(HubId hub, HouseConfig config) throws ShadowException {
        shadows.writeConfig(hub, config);
    }

    @Override
    public void writeAsk(HubId hub, LinkAsk ask) throws ShadowException {
        shadows.writeAsk(hub, ask);
    }

    @Override
    public void forget(HubId hub, Set<SpeakerId> gone) throws ShadowException {
        shadows.forget(hub, gone);
    }

    @Override
    public ShadowView read(HubId hub, ShadowName shadow) throws ShadowException {
        return shadows.read(hub, shadow);
    }
}
