package ensemble.house.room;

import ensemble.wav.WavException;
import ensemble.wav.WavReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/** A WAV file as the Echo's program: read and brought to 48 kHz stereo ahead of time by a thread of its own. */
final class FileSource implements EchoSource {
    private static final int BLOCK = 1024;
    private static final int AHEAD_FRAMES = 2 * RoomEngine.RATE;
    private static final int PRIME_FRAMES = RoomEngine.RATE / 4;
    private static final long NAP_NANOS = 5_000_000;

    private final WavReader reader;
    private final boolean loop;
    private final FloatRing ahead = new FloatRing(2 * AHEAD_FRAMES);
    private volatile boolean readToEnd;
    private volatile boolean closed;
    private boolean primed;

    private FileSource(WavReader reader, boolean loop) {
        this.reader = reader;
        this.loop = loop;
    }

    /**
     * Opens the file and begins to read ahead.
     *
     * @throws WavException if it cannot be played
     */
    static FileSource open(Path path, boolean loop) throws IOException {
        WavReader reader = WavReader.open(path);
        int channels = reader.format().channels();
        if (channels > 2) {
            reader.close();
            throw new WavException(path.getFileName() + " has " + channels + " channels; the Echo plays 1 or 2");
        }
        FileSource source = new FileSource(reader, loop);
        Thread.ofPlatform().daemon().name("echo-file").start(source::feed);
        return source;
    }

    private void feed() {
        try (reader) {
            int channels = reader.format().channels();
            Resampler resampler = new Resampler(reader.format().rate());
            float[] stored = new float[2 * BLOCK];
            float[] ready = new float[2 * resampler.most(BLOCK)];
            while (!closed) {
                int frames = reader.read(stored, BLOCK);
                if (frames == 0 && !loop) {
                    push(ready, resampler.finish(ready));
                    return;
                }
                if (frames == 0) {
                    reader.rewind();
                } else {
                    if (channels == 1) {
                        spread(stored, frames);
                    }
                    push(ready, resampler.process(stored, frames, ready));
                }
            }
        } catch (IOException e) {
            System.getLogger("ensemble.room").log(System.Logger.Level.WARNING, "the Echo stops: " + e.getMessage());
        } finally {
            readToEnd = true;
        }
    }

    private static void spread(float[] mono, int frames) {
        for (int k = frames - 1; k >= 0; k--) {
            mono[2 * k] = mono[k];
            mono[2 * k + 1] = mono[k];
        }
    }

    private void push(float[] ready, int frames) {
        while (ahead.free() < 2 * frames && !closed) {
            LockSupport.parkNanos(NAP_NANOS);
        }
        if (!closed) {
            for (int i = 0; i < 2 * frames; i++) {
                ahead.put(i, ready[i]);
            }
            ahead.publish(2 * frames);
        }
    }

    @Override
    public int fill(float[] interleaved, int frames) {
        primed = primed || readToEnd || ahead.available() >= 2 * PRIME_FRAMES;
        return primed ? ahead.take(interleaved, 2 * frames) / 2 : 0;
    }

    @Override
    public boolean ended() {
        return readToEnd && ahead.available() == 0;
    }

    @Override
    public void close() {
        closed = true;
    }
}
