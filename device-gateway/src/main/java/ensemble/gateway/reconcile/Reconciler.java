package ensemble.gateway.reconcile;

import ensemble.contract.id.OutputId;
import ensemble.contract.id.SpeakerId;
import ensemble.contract.shadow.ConfigCodec;
import ensemble.contract.shadow.HealthCodec;
import ensemble.contract.shadow.RoutingCodec;
import ensemble.contract.shadow.ShadowName;
import ensemble.contract.shadow.SyncCodec;
import ensemble.contract.state.HealthReport;
import ensemble.contract.state.HouseConfig;
import ensemble.contract.state.RoutingReport;
import ensemble.contract.state.RoutingWish;
import ensemble.contract.state.SpeakerConfig;
import ensemble.contract.state.SpeakerHealth;
import ensemble.contract.state.Ticket;
import ensemble.gateway.act.Acts;
import ensemble.gateway.audio.AudioGraph;
import ensemble.gateway.audio.GraphSnapshot;
import ensemble.gateway.audio.GraphState;
import ensemble.gateway.audio.Mix;
import ensemble.gateway.audio.SinkSnapshot;
import ensemble.gateway.command.CommandInbox;
import ensemble.gateway.config.OutputSetting;
import ensemble.gateway.report.EchoWatch;
import ensemble.gateway.report.ReportComposer;
import ensemble.gateway.report.ReportPacer;
import ensemble.gateway.report.Wellbeing;
import ensemble.gateway.shadow.Desired;
import ensemble.gateway.shadow.DesiredInbox;
import ensemble.gateway.shadow.ReportedOutbox;
import ensemble.gateway.sync.SyncDesk;
import ensemble.gateway.time.Clocks;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * One look at everything: takes in a newer wish, tells the graph what is to be true, and reports what is. Whatever event
 * woke it is not passed in; looking twice at the same facts does nothing the second time. One thread calls it.
 */
public final class Reconciler {
    /** How long sound may be away before a wish that needs it is refused: a restarting server is back sooner. */
    private static final long SOUND_GRACE_NANOS = 800_000_000L;

    /** How long a newer wish waits for what was commanded here to be heard; longer than any ramp. */
    private static final long UNTOLD_NANOS = 1_000_000_000L;

    // for the process
    private final SortedMap<OutputId, OutputSetting> outputs;
    private final Planner planner;
    private final Freshness freshness;
    private final DesiredInbox inbox;
    private final FrontDesk desk;
    private final ReportedOutbox outbox;
    private final AudioGraph graph;
    private final Acts acts;
    private final SyncDesk sync;
    private final Supplier<Wellbeing> wellbeing;
    private final StandingStore store;
    private final Clocks clocks;
    private final ZoneId zone;
    private final Identity identity;
    private final EchoWatch echo = new EchoWatch();
    private final ReportPacer pacer = new ReportPacer();

    // what earlier looks left behind
    private Standing standing;

    /** The standing that was answered last. */
    private Standing told;

    /** Whether what was answered last was heard, and the sound has not been away since. */
    private boolean heard;

    private Mix asked = new Mix(Map.of());
    private long askedConfig = -1;
    private long ticket;
    private long commandedNanos;
    private long soundlessSinceNanos = Long.MIN_VALUE;

    /** Who reports. */
    public record Identity(String version, long pid, Instant since) {}

    public Reconciler(
            SortedMap<OutputId, OutputSetting> outputs,
            Optional<OutputId> home,
            Freshness freshness,
            DesiredInbox inbox,
            CommandInbox commands,
            ReportedOutbox outbox,
            AudioGraph graph,
            Acts acts,
            SyncDesk sync,
            Supplier<Wellbeing> wellbeing,
            StandingStore store,
            Clocks clocks,
            ZoneId zone,
            Identity identity) {
        this.outputs = outputs;
        this.planner = new Planner(outputs, home);
        this.freshness = freshness;
        this.inbox = inbox;
        this.desk = new FrontDesk(commands, acts, store);
        this.outbox = outbox;
        this.graph = graph;
        this.acts = acts;
        this.sync = sync;
        this.wellbeing = wellbeing;
        this.store = store;
        this.clocks = clocks;
        this.zone = zone;
        this.identity = identity;
        this.standing = store.load();
        this.told = standing;
    }

    /** Looks once. */
    public RoutingReport look() {
        GraphSnapshot facts = graph.snapshot();
        takeInConfig();
        sync.see(standing.config(), facts);
        boolean hasWaited = isUntoldHere() && newerWish().isPresent();
        takeInWish(facts);
        takeInCommands(facts);
        followActs();
        ask();
        boolean audible = audible(facts);
        settle(facts, audible);
        heard = audible || (heard && facts.state() instanceof GraphState.Running);
        RoutingReport report = report(facts, audible);
        return hasWaited && !isPending() ? look() : report;
    }

    /** Answers the wish once it is true, or once it is sure that it cannot become true. Silencing needs no sound. */
    private void settle(GraphSnapshot facts, boolean audible) {
        if (!isPending()) {
            told = standing;
            return;
        }
        boolean startsNothing =
                told.effective().playing().containsAll(standing.effective().playing());
        boolean decidedAgainst =
                standing.fault().isPresent() && standing.stamp().k() == 0;
        if (!audible && !startsNothing && !decidedAgainst && !soundLately(facts)) {
            standing = Judgement.soundLost(standing, told);
            store.keep(standing);
            ask();
            decidedAgainst = true;
        }
        boolean down = facts.state() instanceof GraphState.Down;
        if (audible || (down && (startsNothing || decidedAgainst))) {
            told = standing;
        }
    }

    private boolean isPending() {
        return !told.stamp().equals(standing.stamp());
    }

    private void takeInConfig() {
        Optional<HouseConfig> newer = inbox.newest().config().map(Desired.Arrived::value);
        if (newer.isPresent() && newer.get().n() > standing.config().n()) {
            standing = standing.with(newer.get());
            store.keep(standing);
        }
    }

    /** The outputs that are needed now; the loop's own thread. */
    public Set<OutputId> wanted() {
        return Wanted.outputs(standing, inbox.newest().routing().map(Desired.Arrived::value), desk.longedFor());
    }

    private Optional<Desired.Arrived<RoutingWish>> newerWish() {
        return inbox.newest()
                .routing()
                .filter(wish -> wish.value().n() > standing.stamp().n());
    }

    private void takeInWish(GraphSnapshot facts) {
        boolean sound = soundLately(facts);
        Optional<Desired.Arrived<RoutingWish>> newest = newerWish();
        if (newest.isEmpty()) {
            return;
        }
        if (standing.config().speakers().isEmpty() && inbox.newest().config().isEmpty()) {
            return;
        }
        Desired.Arrived<RoutingWish> wish = newest.get();
        boolean running = facts.state() instanceof GraphState.Running;
        if ((!running && sound) || isUntoldHere()) {
            return;
        }
        LocalTime local = LocalTime.ofInstant(clocks.now(), zone);
        boolean mayStartSound = freshness.mayStartSound(wish, clocks.nanos(), local);
        List<Ticket> fresh = Tickets.fresh(wish.value(), standing.stamp().n());
        Standing judged = desk.adopted(standing, wish.value())
                .orElseGet(() -> Judgement.of(
                        standing, wish.value(), new Judgement.Facts(running, available(facts), mayStartSound)));
        standing = Tickets.noted(judged, fresh, mayStartSound);
        store.keep(standing);
        desk.countsFrom(standing);
        standing = Tickets.begun(standing, fresh, acts);
    }

    /**
     * What was commanded here is told before a newer wish is looked at, so that the cloud can weigh both: else a command that
     * came in the same moment would be lost without anybody having heard of it.
     */
    private boolean isUntoldHere() {
        return standing.stamp().k() > 0 && isPending() && clocks.nanos() - commandedNanos < UNTOLD_NANOS;
    }

    /** A person who stands at the box may start sound at any hour. */
    private void takeInCommands(GraphSnapshot facts) {
        boolean running = facts.state() instanceof GraphState.Running;
        if (!running && soundLately(facts)) {
            return;
        }
        Standing before = standing;
        standing = desk.serve(standing, new Judgement.Facts(running, available(facts), true));
        if (!before.stamp().equals(standing.stamp())) {
            commandedNanos = clocks.nanos();
        }
    }

    /** Only an end is worth keeping: what was running when the power went has failed anyway. */
    private void followActs() {
        Standing before = standing;
        standing = Tickets.followed(standing, acts);
        if (!before.echoes().equals(standing.echoes())) {
            store.keep(standing);
        }
    }

    /** Whether sound is there, or went away so recently that it may be on its way back. */
    private boolean soundLately(GraphSnapshot facts) {
        if (facts.state() instanceof GraphState.Running) {
            soundlessSinceNanos = Long.MIN_VALUE;
            return true;
        }
        if (soundlessSinceNanos == Long.MIN_VALUE) {
            soundlessSinceNanos = clocks.nanos();
        }
        return clocks.nanos() - soundlessSinceNanos < SOUND_GRACE_NANOS;
    }

    private Set<SpeakerId> available(GraphSnapshot facts) {
        boolean running = facts.state() instanceof GraphState.Running;
        Set<String> linked = facts.sinks().stream()
                .filter(sink -> running && sink.present() && sink.linked())
                .map(SinkSnapshot::node)
                .collect(Collectors.toSet());
        Wellbeing known = wellbeing.get();
        return standing.config().speakers().stream()
                .filter(speaker -> known.isThere(
                        speaker.output(),
                        planner.node(speaker).filter(linked::contains).isPresent()))
                .map(SpeakerConfig::id)
                .collect(Collectors.toSet());
    }

    private void ask() {
        Mix mix = planner.mix(
                standing.config(),
                standing.effective(),
                sync::correction,
                wellbeing.get().delays());
        if (!mix.equals(asked)) {
            // With wish and house the same, only a correction has changed: moving a speaker that plays does not stop
            // it.
            boolean corrected = !isPending() && standing.config().n() == askedConfig;
            asked = mix;
            askedConfig = standing.config().n();
            long applied = graph.apply(mix);
            ticket = corrected ? ticket : applied;
        }
    }

    private boolean audible(GraphSnapshot facts) {
        return facts.state() instanceof GraphState.Running && facts.carried() >= ticket;
    }

    /**
     * Until a wish is answered, what is told is what was answered before it, its fault too: speakers that stay are not said
     * to have stopped, what was refused is not said to have been granted, and one command costs one report.
     */
    private RoutingReport report(GraphSnapshot facts, boolean audible) {
        RoutingReport routing = ReportComposer.routing(
                told.stamp(),
                standing.config(),
                told.effective(),
                told.fault(),
                told.lastExpired(),
                told.patch(),
                standing.echoes().headMap(told.stamp().n() + 1),
                facts,
                audible || (isPending() && heard),
                available(facts),
                this::corrected);
        outbox.say(ShadowName.ROUTING, RoutingCodec.reported(routing));
        outbox.say(ShadowName.CONFIG, ConfigCodec.reported(standing.config().n()));
        outbox.say(ShadowName.SYNC, SyncCodec.reported(sync.report(standing.config(), clocks.now())));
        Wellbeing known = wellbeing.get();
        HealthReport health = ReportComposer.health(
                identity.version(),
                identity.pid(),
                identity.since(),
                facts,
                echo.look(facts, known.echo()),
                healths(known));
        pacer.due(health, clocks.nanos()).ifPresent(due -> outbox.say(ShadowName.HEALTH, HealthCodec.reported(due)));
        return routing;
    }

    private SortedMap<SpeakerId, SpeakerHealth> healths(Wellbeing known) {
        SortedMap<SpeakerId, SpeakerHealth> healths = new TreeMap<>();
        for (SpeakerConfig speaker : standing.config().speakers()) {
            SpeakerHealth health = known.outputs().get(speaker.output());
            if (health != null) {
                healths.put(speaker.id(), health);
            }
        }
        return healths;
    }

    private Optional<OutputSetting> corrected(SpeakerConfig speaker) {
        return Optional.ofNullable(outputs.get(speaker.output())).map(output -> sync.correction(speaker.output())
                .map(correction -> output.delayed(correction.delay()))
                .orElseGet(
                        () -> Planner.guessed(output, wellbeing.get().delays().get(speaker.output()))));
    }
}
