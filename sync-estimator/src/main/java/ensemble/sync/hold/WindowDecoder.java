package ensemble.sync.hold;

import ensemble.sync.probe.Sweep;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Hears each speaker's mark in a window of microphone while all of them play: takes the program out, correlates what
 * is left with every mark, and that with the speaker's fingerprint. Pure; for one thread; needs about 100 MB and a
 * second, two where somebody has to be searched for.
 */
public final class WindowDecoder {
    /** From this clarity on a mark near where it was awaited is believed. */
    public static final double CLEAR = 6;

    /** From this clarity on it is believed anywhere. */
    public static final double CLEAR_ANYWHERE = 8;

    private static final double RATE = Sweep.RATE;
    private static final double LEAST_PLAYING = 0.3;
    private static final int REACH = 192;
    private static final double RATE_STEP = 2;
    private static final int BEFORE = Sweep.RATE;
    private static final int AFTER = 2 * Sweep.RATE;

    /** A rate known so well is looked for near where it is known. */
    private static final double TRACKED_PPM = 8;

    /** Rates so near to each other are taken out of the program together. */
    private static final double SAME_PPM = 3;

    /** A delay's sigma, in seconds, where a mark is no clearer than the rest. */
    private static final double SIGMA_AT_ONE = 45e-6;

    private final List<double[]> prints = new ArrayList<>();
    private final List<Fingerprint> fingerprints;

    /** @param fingerprints one for each speaker, in the order of the marks */
    public WindowDecoder(List<Fingerprint> fingerprints) {
        this.fingerprints = List.copyOf(fingerprints);
        fingerprints.forEach(one -> prints.add(Match.spectrum(one)));
    }

    /**
     * Decodes one window.
     *
     * @param expected for each speaker where to look first; empty = anywhere
     * @param anywhere whether to look anywhere for a speaker that is not where it is expected: from 1 s before most
     *     of the program is heard to 2 s after
     */
    public List<Hearing> decode(Window window, List<Optional<Expected>> expected, boolean anywhere) {
        float[][] marks = MarkGenerator.of(prints.size(), window.marked(), window.position());
        if (playing(marks[0]) < LEAST_PLAYING) {
            return Collections.nCopies(prints.size(), new Hearing.Unheard(Hearing.Why.PAUSE));
        }
        Prepared ready = new Prepared(window);
        boolean tracked =
                expected.stream().allMatch(one -> one.isPresent() && one.get().reachPpm() <= TRACKED_PPM);
        List<Double> rates = tracked
                ? distinct(expected.stream()
                        .flatMap(Optional::stream)
                        .map(Expected::ratePpm)
                        .toList())
                : ready.rates(2 * prints.size());
        double[] rest = ready.rest(rates, false);
        List<Hearing> found = new ArrayList<>();
        Optional<WideSearch> wide = Optional.empty();
        for (int i = 0; i < prints.size(); i++) {
            float[] mark = ready.white(marks[i]);
            Arrays.fill(mark, 0, MarkGenerator.SETTLING, 0);
            int speaker = i;
            Optional<Hearing.Heard> heard = expected.get(i)
                    .flatMap(where -> near(rest, mark, speaker, where, rates))
                    .filter(h -> h.clarity() >= CLEAR);
            if (heard.isEmpty() && (anywhere || expected.get(i).isEmpty())) {
                WideSearch search = wide.orElseGet(
                        () -> new WideSearch(ready.rest(rates, true), ready.delay() - BEFORE, ready.delay() + AFTER));
                wide = Optional.of(search);
                Expected where = search.find(mark, fingerprints.get(i), rates, TRACKED_PPM);
                heard = near(search.heard(), mark, i, where, rates).filter(h -> h.clarity() >= CLEAR_ANYWHERE);
            }
            found.add(heard.<Hearing>map(h -> h).orElse(new Hearing.Unheard(Hearing.Why.BURIED)));
        }
        return found;
    }

    /** Share of the time in which there is a mark. */
    private static double playing(float[] mark) {
        int sounding = 0;
        int count = 0;
        for (int k = MarkGenerator.SETTLING; k < mark.length; k += 16) {
            sounding += mark[k] != 0 ? 1 : 0;
            count++;
        }
        return sounding / (double) Math.max(1, count);
    }

    private static boolean same(double ppm, double other) {
        return Math.abs(ppm - other) < SAME_PPM;
    }

    private static List<Double> distinct(List<Double> rates) {
        List<Double> out = new ArrayList<>();
        for (double rate : rates) {
            if (out.stream().noneMatch(other -> same(other, rate))) {
                out.add(rate);
            }
        }
        return out.isEmpty() ? List.of(0.0) : out;
    }

    private Optional<Hearing.Heard> near(double[] rest, float[] mark, int speaker, Expected where, List<Double> rates) {
        int delay = (int) Math.rint(where.delay() * RATE);
        Correlation correlation = new Correlation(rest, mark, delay);
        if (correlation.isEmpty()) {
            return Optional.empty();
        }
        Match best = new Match(0, 0);
        double rate = 0;
        for (double ppm : candidates(where, rates)) {
            Match one = Match.best(correlation.along(ppm), prints.get(speaker), REACH);
            if (one.clarity() > best.clarity()) {
                best = one;
                rate = ppm;
            }
        }
        return Optional.of(
                new Hearing.Heard((delay + best.lag()) / RATE, rate, SIGMA_AT_ONE / best.clarity(), best.clarity()));
    }

    /** Rates to try: all near the one expected, or where that is vague those near one of the program's. */
    private static List<Double> candidates(Expected where, List<Double> rates) {
        List<Double> out = new ArrayList<>();
        boolean vague = where.reachPpm() > TRACKED_PPM;
        for (double centre : vague ? rates : List.of(where.ratePpm())) {
            double reach = vague ? TRACKED_PPM : where.reachPpm();
            for (double off = -reach; off <= reach; off += RATE_STEP) {
                if (Math.abs(centre + off - where.ratePpm()) <= where.reachPpm()) {
                    out.add(centre + off);
                }
            }
        }
        return out;
    }
}
