package ensemble.sync.estimate;

import ensemble.sync.probe.Probe;

/** Whether two speakers are one and the same to the ear: the same room answers in the same way, at the same time. */
public final class Likeness {
    private static final double SAME_MICROS = 12;
    private static final double SAME_DB = 0.4;
    private static final double SAME_RESPONSE = 0.97;
    private static final double ROOM_SHARE = 0.03;
    private static final int DIRECT_SAMPLES = 72;

    private Likeness() {}

    /**
     * Whether speaker 1 is heard as speaker 0 is, in a room that would tell them apart. Without reflections nothing
     * would, and then the answer is no.
     *
     * @param second what was measured of speaker 1
     */
    public static boolean sameSource(Estimator estimator, Take take, Probe probe, SpeakerArrival second) {
        boolean close = Math.abs(second.offsetMicros()) < SAME_MICROS
                && Math.abs(second.levelDb().orElse(0)) < SAME_DB
                && !second.reversed();
        if (!close) {
            return false;
        }
        double[] a = estimator.response(take, probe, 0);
        double[] b = estimator.response(take, probe, 1);
        return roomShare(a) > ROOM_SHARE && correlation(a, b) > SAME_RESPONSE;
    }

    private static double roomShare(double[] response) {
        double all = 0;
        double direct = 0;
        for (int i = 0; i < response.length; i++) {
            double energy = response[i] * response[i];
            all += energy;
            direct += Math.abs(i / 2 - Visit.LEAD) < DIRECT_SAMPLES ? energy : 0;
        }
        return 1 - direct / all;
    }

    /** The best over a shift of one sample either way. */
    private static double correlation(double[] a, double[] b) {
        double best = 0;
        for (int shift = -1; shift <= 1; shift++) {
            double ab = 0;
            double aa = 0;
            double bb = 0;
            for (int i = 2; i < a.length - 2; i += 2) {
                int j = i + 2 * shift;
                ab += a[i] * b[j] + a[i + 1] * b[j + 1];
                aa += a[i] * a[i] + a[i + 1] * a[i + 1];
                bb += b[j] * b[j] + b[j + 1] * b[j + 1];
            }
            best = Math.max(best, ab / Math.sqrt(aa * bb));
        }
        return best;
    }
}
