package ensemble.sync.hold;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What is added to one speaker's delay over time: straight pieces, no steeper than 200 ppm, and jumps. Remembers the
 * last minute. Seconds throughout.
 */
final class Course {
    static final double STEEPEST = 200e-6;
    private static final double REMEMBERED = 60;
    private static final int MEAN_OF = 16;

    /** From a moment on: a value, and how fast it changes. */
    private record Piece(double from, double value, double rate) {
        double at(double time) {
            return value + rate * (time - from);
        }
    }

    private final Deque<Piece> pieces = new ArrayDeque<>();
    private double jumped = Double.NEGATIVE_INFINITY;

    Course() {
        pieces.add(new Piece(Double.NEGATIVE_INFINITY, 0, 0));
    }

    double at(double time) {
        var latestFirst = pieces.descendingIterator();
        while (latestFirst.hasNext()) {
            Piece piece = latestFirst.next();
            if (piece.from() <= time) {
                return piece.rate() == 0 ? piece.value() : piece.at(time);
            }
        }
        return pieces.getFirst().value();
    }

    double mean(double from, double to) {
        double sum = 0;
        for (int k = 0; k < MEAN_OF; k++) {
            sum += at(from + (to - from) * (k + 0.5) / MEAN_OF) / MEAN_OF;
        }
        return sum;
    }

    double rate(double from, double to) {
        return (at(to) - at(from)) / (to - from);
    }

    /** By how much it strays, between two moments, from the straight line that joins them. */
    double bend(double from, double to) {
        double most = 0;
        for (int k = 1; k < MEAN_OF; k++) {
            double time = from + (to - from) * k / MEAN_OF;
            most = Math.max(most, Math.abs(at(time) - at(from) - rate(from, to) * (time - from)));
        }
        return most;
    }

    /** Is nothing now, and has changed at this rate for a minute. */
    void begin(double now, double rate) {
        pieces.clear();
        pieces.add(new Piece(now - REMEMBERED, -rate * REMEMBERED, rate));
    }

    /** Goes, from now on, to where a line is and then along with it. */
    void follow(double now, double lineNow, double lineRate) {
        double here = at(now);
        forget(now);
        double along = Math.clamp(lineRate, -STEEPEST, STEEPEST);
        double gap = lineNow - here;
        double steep = gap > 0 ? STEEPEST : -STEEPEST;
        double closing = steep - along;
        if (gap == 0 || Math.abs(closing) < 1e-9) {
            pieces.add(new Piece(now, here, along));
            return;
        }
        double meets = gap / closing;
        pieces.add(new Piece(now, here, steep));
        pieces.add(new Piece(now + meets, here + steep * meets, along));
    }

    /** Is at once elsewhere by {@code by}, and stays there until told. */
    void jump(double now, double by) {
        double here = at(now);
        forget(now);
        pieces.add(new Piece(now, here + by, 0));
        jumped = now;
    }

    /** Stays where it is, but for going on at the last known rate. */
    boolean jumpedSince(double time) {
        return jumped > time;
    }

    private void forget(double now) {
        while (!pieces.isEmpty() && pieces.getLast().from() >= now) {
            pieces.removeLast();
        }
        while (pieces.size() > 2 && pieces.getFirst().from() < now - REMEMBERED) {
            Piece first = pieces.removeFirst();
            if (pieces.getFirst().from() > now - REMEMBERED) {
                pieces.addFirst(first);
                break;
            }
        }
    }
}
