package ensemble.sync.estimate;

import ensemble.sync.dsp.Resampler;
import ensemble.sync.probe.Sweep;

/**
 * A microphone's recording, ready to be measured.
 *
 * @param samples at {@link Sweep#RATE}, full scale = 1
 * @param clippedShare share of the samples, as they were recorded, that lie at the microphone's limit
 * @param peak the largest magnitude recorded
 */
@SuppressWarnings("ArrayRecordComponent") // a bulk carrier, never compared
public record Take(float[] samples, double clippedShare, double peak) {
    /** Below this rate the sweep's upper octaves are missing. */
    public static final int MIN_RATE = 32_000;

    private static final double NEAR_FULL_SCALE = 0.985;
    private static final int FLAT_RUN = 4;
    private static final double FLAT_FROM = 0.05;

    /**
     * Takes samples in at the rate they have, {@link #MIN_RATE} at least.
     *
     * @throws IllegalArgumentException if the rate is lower
     */
    public static Take of(float[] recorded, int rate) {
        if (rate < MIN_RATE) {
            throw new IllegalArgumentException("a take has at least " + MIN_RATE + " frames a second, not " + rate);
        }
        double peak = 0;
        for (float v : recorded) {
            peak = Math.max(peak, Math.abs(v));
        }
        double step = rate / (double) Sweep.RATE;
        float[] samples = rate == Sweep.RATE ? recorded : new Resampler(step).resample(recorded);
        return new Take(samples, clipped(recorded, peak) / (double) Math.max(1, recorded.length), peak);
    }

    public double seconds() {
        return samples.length / (double) Sweep.RATE;
    }

    /** Samples near full scale, or in flat tops at a limit below it. */
    private static int clipped(float[] x, double peak) {
        int near = 0;
        int flat = 0;
        int run = 0;
        for (int i = 0; i < x.length; i++) {
            double size = Math.abs(x[i]);
            near += size >= NEAR_FULL_SCALE && peak <= 1.0001 ? 1 : 0;
            run = size >= 0.98 * peak && i > 0 && x[i] == x[i - 1] ? run + 1 : 1;
            flat += peak >= FLAT_FROM && run >= FLAT_RUN ? (run == FLAT_RUN ? FLAT_RUN : 1) : 0;
        }
        return Math.max(near, flat);
    }
}
