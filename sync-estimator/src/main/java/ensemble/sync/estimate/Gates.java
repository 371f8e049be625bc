package ensemble.sync.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** What must hold before a value is given: each limit was set where simulated errors above 0.5 ms begin. */
final class Gates {
    private static final double PEAK_OVER_NOISE_DB = 24;
    private static final double HEARD_AT_ALL_DB = 17;
    private static final double CLEAR_DB = PEAK_OVER_NOISE_DB + 6;

    /** A knock hides a sweep under something louder; where there is much less than usual, there is no sweep. */
    private static final double ABSENT = 0.5;

    /** So little is noise, even if it happens to lie at the right time. */
    private static final double SURELY_ABSENT = 0.2;

    private static final double SPREAD = 80e-6;
    private static final double CLOCK = 390e-6;
    private static final double LIKENESS = 0.5;
    private static final double AMBIGUITY = 60e-6;
    private static final double EARLIER_MILLIS = 0.35;

    private Gates() {}

    /** The first gate that is not passed. */
    static Optional<Verdict.Refused> check(Session session) {
        int all = session.speakers();
        List<Integer> silent = those(all, i -> noise(session, i) < HEARD_AT_ALL_DB);
        if (silent.size() == all) {
            return Optional.of(Verdict.Refused.of(Reason.PROBE_NOT_FOUND));
        }
        if (!silent.isEmpty()) {
            return refuse(Reason.SPEAKER_SILENT, silent);
        }
        if (Levels.misplaced(session)) {
            return Optional.of(Verdict.Refused.of(Reason.TAKE_INCOMPLETE));
        }
        List<Integer> gone = disagreeing(session);
        if (gone.size() > 1) {
            return Optional.of(Verdict.Refused.of(Reason.RECORDING_GAP));
        }
        return refuse(Reason.BURIED_IN_NOISE, those(all, i -> noise(session, i) <= PEAK_OVER_NOISE_DB))
                .or(() -> refuse(Reason.LATENCY_JUMPED, gone))
                .or(() -> refuse(Reason.UNSTEADY, those(all, i -> unsteady(session, i))))
                .or(() -> Math.abs(session.clock().clock()) > CLOCK
                        ? Optional.of(Verdict.Refused.of(Reason.CLOCK_IMPLAUSIBLE))
                        : Optional.empty())
                .or(() -> refuse(
                        Reason.OBSTRUCTED, those(all, i -> session.median(i, Visit::earlierMillis) > EARLIER_MILLIS)))
                .or(() -> refuse(
                        Reason.TOO_UNLIKE,
                        those(all, i -> session.likeness(i) < LIKENESS || session.ambiguity(i) > AMBIGUITY)));
    }

    private static double noise(Session session, int speaker) {
        return session.median(speaker, Visit::peakOverNoiseDb);
    }

    private static boolean unsteady(Session session, int speaker) {
        int least = Math.max(2, session.visits(speaker) - 1);
        return session.kept(speaker) < least || session.spread(speaker) > SPREAD;
    }

    /** Speakers with a visit at another time than their others: clearly heard there, or not where it was awaited. */
    private static List<Integer> disagreeing(Session session) {
        List<Integer> speakers = new ArrayList<>();
        for (int k = 0; k < session.visits().size(); k++) {
            Visit visit = session.visits().get(k);
            int speaker = visit.slot().speaker();
            double share = visit.peak() / session.median(speaker, Visit::peak);
            boolean moved = !session.clock().kept()[k] && (share < ABSENT || visit.peakOverNoiseDb() > CLEAR_DB);
            if ((moved || share < SURELY_ABSENT) && !speakers.contains(speaker)) {
                speakers.add(speaker);
            }
        }
        return speakers;
    }

    private static List<Integer> those(int speakers, IntPredicate which) {
        return IntStream.range(0, speakers).filter(which).boxed().toList();
    }

    private static Optional<Verdict.Refused> refuse(Reason reason, List<Integer> speakers) {
        return speakers.isEmpty() ? Optional.empty() : Optional.of(new Verdict.Refused(reason, speakers));
    }
}
