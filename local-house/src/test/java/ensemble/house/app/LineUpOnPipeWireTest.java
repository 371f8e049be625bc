package ensemble.house.app;

import org.junit.jupiter.api.Tag;

/** Through a real audio server and its microphone. */
@Tag("audio")
final class LineUpOnPipeWireTest extends LineUpStories {
    @Override
    boolean onAudioServer() {
        return true;
    }
}
