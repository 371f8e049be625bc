package ensemble.gateway.audio;

import java.util.Map;
import java.util.Objects;

/**
 * What was heard everywhere in one stretch of time, on one clock. The control is the program itself, recorded beside the
 * sinks without passing the mixer.
 */
final class Take {
    private static final double GAP_RESIDUAL = 2e-3;

    private final float[][] control;
    private final Map<String, float[][]> sinks;

    Take(float[][] control, Map<String, float[][]> sinks) {
        this.control = control;
        this.sinks = sinks;
    }

    float[] control() {
        return control[0];
    }

    float[] left(String sink) {
        return Objects.requireNonNull(sinks.get(sink))[0];
    }

    float[] right(String sink) {
        return Objects.requireNonNull(sinks.get(sink))[1];
    }

    int frames() {
        return control().length;
    }

    static double rms(float[] signal, int from, int to) {
        double sum = 0;
        for (int frame = from; frame < to; frame++) {
            sum += (double) signal[frame] * signal[frame];
        }
        return Math.sqrt(sum / (to - from));
    }

    static float peak(float[] signal, int from, int to) {
        float peak = 0;
        for (int frame = from; frame < to; frame++) {
            peak = Math.max(peak, Math.abs(signal[frame]));
        }
        return peak;
    }

    /** First frame louder than that; -1 if none is. */
    static int firstLoud(float[] signal, float than) {
        for (int frame = 0; frame < signal.length; frame++) {
            if (Math.abs(signal[frame]) > than) {
                return frame;
            }
        }
        return -1;
    }

    static float largestStep(float[] signal, int from, int to) {
        float largest = 0;
        for (int frame = from + 1; frame < to; frame++) {
            largest = Math.max(largest, Math.abs(signal[frame] - signal[frame - 1]));
        }
        return largest;
    }

    /** First frame where a steady tone does not go on as a tone does; -1 if it always does. */
    static int firstBreak(float[] signal, double hertz, int from, int to) {
        double twiceCosine = 2 * Math.cos(2 * Math.PI * hertz / Program.RATE);
        for (int frame = from + 2; frame < to; frame++) {
            double residual = signal[frame] - twiceCosine * signal[frame - 1] + signal[frame - 2];
            if (Math.abs(residual) > GAP_RESIDUAL) {
                return frame;
            }
        }
        return -1;
    }

    /** Amplitude of one frequency over a stretch. */
    static double amplitude(float[] signal, double hertz, int from, int to) {
        double sine = 0;
        double cosine = 0;
        for (int frame = from; frame < to; frame++) {
            double angle = 2 * Math.PI * hertz * frame / Program.RATE;
            double window = 1 - Math.cos(2 * Math.PI * (frame - from) / (to - from));
            sine += window * signal[frame] * Math.sin(angle);
            cosine += window * signal[frame] * Math.cos(angle);
        }
        return 2 * Math.hypot(sine, cosine) / (to - from);
    }

    /** How many frames {@code later} is behind {@code earlier}, by the cross-correlation's parabola. */
    static double lag(float[] earlier, float[] later, int from, int to, int longest) {
        double[] correlation = new double[longest + 1];
        int best = 0;
        for (int lag = 0; lag <= longest; lag++) {
            double sum = 0;
            for (int frame = from + longest; frame < to; frame++) {
                sum += (double) earlier[frame - lag] * later[frame];
            }
            correlation[lag] = sum;
            best = sum > correlation[best] ? lag : best;
        }
        if (best == 0 || best == longest) {
            return best;
        }
        double before = correlation[best - 1];
        double after = correlation[best + 1];
        return best + 0.5 * (before - after) / (before - 2 * correlation[best] + after);
    }
}
