package ensemble.house.app;

/** On the in-process graph: the house where no audio server can be had. */
final class HouseOnCableTest extends HouseStories {
    @Override
    boolean onAudioServer() {
        return false;
    }

    @Override
    String graph() {
        return "in-process";
    }
}
