package ensemble.sync.hold;

import ensemble.sync.hold.Decision.Jump;
import ensemble.sync.hold.Decision.Notice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps speakers together that were together when it began: from what is heard of them in window after window to what
 * is added to each one's delay. Follows drift no faster than 200 ppm, jumps one speaker alone that stepped far,
 * does nothing about who is not heard. Times are seconds on the player's clock. Not thread-safe.
 */
public final class HoldLoop {
    /** Length of the windows it is told of, seconds. */
    public static final double WINDOW = 15;

    /** A step so large is mended by a jump; a smaller one by going there. */
    public static final double JUMP_FROM = 2e-3;

    private static final double FAST = 200;
    private static final double SLOW = 8;
    private static final double FEW_SIGMAS = 6;
    private static final double LEAST_STEP = 400e-6;
    private static final double AGREE = 100e-6;

    /** About the width of a mark's correlation. */
    private static final double MOST_BEND = 50e-6;

    /** A carried microphone changes no way through the air by more: 4 m. */
    private static final double WAY = 12e-3;

    private static final double RATE_SIGMA_AT_FIRST = 3e-6;
    private static final double AT_ONCE = 1e-3;

    /** Windows that must agree before a speaker that was far off from the start is moved at once. */
    private static final int SURE_AFTER = 2;

    /** Windows overlap by half: the same noise is told twice. */
    private static final double OVERLAP = 1.4;

    private final Course[] courses;
    private final @Nullable Drift[] drifts;
    private final Suspicion[] suspicions;
    private final double[] heardAt;
    private final double[] room;
    private final int[] times;
    private boolean moved;

    /** A value far from what was believed, that the next window must confirm. */
    private record Suspicion(double at, double value) {
        static final Suspicion NONE = new Suspicion(Double.NEGATIVE_INFINITY, 0);
    }

    public HoldLoop(int speakers) {
        this(IntStream.range(0, speakers)
                .mapToDouble(i -> Double.POSITIVE_INFINITY)
                .toArray());
    }

    /** @param room by how many seconds each speaker's delay may be shortened; one each */
    public HoldLoop(double[] room) {
        int speakers = room.length;
        this.room = room.clone();
        this.times = new int[speakers];
        courses = new Course[speakers];
        Arrays.setAll(courses, i -> new Course());
        drifts = new Drift[speakers];
        suspicions = new Suspicion[speakers];
        Arrays.fill(suspicions, Suspicion.NONE);
        heardAt = new double[speakers];
        Arrays.fill(heardAt, Double.NEGATIVE_INFINITY);
    }

    /** What is to be added to a speaker's delay at a moment that is not before the last window was told: seconds. */
    public double correction(int speaker, double now) {
        return courses[speaker].at(now);
    }

    /** How fast a speaker's correction grows at a moment, in millionths. */
    public double correctionPpm(int speaker, double now) {
        return 1e6 * courses[speaker].rate(now, now + AT_ONCE);
    }

    /**
     * How fast a speaker is believed to fall behind the mean of all that were heard, in millionths; empty = never heard. Its
     * correction grows at another rate while it is on its way to the others.
     */
    public OptionalDouble driftPpm(int speaker) {
        Drift drift = drifts[speaker];
        return drift == null ? OptionalDouble.empty() : OptionalDouble.of(1e6 * (drift.rate() - meanRate()));
    }

    private double meanRate() {
        return Arrays.stream(drifts)
                .filter(Objects::nonNull)
                .mapToDouble(drift -> Objects.requireNonNull(drift).rate())
                .average()
                .orElse(0);
    }

    /** From now on a speaker's correction grows so, as it did before there was this loop. */
    public void begin(int speaker, double now, double ppm) {
        courses[speaker].follow(now, courses[speaker].at(now), ppm * 1e-6);
    }

    /** Whether a speaker was last heard where it was not expected, and the next window must confirm that. */
    public boolean suspects(int speaker) {
        return !suspicions[speaker].equals(Suspicion.NONE);
    }

    /** Who is suspected of a step of its own; nobody where all came later or earlier by the same, as a slipped recording does. */
    public List<Integer> suspected() {
        List<Integer> out = new ArrayList<>();
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        int known = 0;
        for (int i = 0; i < drifts.length; i++) {
            Drift drift = drifts[i];
            known += drift == null ? 0 : 1;
            if (drift != null && suspects(i)) {
                double step = suspicions[i].value() - drift.offset(suspicions[i].at());
                least = Math.min(least, step);
                most = Math.max(most, step);
                out.add(i);
            }
        }
        return out.size() == known && most - least < 2 * AGREE ? List.of() : out;
    }

    /** Forgets where every speaker was heard, because what hears them has begun anew; what is corrected stays. */
    public void forget() {
        Arrays.fill(drifts, null);
        Arrays.fill(suspicions, Suspicion.NONE);
        Arrays.fill(times, 0);
    }

    /** Where to look in a window with this middle. */
    public List<Optional<Expected>> expected(double middle) {
        List<Optional<Expected>> out = new ArrayList<>();
        double from = middle - WINDOW / 2;
        double to = middle + WINDOW / 2;
        for (int i = 0; i < drifts.length; i++) {
            Drift drift = drifts[i];
            if (drift == null) {
                out.add(Optional.empty());
            } else {
                double reach = Math.clamp(4e6 * drift.rateSigma(), SLOW, FAST);
                double delay = drift.offset(middle) + courses[i].mean(from, to);
                double ppm = 1e6 * (drift.rate() + courses[i].rate(from, to));
                out.add(Optional.of(new Expected(delay, ppm, reach)));
            }
        }
        return out;
    }

    /**
     * Takes in a window.
     *
     * @param middle of the window
     * @param now when what follows takes effect; not before the window's end
     * @param hearings one for each speaker
     */
    public Decision hear(double middle, double now, List<Hearing> hearings) {
        if (moved) {
            return new Decision(List.of(), Notice.MICROPHONE_MOVED);
        }
        List<Integer> stepped = new ArrayList<>();
        int known = 0;
        for (int i = 0; i < drifts.length; i++) {
            if (hearings.get(i) instanceof Hearing.Heard heard && isStraight(i, middle)) {
                known++;
                if (takeIn(i, middle, heard)) {
                    stepped.add(i);
                }
            }
        }
        if (known == 0) {
            return new Decision(List.of(), Notice.NOTHING);
        }
        Notice notice = common(stepped, known);
        moved = notice == Notice.MICROPHONE_MOVED;
        if (moved) {
            return new Decision(List.of(), notice);
        }
        List<Jump> jumps = new ArrayList<>();
        double rest = middleOf(now, notice == Notice.NOTHING ? stepped : List.of());
        for (int i : stepped) {
            Suspicion last = suspicions[i];
            suspicions[i] = Suspicion.NONE;
            Drift drift = Objects.requireNonNull(drifts[i]);
            drift.restart(last.at(), last.value(), AGREE / 2);
            double off = drift.offset(now) + courses[i].at(now) - rest;
            if (notice == Notice.NOTHING && Math.abs(off) > JUMP_FROM) {
                jumps.add(jump(i, now, -off));
            }
        }
        jumps.addAll(startled(now));
        steer(now);
        return new Decision(jumps, notice);
    }

    /**
     * A speaker that was away was heard alone, by a sweep: from now on it is where that says, and jumps to the others at once if
     * that is far.
     *
     * @param at when it was heard
     * @param value seconds from being played to arriving, without what this loop adds
     * @param sigma of that, k = 1
     * @param now when what follows takes effect, not before {@code at}
     * @return the jump, if one was needed
     */
    public Optional<Jump> place(int speaker, double at, double value, double sigma, double now) {
        Drift known = drifts[speaker];
        if (known == null) {
            drifts[speaker] = new Drift(at, value, sigma, 0, RATE_SIGMA_AT_FIRST);
        } else {
            known.restart(at, value, sigma);
        }
        suspicions[speaker] = Suspicion.NONE;
        heardAt[speaker] = at;
        times[speaker] = Math.max(times[speaker], SURE_AFTER + 1);
        double off = Objects.requireNonNull(drifts[speaker]).offset(now)
                + courses[speaker].at(now)
                - middleOf(now, List.of(speaker));
        Optional<Jump> jump = Math.abs(off) > JUMP_FROM ? Optional.of(jump(speaker, now, -off)) : Optional.empty();
        steer(now);
        return jump;
    }

    /** Whether another speaker than this was heard, so that this one can be compared. */
    public boolean knowsOthers(int speaker) {
        return IntStream.range(0, drifts.length).anyMatch(i -> i != speaker && drifts[i] != null);
    }

    /**
     * Whether a window tells where a speaker is: one mark is sought along one line. Where its correction bent in mid-window, the
     * longer part is heard alone and taken for the whole.
     */
    private boolean isStraight(int i, double middle) {
        double from = middle - WINDOW / 2;
        return !courses[i].jumpedSince(from) && courses[i].bend(from, middle + WINDOW / 2) < MOST_BEND;
    }

    private Jump jump(int i, double now, double wanted) {
        double by = Math.max(wanted, -room[i] - courses[i].at(now));
        courses[i].jump(now, by);
        return new Jump(i, by);
    }

    /** Who was far off when first heard, and is so still. */
    private List<Jump> startled(double now) {
        List<Jump> jumps = new ArrayList<>();
        double rest = middleOf(now, List.of());
        for (int i = 0; i < drifts.length; i++) {
            Drift drift = drifts[i];
            if (drift != null && times[i] == SURE_AFTER) {
                double off = drift.offset(now) + courses[i].at(now) - rest;
                if (Math.abs(off) > JUMP_FROM) {
                    jumps.add(jump(i, now, -off));
                }
            }
        }
        return jumps;
    }

    /** Whether a step of this speaker is now sure. */
    private boolean takeIn(int i, double middle, Hearing.Heard heard) {
        double from = middle - WINDOW / 2;
        double to = middle + WINDOW / 2;
        double value = heard.delay() - courses[i].mean(from, to);
        double rate = heard.ratePpm() * 1e-6 - courses[i].rate(from, to);
        double sigma = heard.sigma() * OVERLAP;
        Drift drift = drifts[i];
        if (drift == null) {
            drifts[i] = new Drift(middle, value, sigma, rate, RATE_SIGMA_AT_FIRST);
            heardAt[i] = middle;
            times[i] = 1;
            return false;
        }
        double off = value - drift.offset(middle);
        if (Math.abs(off) > Math.max(LEAST_STEP, FEW_SIGMAS * Math.hypot(sigma, drift.sigma(middle)))) {
            Suspicion before = suspicions[i];
            suspicions[i] = new Suspicion(middle, value);
            double since = middle - before.at();
            double expected = before.value() + drift.rate() * since;
            return since < 2.5 * WINDOW && Math.abs(value - expected) < AGREE;
        }
        suspicions[i] = Suspicion.NONE;
        drift.measure(middle, value, sigma, rate);
        heardAt[i] = middle;
        times[i]++;
        return false;
    }

    /** Whether what stepped did so together. */
    private Notice common(List<Integer> stepped, int known) {
        if (stepped.size() < 2) {
            return Notice.NOTHING;
        }
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        double largest = 0;
        for (int i : stepped) {
            Suspicion now = suspicions[i];
            double step = now.value() - Objects.requireNonNull(drifts[i]).offset(now.at());
            least = Math.min(least, step);
            most = Math.max(most, step);
            largest = Math.max(largest, Math.abs(step));
        }
        if (most - least < 2 * AGREE && stepped.size() == known) {
            return Notice.RECORDING_SLIPPED;
        }
        return largest < WAY && 2 * stepped.size() > known ? Notice.MICROPHONE_MOVED : Notice.NOTHING;
    }

    /** When the middle speaker of those heard is heard, leaving some out if others remain. */
    private double middleOf(double now, List<Integer> without) {
        List<Double> arrivals = new ArrayList<>();
        List<Double> others = new ArrayList<>();
        for (int i = 0; i < drifts.length; i++) {
            Drift drift = drifts[i];
            if (drift != null) {
                double arrival = drift.offset(now) + courses[i].at(now);
                arrivals.add(arrival);
                if (!without.contains(i) && suspicions[i].equals(Suspicion.NONE)) {
                    others.add(arrival);
                }
            }
        }
        List<Double> of = others.isEmpty() ? arrivals : others;
        of.sort(null);
        int n = of.size();
        return n == 0 ? 0 : (of.get((n - 1) / 2) + of.get(n / 2)) / 2;
    }

    /** Sets every speaker that was heard on its way to the others. */
    private void steer(double now) {
        long count = Arrays.stream(drifts).filter(Objects::nonNull).count();
        double together = meanRate();
        double rest = middleOf(now, List.of());
        for (int i = 0; i < drifts.length; i++) {
            Drift drift = drifts[i];
            // A delay cannot be shortened for ever: then all follow whoever is out of room.
            if (drift != null && drift.offset(now) - room[i] > rest) {
                rest = drift.offset(now) - room[i];
                together = drift.rate();
            }
        }
        for (int i = 0; i < drifts.length; i++) {
            Drift drift = drifts[i];
            boolean startled = times[i] < SURE_AFTER
                    && drift != null
                    && Math.abs(drift.offset(now) + courses[i].at(now) - rest) > JUMP_FROM;
            if (drift != null && count > 1 && !startled) {
                courses[i].follow(now, rest - drift.offset(now), together - drift.rate());
            }
        }
    }

    /** How every speaker stands at a moment. */
    public List<Standing> standings(double now) {
        double rest = middleOf(now, List.of());
        List<Standing> out = new ArrayList<>();
        for (int i = 0; i < drifts.length; i++) {
            Drift drift = drifts[i];
            out.add(
                    drift == null
                            ? Standing.UNKNOWN
                            : new Standing(
                                    drift.offset(now) + courses[i].at(now) - rest, drift.sigma(now), heardAt[i]));
        }
        return out;
    }
}
