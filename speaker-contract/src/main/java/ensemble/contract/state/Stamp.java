package ensemble.contract.state;

import java.util.Comparator;

/**
 * Where a wish stands in the one order of a hub: the skill raises {@code n}, the box's own page raises {@code k}.
 *
 * @param n number of the cloud's wish, at least 0
 * @param k commands given on the box since that wish, at least 0
 */
public record Stamp(long n, long k) implements Comparable<Stamp> {
    public static final Stamp START = new Stamp(0, 0);

    private static final Comparator<Stamp> ORDER =
            Comparator.comparingLong(Stamp::n).thenComparingLong(Stamp::k);

    /** @throws IllegalArgumentException if either is negative */
    public Stamp {
        if (n < 0 || k < 0) {
            throw new IllegalArgumentException("a stamp counts from 0, not " + n + "," + k);
        }
    }

    /** Whether this one answers a wish: everything up to that number has been taken in. */
    public boolean answers(long wish) {
        return n >= wish;
    }

    @Override
    public int compareTo(Stamp other) {
        return ORDER.compare(this, other);
    }
}
