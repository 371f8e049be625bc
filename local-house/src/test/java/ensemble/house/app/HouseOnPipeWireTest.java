package ensemble.house.app;

import org.junit.jupiter.api.Tag;

/** On a real audio server. Where it can be installed, this fails rather than skips. */
@Tag("audio")
final class HouseOnPipeWireTest extends HouseStories {
    @Override
    boolean onAudioServer() {
        return true;
    }

    @Override
    String graph() {
        return "pipewire ";
    }
}
