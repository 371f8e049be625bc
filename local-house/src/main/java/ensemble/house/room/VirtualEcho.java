package ensemble.house.room;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The virtual Echo: silent at first, then its tune or a file, at its own volume. Commands from any thread, filled on the audio
 * thread.
 */
final class VirtualEcho {
    static final int LOUDEST = 10;

    /** Amazon states no curve; three decibels are a step that is heard. */
    private static final double STEP_DB = 3;

    private record Playing(String what, EchoSource source) {}

    private final AtomicReference<@Nullable Playing> playing = new AtomicReference<>();
    private volatile int volume = LOUDEST;
    private volatile boolean muted;
    private float gain = 1;

    void playTune() {
        change(new Playing("the tune", new Tune()));
    }

    /** @throws ensemble.wav.WavException if the file cannot be played; then what plays goes on */
    void playFile(Path file, boolean loop) throws IOException {
        change(new Playing(file.toString(), FileSource.open(file, loop)));
    }

    void stop() {
        change(null);
    }

    /** 0 to 10. */
    int volume() {
        return volume;
    }

    /** @param tenths 0 to 10; ends a mute, as turning an Echo's ring does */
    void volume(int tenths) {
        volume = Math.clamp(tenths, 0, LOUDEST);
        muted = false;
    }

    void mute(boolean silent) {
        muted = silent;
    }

    private void change(@Nullable Playing next) {
        Playing before = playing.getAndSet(next);
        if (before != null) {
            before.source().close();
        }
    }

    /** What plays, for people; null when silent. */
    @Nullable
    String playing() {
        Playing now = playing.get();
        return now == null || now.source().ended() ? null : now.what();
    }

    /** Gives the next frames of the program: silence where there is nothing. */
    void fill(float[] interleaved, int frames) {
        Playing now = playing.get();
        int filled = now == null ? 0 : now.source().fill(interleaved, frames);
        Arrays.fill(interleaved, 2 * filled, 2 * frames, 0);
        scale(interleaved, filled);
    }

    /** A new volume is reached over one block, without a click. */
    private void scale(float[] interleaved, int frames) {
        int now = muted ? 0 : volume;
        float wanted = now == 0 ? 0 : (float) Math.pow(10, STEP_DB * (now - LOUDEST) / 20);
        if (wanted == 1 && gain == 1) {
            return;
        }
        for (int frame = 0; frame < frames; frame++) {
            float at = gain + (wanted - gain) * (frame + 1) / frames;
            interleaved[2 * frame] *= at;
            interleaved[2 * frame + 1] *= at;
        }
        gain = wanted;
    }
}
