package ensemble.sync.estimate;

/** Peaks between samples. */
final class Peaks {
    private Peaks() {}

    /** From a sample to the vertex of the parabola through it and its neighbours, -0.5 to 0.5; 0 at the ends. */
    static double vertex(double[] x, int k) {
        if (k <= 0 || k >= x.length - 1) {
            return 0;
        }
        double curve = x[k - 1] - 2 * x[k] + x[k + 1];
        return curve == 0 ? 0 : Math.clamp(0.5 * (x[k - 1] - x[k + 1]) / curve, -0.5, 0.5);
    }
}
