package ensemble.gateway.reconcile;

import ensemble.contract.id.OutputId;
import ensemble.contract.id.SpeakerId;
import ensemble.contract.state.Fault;
import ensemble.contract.state.FaultKind;
import ensemble.contract.state.RoutingWish;
import ensemble.contract.state.SpeakerConfig;
import ensemble.contract.state.SpeakerWish;
import ensemble.contract.state.Stamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Decides what becomes of a new wish, once, when it is taken in. What is answered with a fault never takes effect later:
 * the speakers that could not start stay off until somebody asks again.
 */
final class Judgement {
    private Judgement() {}

    /** What the box could do at the moment of deciding. */
    record Facts(boolean sound, Set<SpeakerId> available, boolean mayStartSound) {}

    /** @param wish numbered higher than the standing's stamp */
    static Standing of(Standing before, RoutingWish wish, Facts facts) {
        Set<SpeakerId> known =
                before.config().speakers().stream().map(SpeakerConfig::id).collect(Collectors.toSet());
        Set<SpeakerId> starting = new TreeSet<>(wish.playing());
        starting.removeAll(before.effective().playing());
        Set<SpeakerId> strangers = new TreeSet<>(starting);
        strangers.removeAll(known);

        if (!strangers.isEmpty()) {
            return refused(before, wish, FaultKind.UNKNOWN_SPEAKER, strangers);
        }
        Set<SpeakerId> torn = torn(before, wish);
        if (!torn.isEmpty()) {
            return refused(before, wish, FaultKind.SHARED_OUTPUT, torn);
        }
        if (!starting.isEmpty() && !facts.mayStartSound()) {
            return expired(before, wish, starting);
        }
        if (!starting.isEmpty() && !facts.sound()) {
            return refused(before, wish, FaultKind.NO_SOUND, Set.of());
        }
        if (!starting.isEmpty() && starting.stream().noneMatch(facts.available()::contains)) {
            return refused(before, wish, FaultKind.SPEAKERS_AWAY, starting);
        }
        return new Standing(
                new Stamp(wish.n(), 0),
                wish,
                wish,
                Optional.empty(),
                before.lastExpired(),
                before.config(),
                before.echoes());
    }

    /**
     * The speakers of outputs of which this wish would turn a part: they play together or not at all. What was torn already,
     * because the house has changed since, is no reason to refuse a wish that leaves it alone.
     */
    private static Set<SpeakerId> torn(Standing before, RoutingWish wish) {
        Map<OutputId, List<SpeakerId>> sharers = before.config().speakers().stream()
                .collect(Collectors.groupingBy(
                        SpeakerConfig::output, Collectors.mapping(SpeakerConfig::id, Collectors.toList())));
        return sharers.values().stream()
                .filter(those ->
                        those.stream().map(id -> wish.of(id).on()).distinct().count() > 1)
                .filter(those -> those.stream()
                        .anyMatch(id ->
                                wish.of(id).on() != before.effective().of(id).on()))
                .flatMap(List::stream)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Nothing of it takes effect: half a "play there instead" would be silence everywhere. */
    private static Standing refused(Standing before, RoutingWish wish, FaultKind kind, Set<SpeakerId> speakers) {
        return new Standing(
                new Stamp(wish.n(), 0),
                wish,
                before.effective().numbered(wish.n()),
                Optional.of(new Fault(kind, speakers)),
                before.lastExpired(),
                before.config(),
                before.echoes());
    }

    /** Silencing is taken, starting is not. */
    private static Standing expired(Standing before, RoutingWish wish, Set<SpeakerId> starting) {
        TreeMap<SpeakerId, SpeakerWish> left = new TreeMap<>(wish.speakers());
        starting.forEach(id -> left.computeIfPresent(id, (same, speaker) -> speaker.turned(false)));
        return new Standing(
                new Stamp(wish.n(), 0),
                wish,
                new RoutingWish(wish.n(), left),
                Optional.of(new Fault(FaultKind.EXPIRED, starting)),
                OptionalLong.of(wish.n()),
                before.config(),
                before.echoes());
    }

    /**
     * What was taken in cannot be heard, because the sound went away: it is refused after all. The cloud's wish is answered with a
     * fault; what was commanded at the box on top of a wish that was answered before is undone, and the page shows it.
     */
    static Standing soundLost(Standing taken, Standing told) {
        boolean isAnswered = told.stamp().n() == taken.stamp().n();
        return new Standing(
                taken.stamp(),
                taken.wished(),
                told.effective().numbered(taken.stamp().n()),
                isAnswered ? told.fault() : Optional.of(new Fault(FaultKind.NO_SOUND, Set.of())),
                taken.lastExpired(),
                taken.config(),
                taken.echoes());
    }
}
