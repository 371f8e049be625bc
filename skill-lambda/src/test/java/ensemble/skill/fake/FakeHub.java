package ensemble.skill.fake;

import ensemble.contract.id.SpeakerId;
import ensemble.contract.state.Fault;
import ensemble.contract.state.FaultKind;
import ensemble.contract.state.Playback;
import ensemble.contract.state.RoutingReport;
import ensemble.contract.state.RoutingWish;
import ensemble.contract.state.SpeakerConfig;
import ensemble.contract.state.SpeakerReport;
import ensemble.contract.state.SpeakerWish;
import ensemble.contract.state.Stamp;
import ensemble.contract.state.TicketEcho;
import ensemble.contract.value.DelayMicros;
import ensemble.contract.value.Gain;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** A hub that does what it is told after a while, unless it is told to misbehave. */
public final class FakeHub {
    public Duration answersAfter = Duration.ofMillis(100);
    public boolean deaf;
    public Optional<FaultKind> fault = Optional.empty();
    /** What becomes of acts; empty = this hub knows none. */
    public Optional<TicketEcho> echo = Optional.of(TicketEcho.DONE);
    /** What the program does. */
    public Playback playback = Playback.UNKNOWN;

    public final Set<SpeakerId> away = new HashSet<>();

    private final FakeShadowDesk shadows;

    FakeHub(FakeTime time, FakeShadowDesk shadows) {
        this.shadows = shadows;
        shadows.listener = wish -> time.in(answersAfter, () -> answer(wish));
    }

    private void answer(RoutingWish wish) {
        if (!deaf && wish.n() == shadows.lastWish().n()) {
            shadows.report(reportOf(wish));
        }
    }

    private SortedMap<Long, TicketEcho> echoes(RoutingWish wish) {
        SortedMap<Long, TicketEcho> echoes = new TreeMap<>();
        echo.ifPresent(said -> wish.tickets().forEach(ticket -> echoes.put(ticket.n(), said)));
        return echoes;
    }

    /** What this hub says when it has taken a wish in. */
    public RoutingReport reportOf(RoutingWish wish) {
        SortedMap<SpeakerId, SpeakerReport> speakers = new TreeMap<>();
        for (SpeakerConfig speaker : Houses.CONFIG.speakers()) {
            SpeakerWish wished = wish.of(speaker.id());
            boolean there = !away.contains(speaker.id());
            speakers.put(
                    speaker.id(),
                    new SpeakerReport(
                            there,
                            there && wished.on() && fault.isEmpty(),
                            wished.volume(),
                            wished.muted(),
                            wished.role(),
                            new Gain(wished.volume().gainDb()),
                            DelayMicros.NONE));
        }
        return new RoutingReport(
                new Stamp(wish.n(), 0),
                speakers,
                fault.map(kind -> new Fault(kind, Set.of())),
                OptionalLong.empty(),
                new TreeMap<>(),
                playback,
                echoes(wish));
    }
}
