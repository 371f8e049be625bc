package ensemble.sync.dsp;

/**
 * A pass band with edges that are raised cosines over 0.7 of an octave.
 *
 * @param low Hz
 * @param high Hz
 */
public record Band(double low, double high) {
    private static final double ROLL = 0.35;

    /** 0 outside, 1 inside. */
    public double gain(double hertz) {
        double octave = Math.log(Math.max(hertz, 1)) / Math.log(2);
        return edge(octave - log2(low)) * edge(log2(high) - octave);
    }

    private static double edge(double octavesInside) {
        double a = Math.clamp((octavesInside + ROLL) / (2 * ROLL), 0.0, 1.0);
        return 0.5 - 0.5 * Math.cos(Math.PI * a);
    }

    private static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }
}
