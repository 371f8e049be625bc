package ensemble.pulse;

import static ensemble.pulse.LibPulse.FLOAT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** A stream that plays. Writing allocates nothing. */
public final class PlaybackStream extends PulseStream {
    /** libpulse copies what it is handed, so one piece of native memory serves every write. */
    private static final int PIECE_FRAMES = 2048;

    private final MemorySegment piece = arena.allocate((long) PIECE_FRAMES * frameBytes, Float.BYTES);
    private final long pieceAt = piece.address();

    PlaybackStream(PulseConnection connection, StreamSpec spec) {
        super(connection, spec);
    }

    @Override
    boolean connect() {
        try (Arena brief = Arena.ofConfined()) {
            long buffer = bufferAttributes(brief).address();
            return StreamCalls.connectPlayback(handle, device(brief), buffer, flags(), 0, 0) >= 0;
        }
    }

    /** Frames that the server asks for now. More may be written, up to the buffer's maxLength. */
    public int writableFrames() {
        connection.confine();
        return (int) Math.max(0, StreamCalls.writableSize(handle) / frameBytes);
    }

    /** Appends interleaved frames. */
    public void write(float[] from, int atSample, int frames) throws PulseUnavailable {
        write(from, atSample, frames, Seek.RELATIVE, 0);
    }

    /**
     * Writes interleaved frames at a place.
     *
     * @param frames at least 1
     * @param offsetFrames counted from where {@code seek} says
     * @throws PulseUnavailable when the stream is not READY (any more)
     */
    public void write(float[] from, int atSample, int frames, Seek seek, long offsetFrames) throws PulseUnavailable {
        connection.confine();
        int done = 0;
        while (done < frames) {
            int now = Math.min(PIECE_FRAMES, frames - done);
            MemorySegment.copy(from, atSample + done * channels(), piece, FLOAT, 0, now * channels());
            int mode = done == 0 ? seek.code : Seek.RELATIVE.code;
            long offset = done == 0 ? offsetFrames * frameBytes : 0;
            if (StreamCalls.write(handle, pieceAt, (long) now * frameBytes, 0, offset, mode) < 0) {
                throw new PulseUnavailable("The stream " + name() + " takes no more sound: it is " + state() + ".");
            }
            done += now;
        }
    }
}
