package ensemble.gateway.sync.analysis;

import ensemble.sync.dsp.Resampler;
import ensemble.sync.probe.Probe;
import java.util.Random;

/** A take of flat speakers with a reflection each, clocks of their own, and some noise. */
final class DriftingAir {
    private final Probe probe;
    private final double[] latencyMicros;
    private final double[] ppm;
    private double jumpAtSeconds = Double.MAX_VALUE;
    private double jumpMicros;

    DriftingAir(Probe probe, double[] latencyMicros, double[] ppm) {
        this.probe = probe;
        this.latencyMicros = latencyMicros;
        this.ppm = ppm;
    }

    /** The last speaker becomes later at a moment. */
    DriftingAir jump(double atSeconds, double micros) {
        jumpAtSeconds = atSeconds;
        jumpMicros = micros;
        return this;
    }

    /** Speakers' offsets in the middle of the probe as it is heard, against speaker 0, microseconds. */
    double offset(int speaker) {
        double middle = probe.seconds() / 2 + latencyMicros[0] * 1e-6;
        return latencyMicros[speaker] - latencyMicros[0] + (ppm[speaker] - ppm[0]) * middle;
    }

    float[] take(long seed, double noise) {
        Random random = new Random(seed);
        Resampler resampler = new Resampler(1);
        float[] take = new float[probe.frames() + 48_000];
        for (int speaker = 0; speaker < probe.speakers(); speaker++) {
            float[] channel = probe.channel(speaker);
            int i = speaker;
            for (double reflection : new double[] {0, 0.004 + 0.001 * speaker}) {
                float[] part = resampler.along(channel, take.length, n -> position(i, n, reflection));
                for (int n = 0; n < take.length; n++) {
                    take[n] += (reflection == 0 ? 0.3f : 0.1f) * part[n];
                }
            }
        }
        for (int n = 0; n < take.length; n++) {
            take[n] += (float) (noise * random.nextGaussian());
        }
        return take;
    }

    private double position(int speaker, int n, double reflection) {
        double seconds = n / 48_000.0;
        double late = latencyMicros[speaker] + ppm[speaker] * seconds;
        boolean jumped = speaker == probe.speakers() - 1 && seconds > jumpAtSeconds;
        return n - 48e-3 * (late + (jumped ? jumpMicros : 0)) - reflection * 48_000;
    }
}
