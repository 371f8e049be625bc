package ensemble.house.app;

import org.junit.jupiter.api.Tag;

/** The same where no audio server can be had. In real time too, so among the slow ones. */
@Tag("slow")
final class LineUpOnCableTest extends LineUpStories {
    @Override
    boolean onAudioServer() {
        return false;
    }
}
