package ensemble.sync.estimate;

/** Levels of a session, and whether the microphone let them be measured. */
final class Levels {
    private static final double TOLERANCE_DB = 0.8;
    private static final double NOISE_ALLOWANCE_DB = 40;

    /** Share of a response's power below which its noise does not matter. */
    private static final double NO_NOISE = 1e-2;

    /**
     * Share from which on the noise itself has to be known. It is guessed from before the arrival, and speech is not the same
     * then; what visits have in common is free of it, but counts a little less of late sound where somebody moves.
     */
    private static final double NOISE_MATTERS = 0.02;

    private static final double LEAST_STEP_DB = -4;
    private static final double LARGEST_STEP_DB = 9;

    private Levels() {}

    /** The mean of a speaker's visits, a noisy one counting for less; where noise matters, what they have in common. */
    static double decibels(Session session, int speaker) {
        double sum = 0;
        double weights = 0;
        double noise = 0;
        for (Visit visit : session.visits()) {
            if (visit.slot().speaker() == speaker) {
                double weight = weight(visit);
                sum += weight * visit.power();
                noise += weight * visit.noisePower();
                weights += weight;
            }
        }
        double mean = sum / weights;
        double doubt = noise / (noise + NOISE_MATTERS * sum);
        double shared = shared(session, speaker, mean);
        return 10 * Math.log10(doubt * shared + (1 - doubt) * mean);
    }

    private static double weight(Visit visit) {
        return 1 / (visit.noisePower() + NO_NOISE * visit.power());
    }

    private static double shared(Session session, int speaker, double otherwise) {
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < session.visits().size(); i++) {
            for (int j = i + 1; j < session.visits().size(); j++) {
                Visit one = session.visits().get(i);
                Visit other = session.visits().get(j);
                if (one.slot().speaker() == speaker && other.slot().speaker() == speaker) {
                    double weight = weight(one) * weight(other);
                    double later = session.arrival(j) - other.levelAt() - (session.arrival(i) - one.levelAt());
                    sum += weight * one.level().shared(other.level(), later);
                    weights += weight;
                }
            }
        }
        return sum > 0 ? sum / weights : otherwise;
    }

    /** Whether the lowered slot came as much lower as it was played: no automatic gain. */
    static boolean trustworthy(Session session) {
        double tolerance =
                TOLERANCE_DB + Math.max(0, NOISE_ALLOWANCE_DB - lowered(session).peakOverNoiseDb()) * 0.1;
        return Math.abs(step(session)) <= tolerance;
    }

    /**
     * Whether the lowered slot is where it should be. If it seems to be one slot further on, the first or last slot
     * is missing from the take and the others were taken for their neighbours.
     */
    static boolean misplaced(Session session) {
        double step = step(session);
        return step < LEAST_STEP_DB || step > LARGEST_STEP_DB;
    }

    /** By how much too loud the lowered slot is against the same speaker's one before: an automatic gain adds up to 6 dB. */
    private static double step(Session session) {
        double before = Double.NaN;
        for (Visit visit : session.visits()) {
            if (visit.slot().speaker() == 0 && visit.slot().gain() == 1) {
                before = visit.slot().start() < lowered(session).slot().start() ? visit.power() : before;
            }
        }
        return 10 * Math.log10(lowered(session).power() / before);
    }

    private static Visit lowered(Session session) {
        return session.visits().stream()
                .filter(visit -> visit.slot().gain() < 1)
                .findFirst()
                .orElseThrow();
    }
}
