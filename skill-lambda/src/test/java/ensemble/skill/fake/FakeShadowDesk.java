package ensemble.skill.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import ensemble.contract.id.HubId;
import ensemble.contract.id.SpeakerId;
import ensemble.contract.shadow.RoutingCodec;
import ensemble.contract.shadow.ShadowName;
import ensemble.contract.shadow.SyncCodec;
import ensemble.contract.state.HouseConfig;
import ensemble.contract.state.LinkAsk;
import ensemble.contract.state.RoutingReport;
import ensemble.contract.state.RoutingWish;
import ensemble.contract.state.SyncReport;
import ensemble.skill.shadow.ShadowDesk;
import ensemble.skill.shadow.ShadowException;
import ensemble.skill.shadow.ShadowView;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The shadows of one hub in memory; reports go through the real codecs. */
public final class FakeShadowDesk implements ShadowDesk {
    public final List<RoutingWish> wishes = new ArrayList<>();
    public final List<HouseConfig> configs = new ArrayList<>();
    public final List<LinkAsk> asks = new ArrayList<>();
    public final Set<SpeakerId> forgotten = new HashSet<>();
    public int reads;
    public boolean away;
    /** So many calls go well before the first is refused. */
    public int spared;
    /** So many calls are refused. */
    public int refusals;

    public Consumer<RoutingWish> listener = wish -> {};

    private final HubId hub;
    private int lateReads;
    private Optional<RoutingReport> late = Optional.empty();
    private final Map<ShadowName, JsonNode> reported = new EnumMap<>(ShadowName.class);

    public FakeShadowDesk(HubId hub) {
        this.hub = hub;
    }

    public void report(RoutingReport report) {
        reported.put(ShadowName.ROUTING, RoutingCodec.reported(report));
    }

    public void report(SyncReport report) {
        reported.put(ShadowName.SYNC, SyncCodec.reported(report));
    }

    /** The hub speaks when it has been looked at this often in all. */
    public void reportAfterReads(int count, RoutingReport report) {
        lateReads = count;
        late = Optional.of(report);
    }

    /** The wish that stands in the shadow. */
    public RoutingWish lastWish() {
        return wishes.getLast();
    }

    @Override
    public void writeWish(HubId to, RoutingWish wish) throws ShadowException {
        check(to);
        wishes.add(wish);
        listener.accept(wish);
    }

    @Override
    public void writeConfig(HubId to, HouseConfig config) throws ShadowException {
        check(to);
        configs.add(config);
    }

    @Override
    public void writeAsk(HubId to, LinkAsk ask) throws ShadowException {
        check(to);
        asks.add(ask);
    }

    @Override
    public void forget(HubId from, Set<SpeakerId> gone) throws ShadowException {
        check(from);
        forgotten.addAll(gone);
    }

    @Override
    public ShadowView read(HubId from, ShadowName shadow) throws ShadowException {
        check(from);
        if (reads >= lateReads) {
            late.ifPresent(this::report);
        }
        reads++;
        return new ShadowView(MissingNode.getInstance(), reported.getOrDefault(shadow, MissingNode.getInstance()));
    }

    private void check(HubId asked) throws ShadowException {
        if (!asked.equals(hub)) {
            throw new AssertionError("a stranger's hub was addressed: " + asked);
        }
        boolean refuses = refusals > 0 && spared == 0;
        spared -= spared > 0 ? 1 : 0;
        refusals -= refuses ? 1 : 0;
        if (away || refuses) {
            throw new ShadowException("the fake shadows are away");
        }
    }
}
