package ensemble.sync.estimate;

import ensemble.sync.probe.Slot;

/** Levels of a session, and whether the microphone let them be measured. */
final class Levels {
    private static final double TOLERANCE_DB = 0.8;
    private static final double NOISE_ALLOWANCE_DB = 40;

    private Levels() {}

    /** The mean of a speaker's visits. */
    static double decibels(Session session, int speaker) {
        double sum = 0;
        for (Visit visit : session.visits()) {
            sum += visit.slot().speaker() == speaker ? visit.power() : 0;
        }
        return 10 * Math.log10(sum / session.visits(speaker));
    }

    /** Whether the lowered slot came as much lower as it was played: no automatic gain. */
    static boolean trustworthy(Session session) {
        double lowered = Double.NaN;
        double before = Double.NaN;
        double worst = Double.POSITIVE_INFINITY;
        for (Visit visit : session.visits()) {
            Slot slot = visit.slot();
            if (slot.gain() < 1) {
                lowered = visit.power();
                worst = visit.peakOverNoiseDb();
                break;
            }
            before = slot.speaker() == 0 ? visit.power() : before;
        }
        double step = 10 * Math.log10(lowered / before);
        double tolerance = TOLERANCE_DB + Math.max(0, NOISE_ALLOWANCE_DB - worst) * 0.1;
        return Math.abs(step) <= tolerance;
    }
}
