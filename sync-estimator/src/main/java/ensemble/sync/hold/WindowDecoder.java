package ensemble.sync.hold;

import ensemble.sync.probe.Sweep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
        List<Double> rates = distinct(expected.stream()
                .flatMap(Optional::stream)
                .map(Expected::ratePpm)
                .toList());
        List<Optional<Hearing.Heard>> found = look(window, expected, anywhere, rates);
        List<Double> heard = distinct(found.stream()
                .flatMap(Optional::stream)
                .map(Hearing.Heard::ratePpm)
                .toList());
        boolean missing = found.stream().anyMatch(Optional::isEmpty);
        if (missing && heard.stream().anyMatch(rate -> rates.stream().noneMatch(r -> same(r, rate)))) {
            // Those who were heard tell how their program drifted; without it the others may be heard too.
            List<Optional<Hearing.Heard>> again = look(window, expected, anywhere, heard);
            for (int i = 0; i < again.size(); i++) {
                found.set(i, again.get(i).isPresent() ? again.get(i) : found.get(i));
            }
        }
        boolean pause = found.stream().allMatch(Optional::isEmpty)
                && Prepared.playing(MarkGenerator.of(1, window.marked(), window.position())[0]) < LEAST_PLAYING;
        Hearing none = new Hearing.Unheard(pause ? Hearing.Why.PAUSE : Hearing.Why.BURIED);
        return found.stream().map(one -> one.<Hearing>map(h -> h).orElse(none)).toList();
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

    private List<Optional<Hearing.Heard>> look(
            Window window, List<Optional<Expected>> expected, boolean anywhere, List<Double> rates) {
        Prepared ready = Prepared.of(window, prints.size(), rates);
        if (ready.playing() < LEAST_PLAYING) {
            return new ArrayList<>(Stream.generate(Optional::<Hearing.Heard>empty)
                    .limit(prints.size())
                    .toList());
        }
        List<Optional<Hearing.Heard>> found = new ArrayList<>();
        WideSearch wide = null;
        for (int i = 0; i < prints.size(); i++) {
            int speaker = i;
            Optional<Hearing.Heard> heard = expected.get(i)
                    .flatMap(where -> near(ready, speaker, where))
                    .filter(h -> h.clarity() >= CLEAR);
            if (heard.isEmpty() && (anywhere || expected.get(i).isEmpty())) {
                wide = wide == null ? new WideSearch(ready.heard(), ready.delay() - BEFORE) : wide;
                Expected where = wide.find(ready.marks()[i], fingerprints.get(i));
                heard = near(ready, i, where).filter(h -> h.clarity() >= CLEAR_ANYWHERE);
            }
            found.add(heard);
        }
        return found;
    }

    private Optional<Hearing.Heard> near(Prepared ready, int speaker, Expected where) {
        int delay = (int) Math.rint(where.delay() * RATE);
        Correlation correlation = new Correlation(ready.heard(), ready.marks()[speaker], delay);
        if (correlation.isEmpty()) {
            return Optional.empty();
        }
        Match best = new Match(0, 0);
        double rate = 0;
        for (double off = -where.reachPpm(); off <= where.reachPpm(); off += RATE_STEP) {
            Match one = Match.best(correlation.along(where.ratePpm() + off), prints.get(speaker), REACH);
            if (one.clarity() > best.clarity()) {
                best = one;
                rate = where.ratePpm() + off;
            }
        }
        return Optional.of(
                new Hearing.Heard((delay + best.lag()) / RATE, rate, SIGMA_AT_ONE / best.clarity(), best.clarity()));
    }
}
