package ensemble.house.room;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The virtual Echo: silent at first, then its tune or a file. Commands from any thread, filled on the audio thread. */
final class VirtualEcho {
    private record Playing(String what, EchoSource source) {}

    private final AtomicReference<@Nullable Playing> playing = new AtomicReference<>();

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
    }
}
