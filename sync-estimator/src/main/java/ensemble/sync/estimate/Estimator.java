package ensemble.sync.estimate;

import ensemble.sync.probe.Probe;
import ensemble.sync.probe.Slot;
import ensemble.sync.probe.Sweep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Measures how far apart speakers are heard, from one take of their probe; what exactly, {@link Verdict} says. Knows
 * nothing but the take: neither when the probe began nor how late the speakers are. Pure, safe to share between
 * threads; needs about 0.1 s and a few megabytes for each speaker.
 */
public final class Estimator {
    /** A longer recording is not looked through. */
    public static final double MAX_SECONDS = 300;

    private static final double MAX_CLIPPED = 2e-4;
    private static final double LEAST_PEAK = 1e-4;
    private static final double PROMINENT_DB = 10;

    private final SlotSearch search = new SlotSearch();
    private final ArrivalPicker picker = new ArrivalPicker();

    /** A verdict on a take of {@code probe}. */
    public Verdict estimate(Take take, Probe probe) {
        Optional<Verdict.Refused> unfit = unfit(take, probe);
        if (unfit.isPresent()) {
            return unfit.get();
        }
        SlotSearch.Found found = search.find(take.samples(), probe);
        List<Integer> missing = IntStream.range(0, probe.speakers())
                .filter(i -> found.prominence()[i] < PROMINENT_DB)
                .boxed()
                .toList();
        if (missing.size() == probe.speakers()) {
            return Verdict.Refused.of(Reason.PROBE_NOT_FOUND);
        }
        if (incomplete(take, probe, found)) {
            return Verdict.Refused.of(Reason.TAKE_INCOMPLETE);
        }
        if (!missing.isEmpty()) {
            return new Verdict.Refused(Reason.SPEAKER_SILENT, missing);
        }
        Session session = session(take, probe, found);
        return Gates.check(session).<Verdict>map(refused -> refused).orElseGet(() -> measured(session));
    }

    private static Optional<Verdict.Refused> unfit(Take take, Probe probe) {
        List<Slot> slots = probe.slots();
        int least = slots.getLast().start() - slots.getFirst().start() + Sweep.frames();
        Reason reason = take.seconds() > MAX_SECONDS
                ? Reason.TOO_LONG
                : take.peak() < LEAST_PEAK
                        ? Reason.TOO_QUIET
                        : take.samples().length < least
                                ? Reason.TOO_SHORT
                                : take.clippedShare() > MAX_CLIPPED ? Reason.CLIPPED : null;
        return Optional.ofNullable(reason).map(Verdict.Refused::of);
    }

    /** Whether the speakers that were found are so near an end that some of their sweeps cannot all be there. */
    private static boolean incomplete(Take take, Probe probe, SlotSearch.Found found) {
        for (Slot slot : probe.slots()) {
            int i = slot.speaker();
            int start = found.starts()[i] * SlotSearch.STEP + slot.start();
            boolean outside = start < -SlotSearch.STEP || start + Sweep.frames() > take.samples().length;
            if (outside && found.prominence()[i] >= PROMINENT_DB) {
                return true;
            }
        }
        return false;
    }

    Session session(Take take, Probe probe, SlotSearch.Found found) {
        int reach = (SlotSearch.reach(probe) + 3) * SlotSearch.STEP;
        List<Visit> visits = new ArrayList<>();
        for (Slot slot : probe.slots()) {
            int expected = found.starts()[slot.speaker()] * SlotSearch.STEP + slot.start();
            visits.add(picker.pick(take.samples(), slot, expected, reach));
        }
        return Session.of(probe.speakers(), visits);
    }

    /** One speaker's analytic response, from its first visit; from 5 ms before the first arrival to 80 ms after. */
    double[] response(Take take, Probe probe, int speaker) {
        Session session = session(take, probe, search.find(take.samples(), probe));
        return session.visits().stream()
                .filter(visit -> visit.slot().speaker() == speaker)
                .findFirst()
                .orElseThrow()
                .response();
    }

    /**
     * How each speaker of a take that was measured is heard: its response from 500 Hz to 9 kHz, with {@code before}
     * samples (0 to 200) ahead of the arrival by which offsets are counted, {@code length} (up to 4000) in all.
     */
    public List<float[]> responses(Take take, Probe probe, int before, int length) {
        Session session = session(take, probe, search.find(take.samples(), probe));
        return IntStream.range(0, probe.speakers())
                .mapToObj(i -> session.response(i, before, length))
                .toList();
    }

    private static Verdict.Measured measured(Session session) {
        boolean levelled = Levels.trustworthy(session);
        double reference = Levels.decibels(session, 0);
        List<SpeakerArrival> arrivals = new ArrayList<>();
        for (int i = 0; i < session.speakers(); i++) {
            arrivals.add(new SpeakerArrival(
                    i,
                    i == 0 ? 0 : session.offset(i) * 1e6,
                    Doubt.micros(session, i),
                    levelled ? OptionalDouble.of(Levels.decibels(session, i) - reference) : OptionalDouble.empty(),
                    session.reversed(i)));
        }
        return new Verdict.Measured(arrivals, session.clock().clock() * 1e6);
    }
}
