package ensemble.sync.probe;

/** The exponential sine sweep that every slot of a probe plays: 200 Hz to 14 kHz in half a second, full scale = 1. */
public final class Sweep {
    /** Samples a second of every probe. */
    public static final int RATE = 48_000;

    static final double LOW = 200;
    static final double HIGH = 14_000;
    private static final double FADE_SECONDS = 0.010;

    private static final int FRAMES = RATE / 2;

    private Sweep() {}

    public static int frames() {
        return FRAMES;
    }

    /** A new copy of its samples. */
    public static double[] samples() {
        double[] x = new double[FRAMES];
        double seconds = FRAMES / (double) RATE;
        double growth = seconds / Math.log(HIGH / LOW);
        for (int i = 0; i < FRAMES; i++) {
            x[i] = Math.sin(2 * Math.PI * LOW * growth * Math.expm1(i / (RATE * growth)));
        }
        int fade = (int) (FADE_SECONDS * RATE);
        for (int i = 0; i < fade; i++) {
            double gain = 0.5 - 0.5 * Math.cos(Math.PI * i / fade);
            x[i] *= gain;
            x[FRAMES - 1 - i] *= gain;
        }
        return x;
    }
}
