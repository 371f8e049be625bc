package ensemble.sync.estimate;

import java.util.Arrays;
import java.util.List;

/**
 * Whether the microphone lies close to a surface, and then each speaker's {@link Bounce} off it. One speaker's ripple
 * may be its own colour; but a surface is there for all of them or for none, and reflects all alike. So the speakers'
 * evidence is added up, each against what {@link Unevenness} lets expect of it.
 */
final class Surface {
    private static final double SHORTEST = 10e-6;
    private static final double STEP = 8e-6;
    private static final int DELAYS = 60;
    private static final double[] STRENGTHS = {0.3, 0.4, 0.5, 0.6, 0.7};

    /** Long delays take a high microphone and a speaker steeply above it: seconds over which they become rare. */
    private static final double USUAL = 150e-6;

    /** A surface must be this much likelier than none, as a natural logarithm. */
    private static final double LIKELIER = 1;

    private static final double[] PRIOR = prior();

    private Surface() {}

    /** A bounce for each speaker, none for all if there seems to be no surface. */
    static List<Bounce> bounces(List<Colour> speakers) {
        double[][][] evidence = speakers.stream().map(Surface::evidence).toArray(double[][][]::new);
        int best = -1;
        double most = LIKELIER;
        for (int s = 0; s < STRENGTHS.length; s++) {
            double sum = 0;
            for (double[][] one : evidence) {
                sum += logSum(one[s]);
            }
            if (sum > most) {
                most = sum;
                best = s;
            }
        }
        int strength = best;
        return Arrays.stream(evidence)
                .map(one -> strength < 0 ? Bounce.NONE : bounce(largest(one[strength]), STRENGTHS[strength]))
                .toList();
    }

    private static Bounce bounce(int delay, double strength) {
        return delay == 0 ? Bounce.NONE : new Bounce(SHORTEST + (delay - 1) * STEP, strength);
    }

    /** For each strength and delay how much likelier it makes the colour than no bounce does; delay 0 = none. */
    private static double[][] evidence(Colour colour) {
        Whitener whitener = Unevenness.whitener(colour.variances());
        double[] seen = whitener.whiten(colour.logs());
        double[][] likelier = new double[STRENGTHS.length][DELAYS];
        for (int s = 0; s < STRENGTHS.length; s++) {
            for (int d = 0; d < DELAYS; d++) {
                Bounce bounce = bounce(d, STRENGTHS[s]);
                double[] ripple = new double[ColourMeter.BINS];
                Arrays.setAll(ripple, b -> bounce.ripple(ColourMeter.hertz(b)));
                double[] white = whitener.whiten(ripple);
                double gain = 0;
                for (int b = 0; b < white.length; b++) {
                    gain += white[b] * (seen[b] - 0.5 * white[b]);
                }
                likelier[s][d] = gain + PRIOR[d];
            }
        }
        return likelier;
    }

    private static double[] prior() {
        double[] logs = new double[DELAYS];
        double sum = 0;
        for (int d = 0; d < DELAYS; d++) {
            logs[d] = -bounce(d, 1).seconds() / USUAL;
            sum += Math.exp(logs[d]);
        }
        double all = Math.log(sum);
        Arrays.setAll(logs, d -> logs[d] - all);
        return logs;
    }

    private static int largest(double[] x) {
        int best = 0;
        for (int k = 0; k < x.length; k++) {
            best = x[k] > x[best] ? k : best;
        }
        return best;
    }

    private static double logSum(double[] logs) {
        double most = logs[largest(logs)];
        double sum = 0;
        for (double one : logs) {
            sum += Math.exp(one - most);
        }
        return most + Math.log(sum);
    }
}
