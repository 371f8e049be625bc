package ensemble.house.room;

import java.io.IOException;
import java.nio.file.Path;

/** One file of a recording: samples go in on the audio thread and to the disk on another. */
final class Track implements AutoCloseable {
    /** What of a block it keeps; interleaves it into the ring. */
    @FunctionalInterface
    interface Tap {
        void put(RoomBlock block, int frames, FloatRing ring);
    }

    private static final int SECONDS_AHEAD = 4;
    private static final int PIECE_FRAMES = 2048;

    private final int channels;
    private final Tap tap;
    private final FloatRing ring;
    private final RecordingFile file;
    private final float[] piece;

    Track(Path path, int channels, long frames, Tap tap) throws IOException {
        this.channels = channels;
        this.tap = tap;
        this.file = new RecordingFile(path, channels, frames);
        this.ring = new FloatRing(channels * RoomEngine.RATE * SECONDS_AHEAD);
        this.piece = new float[channels * PIECE_FRAMES];
    }

    /** On the audio thread: keeps the first frames of a block; false if the disk is too far behind. */
    boolean take(RoomBlock block, int frames) {
        if (ring.free() < frames * channels) {
            return false;
        }
        tap.put(block, frames, ring);
        ring.publish(frames * channels);
        return true;
    }

    /** Writes what has come; returns how many frames that was. */
    long drain() throws IOException {
        long done = 0;
        for (int n = ring.take(piece, piece.length); n > 0; n = ring.take(piece, piece.length)) {
            file.write(piece, n / channels);
            done += n / channels;
        }
        return done;
    }

    void finish() throws IOException {
        file.finish();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    static Tap each(boolean arrivals) {
        return (block, frames, ring) -> {
            float[][] all = arrivals ? block.arrivals : block.emissions;
            for (int k = 0; k < frames; k++) {
                for (int c = 0; c < all.length; c++) {
                    ring.put(k * all.length + c, all[c][k]);
                }
            }
        };
    }

    static Tap mic() {
        return (block, frames, ring) -> {
            for (int k = 0; k < frames; k++) {
                ring.put(k, block.mic[k]);
            }
        };
    }

    static Tap program() {
        return (block, frames, ring) -> {
            for (int k = 0; k < 2 * frames; k++) {
                ring.put(k, block.program[k]);
            }
        };
    }
}
