package ensemble.sync.hold;

/**
 * What is believed of one speaker's latency: a value that changes at a rate, both uncertain (a Kalman filter of two
 * states). Seconds throughout.
 */
final class Drift {
    /** How a rate wanders in a second, seconds a second. */
    private static final double RATE_WANDER = 0.05e-6;

    private static final double OFFSET_WANDER = 2e-6;
    private static final double RATE_SIGMA = 4e-6;

    private double at;
    private double offset;
    private double rate;
    private double offsetVariance;
    private double covariance;
    private double rateVariance;

    Drift(double at, double offset, double offsetSigma, double rate, double rateSigma) {
        this.at = at;
        this.offset = offset;
        this.rate = rate;
        this.offsetVariance = offsetSigma * offsetSigma;
        this.rateVariance = rateSigma * rateSigma;
    }

    double offset(double time) {
        return offset + rate * (time - at);
    }

    double rate() {
        return rate;
    }

    double rateSigma() {
        return Math.sqrt(rateVariance);
    }

    /** How far off {@link #offset} may be, k = 1. */
    double sigma(double time) {
        double t = Math.abs(time - at);
        double grown = offsetVariance + 2 * t * covariance + t * t * rateVariance;
        return Math.sqrt(grown + OFFSET_WANDER * OFFSET_WANDER * t + RATE_WANDER * RATE_WANDER * t * t * t / 3);
    }

    /** Takes in a later measurement of the value and of its rate. */
    void measure(double time, double value, double sigma, double measuredRate) {
        double t = Math.max(0, time - at);
        offset += rate * t;
        double q = RATE_WANDER * RATE_WANDER;
        offsetVariance +=
                2 * t * covariance + t * t * rateVariance + OFFSET_WANDER * OFFSET_WANDER * t + q * t * t * t / 3;
        covariance += t * rateVariance + q * t * t / 2;
        rateVariance += q * t;
        at = Math.max(at, time);

        double gain = offsetVariance / (offsetVariance + sigma * sigma);
        double rateGain = covariance / (offsetVariance + sigma * sigma);
        double news = value - offset;
        offset += gain * news;
        rate += rateGain * news;
        rateVariance -= rateGain * covariance;
        covariance *= 1 - gain;
        offsetVariance *= 1 - gain;

        double byRate = rateVariance + RATE_SIGMA * RATE_SIGMA;
        double rateNews = measuredRate - rate;
        double share = rateVariance / byRate;
        double shareOfOffset = covariance / byRate;
        offset += shareOfOffset * rateNews;
        rate += share * rateNews;
        offsetVariance -= shareOfOffset * covariance;
        covariance *= 1 - share;
        rateVariance *= 1 - share;
    }

    /** The value has become another at once; its rate has not. */
    void restart(double time, double value, double sigma) {
        at = time;
        offset = value;
        offsetVariance = sigma * sigma;
        covariance = 0;
    }
}
