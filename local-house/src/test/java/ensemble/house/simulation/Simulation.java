package ensemble.house.simulation;

import ensemble.contract.shadow.ConfigCodec;
import ensemble.contract.shadow.RoutingCodec;
import ensemble.contract.shadow.ShadowFormatException;
import ensemble.contract.shadow.ShadowName;
import ensemble.contract.state.RoutingReport;
import ensemble.contract.state.RoutingWish;
import ensemble.skill.SkillEntryPoint;
import ensemble.skill.SkillWiring;
import ensemble.skill.command.Fulfilment;
import ensemble.skill.events.GrantDesk;
import ensemble.skill.household.Grant;
import ensemble.skill.household.Household;
import ensemble.skill.household.NoClaims;
import ensemble.skill.identity.TokenVerdict;
import ensemble.skill.report.ReportEntryPoint;
import ensemble.skill.report.ReportWiring;
import ensemble.skill.shadow.ShadowView;
import ensemble.skill.time.LookTimes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** One schedule, run on the whole circle. */
final class Simulation {
    /** Noticing a dead connection, coming back, the age of the last wish, and the cloud's retries. */
    private static final long CALM_MILLIS = 75_000;

    private final Schedule schedule;
    private final VirtualTime time;
    private final Room room;
    private final Witness witness;
    private final Cloud cloud;
    private final SimulatedStore store;
    private final SimulatedShadows shadows;
    private final HubLink link;
    private final Disk disk;
    private final Hub hub;
    private final People people;
    private int ids;

    private Simulation(Schedule schedule, Set<Planted> planted, boolean recording, Optional<Path> folder) {
        this.schedule = schedule;
        time = new VirtualTime(schedule.start());
        room = new Room(time);
        witness = new Witness(time, room, recording);
        Chance chance = new Chance(~schedule.seed());
        cloud = new Cloud(time, chance, witness);
        Optional<Grant> grant = schedule.granted()
                ? Optional.of(new Grant("access", "refresh", schedule.start().plus(Duration.ofHours(1))))
                : Optional.empty();
        store = new SimulatedStore(time, chance, witness, planted, grant);
        shadows = new SimulatedShadows(time, chance, cloud, witness, planted);
        link = new HubLink(time, chance, cloud, witness, planted);
        disk = new Disk(witness, planted, folder);
        hub = new Hub(time, room, link, disk, witness, planted);
        GrantDesk grants = new LastingGrants();
        SkillEntryPoint skill = new SkillEntryPoint(new SkillWiring(
                Set.of("skill"),
                token -> new TokenVerdict.Known(Home.USER),
                store,
                new NoClaims(),
                shadows,
                grants,
                time,
                LookTimes.USUAL,
                time,
                this::nextId));
        Fulfilment voice = new Fulfilment(store, shadows, time, LookTimes.USUAL);
        people = new People(time, store, voice, skill, witness, () -> hub);
        cloud.status(new ReportEntryPoint(
                new ReportWiring(store, store, new NoClaims(), shadows, grants, people, time, this::nextId)));
    }

    /** What came of it. */
    record Result(Optional<Broken> broken, List<String> history) {}

    static Result run(Schedule schedule, Set<Planted> planted, boolean recording, Optional<Path> folder) {
        Simulation simulation = new Simulation(schedule, planted, recording, folder);
        simulation.run();
        return new Result(simulation.witness.broken(), simulation.witness.history());
    }

    private String nextId() {
        ids++;
        return "id-" + ids;
    }

    private void run() {
        cloud.update(ShadowName.CONFIG, SimulatedShadows.section("desired", ConfigCodec.desired(Home.CONFIG)));
        hub.powerOn();
        for (Step step : schedule.steps()) {
            time.in(step.atMillis(), () -> happens(step.what()));
        }
        time.runUntil(Schedule.STORM_MILLIS + CALM_MILLIS);
        if (witness.broken().isEmpty()) {
            judge();
        }
    }

    private void happens(Step.What what) {
        witness.note("%s", what);
        switch (what) {
            case Step.Ask ask -> people.ask(ask);
            case Step.LinkBreaks(long forMillis, long unnoticedMillis) -> link.breaks(forMillis, unnoticedMillis);
            case Step.SlowHub(long forMillis, long delayMillis) -> link.slow(forMillis, delayMillis);
            case Step.PowerCut(long forMillis) -> hub.powerCut(forMillis);
            case Step.PowerCutWhileKeeping cut -> disk.cutAtNextKeep(cut);
            case Step.ServerDown(long forMillis) -> {
                room.server(false);
                time.in(forMillis, () -> room.server(true));
            }
            case Step.SpeakerAway(String speaker, long forMillis) -> {
                room.speaker(speaker, false);
                time.in(forMillis, () -> room.speaker(speaker, true));
            }
            case Step.StoreTrouble(Step.Trouble trouble, int calls) -> store.trouble(trouble, calls);
            case Step.ShadowTrouble(Step.Trouble trouble, int calls) -> shadows.trouble(trouble, calls);
        }
    }

    /** The faults are long over: wish, shadow, report and sound must agree. */
    private void judge() {
        Household house = store.now();
        RoutingWish wish = house.route().wish();
        ShadowView view = cloud.view(ShadowName.ROUTING);
        try {
            RoutingWish desired = RoutingCodec.desired(view.desired());
            RoutingReport report = RoutingCodec.reported(view.reported()).orElseThrow();
            Set<String> effective = Home.names(witness.standing().effective().playing());
            Set<String> heard = hub.heardNow();
            agree("the shadow's wish and the table's", Home.names(desired.playing()), Home.names(wish.playing()));
            agree("the number answered and wished", report.stamp().n(), desired.n());
            Set<String> playable = new TreeSet<>(effective);
            playable.retainAll(room.present);
            agree("what is heard and what was decided", heard, playable);
            agree("the report in the table and in the shadow", house.reports().routing(), Optional.of(report));
            boolean visibly = report.fault().isPresent() && report.lastExpired().orElse(-1) != desired.n();
            if (!effective.equals(Home.names(wish.playing())) && !visibly) {
                witness.breaks(
                        Promise.REFUSED_STAYS_REFUSED,
                        "wish %d still asks for %s, the hub decided on %s: %s",
                        wish.n(),
                        Home.names(wish.playing()),
                        effective,
                        report.fault());
            }
        } catch (ShadowFormatException poison) {
            witness.mistake(poison.toString());
        }
        if (!house.pending().isEmpty()) {
            witness.breaks(Promise.LATER_IS_ANSWERED, "still owed: %s", house.pending());
        }
    }

    private void agree(String what, Object one, Object other) {
        if (!one.equals(other)) {
            witness.breaks(Promise.CONVERGES, "%s differ: %s, %s", what, one, other);
        }
    }

    private static final class LastingGrants implements GrantDesk {
        @Override
        public Grant exchange(String code) {
            throw new IllegalStateException("nobody links this house");
        }

        @Override
        public Grant refresh(Grant old) {
            return old;
        }
    }
}
