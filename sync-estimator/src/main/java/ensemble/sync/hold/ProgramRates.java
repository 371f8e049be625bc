package ensemble.sync.hold;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * At which rates the program drifts in what was heard: speakers that play the same at the same moment still differ by
 * their clocks, and the program is far louder than any mark. Whose rate is whose it cannot say.
 */
final class ProgramRates {
    private static final double WIDEST_PPM = 200;
    private static final double STEP_PPM = 2;
    private static final double APART_PPM = 10;
    private static final double SHARE = 0.12;

    private ProgramRates() {}

    /**
     * The strongest first; one at least.
     *
     * @param heard whitened
     * @param program whitened
     * @param delay frames after which most of the program is heard
     */
    static List<Double> of(double[] heard, float[] program, int delay, int most) {
        Correlation correlation = new Correlation(heard, program, delay);
        correlation.flatten();
        int count = (int) (2 * WIDEST_PPM / STEP_PPM) + 1;
        double[] energy = new double[count];
        for (int k = 0; k < count; k++) {
            for (double v : correlation.along(STEP_PPM * k - WIDEST_PPM)) {
                energy[k] += v * v;
            }
        }
        double[] sorted = energy.clone();
        Arrays.sort(sorted);
        double floor = sorted[count / 4];
        double least = floor + SHARE * (sorted[count - 1] - floor);
        List<Double> rates = new ArrayList<>();
        while (rates.size() < most) {
            int best = -1;
            for (int k = 1; k + 1 < count; k++) {
                double ppm = STEP_PPM * k - WIDEST_PPM;
                boolean peak = energy[k] >= least && energy[k] >= energy[k - 1] && energy[k] > energy[k + 1];
                boolean fresh = rates.stream().allMatch(other -> Math.abs(other - ppm) >= APART_PPM);
                best = peak && fresh && (best < 0 || energy[k] > energy[best]) ? k : best;
            }
            if (best < 0) {
                break;
            }
            rates.add(STEP_PPM * best - WIDEST_PPM);
        }
        return rates.isEmpty() ? List.of(0.0) : rates;
    }
}
