package ensemble.gateway.bluetooth;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Tells a person's turn of one device's volume from the echo of our own, so that neither side can answer the other for ever.
 * Every write follows a new wish or a person's turn, at most one each; whatever a device says within three seconds of a write
 * is its answer to it, and is taken as it is. All volumes 0 to 127. One thread.
 */
final class VolumeEcho {
    static final long ANSWER_NANOS = 3 * Backoff.SECOND;
    /** Buttons come in bursts: writing between two presses would be heard as fighting back. */
    static final long QUIET_NANOS = 3 * Backoff.SECOND / 2;
    /** Half of one of sixteen steps, the coarsest scale in use: a value so near is the same value. */
    static final int SAME = 4;

    private final boolean follows;
    private int last = -1;
    private int target = -1;
    private int insisted = -1;
    private boolean write;
    private long wroteNanos = Long.MIN_VALUE;
    private long turnedNanos = Long.MIN_VALUE;

    /**
     * @param from the volume before, 0 to 127
     * @param to the volume that a person set
     */
    record Turn(int from, int to) {}

    /** @param follows whether a person's turn there is the new wish (the Echo), or is put back (a pinned speaker) */
    VolumeEcho(boolean follows) {
        this.follows = follows;
    }

    /**
     * What the device says its volume is.
     *
     * @return a person's turn, if it is one
     */
    Optional<Turn> see(OptionalInt said, long nowNanos) {
        if (said.isEmpty()) {
            last = -1;
            return Optional.empty();
        }
        int volume = said.getAsInt();
        if (last < 0) {
            begin(volume);
            return Optional.empty();
        }
        if (volume == last) {
            return Optional.empty();
        }
        int before = last;
        last = volume;
        if (wroteNanos != Long.MIN_VALUE && nowNanos - wroteNanos < ANSWER_NANOS) {
            return Optional.empty();
        }
        return turned(before, volume, nowNanos);
    }

    private void begin(int volume) {
        last = volume;
        if (target < 0) {
            target = volume;
        }
        write = !follows && differs(target, volume);
    }

    private Optional<Turn> turned(int before, int volume, long nowNanos) {
        boolean insists = wroteNanos != Long.MIN_VALUE && insisted >= 0 && !differs(insisted, volume);
        insisted = volume;
        turnedNanos = nowNanos;
        if (follows || insists) {
            target = volume;
        }
        write = differs(target, volume);
        return insists || !differs(before, volume) ? Optional.empty() : Optional.of(new Turn(before, volume));
    }

    private static boolean differs(int one, int other) {
        return Math.abs(one - other) > SAME;
    }

    /** What we wish it to be from now on. */
    void want(int volume) {
        if (volume != target) {
            target = volume;
            insisted = -1;
            write = last >= 0 && differs(volume, last);
        }
    }

    /** The value to write now, if there is one. */
    OptionalInt due(long nowNanos) {
        boolean quiet = turnedNanos == Long.MIN_VALUE || nowNanos - turnedNanos >= QUIET_NANOS;
        return write && quiet && last >= 0 ? OptionalInt.of(target) : OptionalInt.empty();
    }

    /** It was written, or refused: either way not again for the same reason. */
    void wrote(long nowNanos) {
        write = false;
        wroteNanos = nowNanos;
    }
}
