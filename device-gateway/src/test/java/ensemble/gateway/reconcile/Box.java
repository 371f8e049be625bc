package ensemble.gateway.reconcile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.contract.id.GroupId;
import ensemble.contract.id.OutputId;
import ensemble.contract.id.SpeakerId;
import ensemble.contract.shadow.ShadowName;
import ensemble.contract.state.Act;
import ensemble.contract.state.GroupConfig;
import ensemble.contract.state.HouseConfig;
import ensemble.contract.state.Member;
import ensemble.contract.state.RoutingReport;
import ensemble.contract.state.RoutingWish;
import ensemble.contract.state.SpeakerConfig;
import ensemble.contract.state.SpeakerReport;
import ensemble.contract.state.SpeakerWish;
import ensemble.contract.value.DelayMicros;
import ensemble.contract.value.Name;
import ensemble.contract.value.Role;
import ensemble.contract.value.SyncTier;
import ensemble.contract.value.Volume;
import ensemble.gateway.act.Acts;
import ensemble.gateway.audio.FakeGraph;
import ensemble.gateway.audio.OutputMix;
import ensemble.gateway.command.CommandInbox;
import ensemble.gateway.config.OutputSetting;
import ensemble.gateway.report.Wellbeing;
import ensemble.gateway.shadow.Desired.Arrived;
import ensemble.gateway.shadow.DesiredInbox;
import ensemble.gateway.shadow.ReportedOutbox;
import ensemble.gateway.sync.SyncDesk;
import ensemble.gateway.time.Clocks;
import ensemble.gateway.wake.Waker;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** A box of three speakers under test: its time, its cloud and its sound are moved by hand. */
final class Box implements ReportedOutbox, StandingStore {
    final FakeGraph graph = new FakeGraph("spk.deck", "spk.kitchen", "spk.patio");
    final FakeDoer doer = new FakeDoer(Act.IDENTIFY, Act.NEXT);
    DesiredInbox inbox = new DesiredInbox(new Waker());
    CommandInbox commands = new CommandInbox(new Waker());
    final Map<ShadowName, ObjectNode> said = new EnumMap<>(ShadowName.class);
    final List<Standing> kept = new ArrayList<>();
    private Optional<OutputId> home = Optional.empty();
    Wellbeing wellbeing = Wellbeing.UNKNOWN;
    private Instant now = Instant.parse("2026-06-01T12:00:00Z");
    private long nanos;
    private Reconciler reconciler;

    Box() {
        reconciler = started();
    }

    /** From now on the deck is the speaker that carries Alexa's voice. */
    void deckIsHome() {
        home = Optional.of(new OutputId("deck"));
        reconciler = started();
    }

    private Reconciler started() {
        SortedMap<OutputId, OutputSetting> outputs = new TreeMap<>();
        for (String id : List.of("deck", "kitchen", "patio")) {
            outputs.put(new OutputId(id), new OutputSetting("spk." + id, DelayMicros.NONE));
        }
        return new Reconciler(
                outputs,
                home,
                new Freshness(LocalTime.of(22, 0), LocalTime.of(7, 0)),
                inbox,
                commands,
                this,
                graph,
                new Acts(List.of(doer)),
                SyncDesk.unmeasured(),
                () -> wellbeing,
                this,
                new Clocks(() -> now, () -> nanos),
                ZoneOffset.UTC,
                new Reconciler.Identity("test", 1, now));
    }

    /** The power goes and comes back: what was kept is all that is left. */
    void restarts() {
        commands = new CommandInbox(new Waker());
        reconciler = started();
    }

    /** From the next start on nothing has come from the cloud. */
    void losesTheCloud() {
        inbox = new DesiredInbox(new Waker());
    }

    Set<OutputId> wanted() {
        return reconciler.wanted();
    }

    void pass(long millis) {
        nanos += millis * 1_000_000;
        now = now.plusMillis(millis);
    }

    RoutingReport look() {
        return reconciler.look();
    }

    /** Looks, lets the sinks carry what was asked, and looks again. */
    RoutingReport converge() {
        look();
        graph.carryAll();
        return look();
    }

    void house() {
        house(List.of());
    }

    /** With a second group, of the deck alone. */
    void houseWithDeckAlone() {
        SortedMap<SpeakerId, Member> deck = new TreeMap<>(Map.of(new SpeakerId("deck"), Member.plain(Role.STEREO)));
        house(List.of(new GroupConfig(new GroupId("deck-alone"), new Name("Deck alone"), deck, SyncTier.TIGHT)));
    }

    private void house(List<GroupConfig> more) {
        List<SpeakerConfig> speakers = new ArrayList<>();
        SortedMap<SpeakerId, Member> all = new TreeMap<>();
        for (String id : List.of("deck", "kitchen", "patio")) {
            speakers.add(new SpeakerConfig(new SpeakerId(id), new Name(id), new OutputId(id)));
            all.put(new SpeakerId(id), Member.plain(Role.STEREO));
        }
        List<GroupConfig> groups = new ArrayList<>(more);
        groups.addFirst(new GroupConfig(new GroupId("all"), new Name("All"), all, SyncTier.TIGHT));
        inbox.config(new Arrived<>(new HouseConfig(1, speakers, groups), 0, 0, nanos));
    }

    /** Deck and kitchen are two speakers of the output deck from now on. */
    void pairedHouse() {
        List<SpeakerConfig> speakers = new ArrayList<>();
        for (String id : List.of("deck", "kitchen", "patio")) {
            OutputId output = new OutputId(id.equals("patio") ? "patio" : "deck");
            speakers.add(new SpeakerConfig(new SpeakerId(id), new Name(id), output));
        }
        inbox.config(new Arrived<>(new HouseConfig(2, speakers, List.of()), 0, 0, nanos));
    }

    void wish(long n, String... playing) {
        wishOfAge(n, 0, playing);
    }

    void wishOfAge(long n, long ageSeconds, String... playing) {
        inbox.routing(new Arrived<>(routing(n, playing), ageSeconds, 0, nanos));
    }

    /** A wish of kitchen alone that brings an act with it. */
    void asks(long n, Act act, long ageSeconds) {
        inbox.routing(new Arrived<>(routing(n, "kitchen").and(act, "deck"), ageSeconds, 0, nanos));
    }

    static RoutingWish routing(long n, String... playing) {
        TreeMap<SpeakerId, SpeakerWish> speakers = new TreeMap<>();
        for (String id : List.of("deck", "kitchen", "patio")) {
            boolean on = List.of(playing).contains(id);
            speakers.put(new SpeakerId(id), new SpeakerWish(on, new Volume(80), false, Role.STEREO));
        }
        return new RoutingWish(n, speakers);
    }

    static SpeakerReport speaker(RoutingReport report, String id) {
        return Objects.requireNonNull(report.speakers().get(new SpeakerId(id)), id + " is not reported");
    }

    /** Which sinks the graph was last asked to make heard. */
    Set<String> audible() {
        Set<String> nodes = new TreeSet<>();
        for (Map.Entry<String, OutputMix> entry : graph.last().outputs().entrySet()) {
            if (!entry.getValue().gain().isSilent()) {
                nodes.add(entry.getKey());
            }
        }
        return nodes;
    }

    @Override
    public void say(ShadowName shadow, ObjectNode reported) {
        said.put(shadow, reported);
    }

    @Override
    public boolean connected() {
        return true;
    }

    @Override
    public Standing load() {
        return kept.isEmpty() ? Standing.FIRST : kept.getLast();
    }

    @Override
    public void keep(Standing standing) {
        kept.add(standing);
    }
}
