package ensemble.sync.simulation;

import java.util.ArrayList;
import java.util.List;

/** One second-order filter section, by the well-known equaliser formulas; a0 = 1. */
record Biquad(double b0, double b1, double b2, double a1, double a2) {
    private static final double RATE = 48_000;

    private static Biquad of(double b0, double b1, double b2, double a0, double a1, double a2) {
        return new Biquad(b0 / a0, b1 / a0, b2 / a0, a1 / a0, a2 / a0);
    }

    static Biquad lowPass(double hertz, double q) {
        double c = Math.cos(omega(hertz));
        double alpha = alpha(hertz, q);
        return of((1 - c) / 2, 1 - c, (1 - c) / 2, 1 + alpha, -2 * c, 1 - alpha);
    }

    static Biquad highPass(double hertz, double q) {
        double c = Math.cos(omega(hertz));
        double alpha = alpha(hertz, q);
        return of((1 + c) / 2, -1 - c, (1 + c) / 2, 1 + alpha, -2 * c, 1 - alpha);
    }

    static Biquad peak(double hertz, double decibels, double q) {
        double a = Math.pow(10, decibels / 40);
        double c = Math.cos(omega(hertz));
        double alpha = alpha(hertz, q);
        return of(1 + alpha * a, -2 * c, 1 - alpha * a, 1 + alpha / a, -2 * c, 1 - alpha / a);
    }

    static Biquad allPass(double hertz, double q) {
        double c = Math.cos(omega(hertz));
        double alpha = alpha(hertz, q);
        return of(1 - alpha, -2 * c, 1 + alpha, 1 + alpha, -2 * c, 1 - alpha);
    }

    /** A low pass that falls by 6 dB an octave. */
    static Biquad onePole(double hertz) {
        double a = Math.exp(-omega(hertz));
        return new Biquad(1 - a, 0, 0, -a, 0);
    }

    /** A Butterworth filter of even order, as sections. */
    static List<Biquad> butterworth(int order, double hertz, boolean high) {
        List<Biquad> sections = new ArrayList<>();
        for (int k = 0; k < order / 2; k++) {
            double q = 1 / (2 * Math.cos(Math.PI * (2 * k + 1) / (2.0 * order)));
            sections.add(high ? highPass(hertz, q) : lowPass(hertz, q));
        }
        return sections;
    }

    private static double omega(double hertz) {
        return 2 * Math.PI * hertz / RATE;
    }

    private static double alpha(double hertz, double q) {
        return Math.sin(omega(hertz)) / (2 * q);
    }

    /** A new, filtered array. */
    double[] apply(double[] in) {
        double[] out = new double[in.length];
        double s1 = 0;
        double s2 = 0;
        for (int i = 0; i < in.length; i++) {
            double x = in[i];
            double y = b0 * x + s1;
            s1 = b1 * x - a1 * y + s2;
            s2 = b2 * x - a2 * y;
            out[i] = y;
        }
        return out;
    }

    static double[] apply(List<Biquad> sections, double[] in) {
        double[] out = in;
        for (Biquad section : sections) {
            out = section.apply(out);
        }
        return out;
    }
}
