package ensemble.sync.simulation;

/**
 * From one speaker to the microphone.
 *
 * @param response all of it, time zero = emission, 1 = a metre away
 * @param direct the first sound alone
 */
@SuppressWarnings("ArrayRecordComponent") // bulk carriers, never compared
record Path(double[] response, double[] direct) {
    private static final int HALF = 24;

    /** Seconds that the first sound takes, to a few milliseconds. */
    double flight() {
        return (direct.length - 256) / 48_000.0;
    }

    /** Adds a band-limited impulse between the samples. */
    static void add(double[] h, double at, double amplitude) {
        int base = (int) Math.floor(at);
        for (int k = -HALF + 1; k <= HALF; k++) {
            int i = base + k;
            if (i >= 0 && i < h.length) {
                double x = at - i;
                double sinc = Math.abs(x) < 1e-9 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
                h[i] += amplitude * sinc * 0.5 * (1 + Math.cos(Math.PI * Math.clamp(x / HALF, -1.0, 1.0)));
            }
        }
    }
}
