package ensemble.sync.estimate;

import java.util.List;
import java.util.function.Function;

/**
 * How a speaker's direct sound is coloured: its magnitude at {@link ColourMeter}'s frequencies.
 *
 * @param logs natural logarithms, 0 = as flat as the sweep itself
 * @param variances of these, from the noise
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Colour(double[] logs, double[] variances) {
    private static final double FAINTEST = 1e-3;

    /** The middle of a speaker's visits at each frequency, so that a knock in one of three does not count. */
    static Colour of(List<Visit> visits) {
        double[] logs = new double[ColourMeter.BINS];
        double[] variances = new double[ColourMeter.BINS];
        for (int b = 0; b < ColourMeter.BINS; b++) {
            double all = middle(visits, b, Visit::colour);
            double noise = middle(visits, b, Visit::noiseColour);
            double clean = Math.max(all - noise, FAINTEST * all + 1e-30);
            logs[b] = 0.5 * Math.log(clean);
            variances[b] = noise / (2 * clean * visits.size());
        }
        return new Colour(logs, variances);
    }

    private static double middle(List<Visit> visits, int bin, Function<Visit, double[]> of) {
        return ClockFit.median(
                visits.stream().mapToDouble(visit -> of.apply(visit)[bin]).toArray());
    }
}
