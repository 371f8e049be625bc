package ensemble.pulse;

import static ensemble.pulse.LibPulse.FLOAT;
import static ensemble.pulse.LibPulse.MEMORY;
import static ensemble.pulse.LibPulse.POINTER;
import static ensemble.pulse.LibPulse.SIZE;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/** A stream that records. Reading allocates nothing. */
public final class RecordStream extends PulseStream {
    private final MemorySegment lent = arena.allocate(2 * Long.BYTES, Long.BYTES);
    private final long dataAt = lent.address();
    private final long sizeAt = lent.address() + Long.BYTES;
    private long fragment;
    private int fragmentFrames;
    private int taken;
    private long holes;

    RecordStream(PulseConnection connection, StreamSpec spec) {
        super(connection, spec);
    }

    @Override
    boolean connect() {
        try (Arena brief = Arena.ofConfined()) {
            long buffer = bufferAttributes(brief).address();
            return StreamCalls.connectRecord(handle, device(brief), buffer, flags()) >= 0;
        }
    }

    /** Frames that can be read now. */
    public int readableFrames() {
        connection.confine();
        return (int) Math.max(0, StreamCalls.readableSize(handle) / frameBytes - taken);
    }

    /** Frames left of the fragment that {@link #take} reads from next; 0 = nothing is there, or it is not READY. */
    public int peekFrames() {
        connection.confine();
        if (fragmentFrames == 0) {
            if (StreamCalls.peek(handle, dataAt, sizeAt) < 0) {
                return 0;
            }
            fragment = lent.get(POINTER, 0);
            fragmentFrames = (int) (lent.get(SIZE, Long.BYTES) / frameBytes);
            taken = 0;
            holes += fragment == 0 && fragmentFrames > 0 ? 1 : 0;
        }
        return fragmentFrames - taken;
    }

    /** How often something was missing in what was recorded so far. */
    public long holes() {
        return holes;
    }

    /**
     * Moves frames of the current fragment, interleaved, and drops the fragment when it is used up. A hole in what was
     * recorded reads as silence.
     *
     * @param frames at most {@link #peekFrames}
     */
    public void take(float[] into, int atSample, int frames) {
        if (frames > fragmentFrames - taken) {
            throw new IllegalArgumentException("only " + (fragmentFrames - taken) + " frames are there");
        }
        int samples = frames * channels();
        if (fragment == 0) {
            Arrays.fill(into, atSample, atSample + samples, 0);
        } else {
            MemorySegment.copy(MEMORY, FLOAT, fragment + (long) taken * frameBytes, into, atSample, samples);
        }
        taken += frames;
        if (taken == fragmentFrames) {
            drop();
        }
    }

    /** Throws the rest of the current fragment away. */
    public void drop() {
        connection.confine();
        if (fragmentFrames > 0) {
            StreamCalls.drop(handle);
            fragmentFrames = 0;
            taken = 0;
        }
    }

    /** Reads what is there, at most {@code frames}; returns how many frames. */
    public int read(float[] into, int atSample, int frames) {
        int done = 0;
        while (done < frames) {
            int piece = Math.min(peekFrames(), frames - done);
            if (piece == 0) {
                break;
            }
            take(into, atSample + done * channels(), piece);
            done += piece;
        }
        return done;
    }
}
