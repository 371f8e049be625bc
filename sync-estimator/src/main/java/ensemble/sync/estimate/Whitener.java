package ensemble.sync.estimate;

/** The Cholesky factor of a covariance: what it whitens has independent parts of variance 1. */
final class Whitener {
    private final double[][] lower;

    /** @param covariance symmetric and positive definite; kept, and overwritten */
    Whitener(double[][] covariance) {
        lower = covariance;
        for (int i = 0; i < lower.length; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = lower[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= lower[i][k] * lower[j][k];
                }
                lower[i][j] = i == j ? Math.sqrt(sum) : sum / lower[j][j];
            }
        }
    }

    /** A new array. */
    double[] whiten(double[] x) {
        double[] out = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            double sum = x[i];
            for (int k = 0; k < i; k++) {
                sum -= lower[i][k] * out[k];
            }
            out[i] = sum / lower[i][i];
        }
        return out;
    }
}
