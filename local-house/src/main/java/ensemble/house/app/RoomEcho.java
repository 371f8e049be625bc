package ensemble.house.app;

import ensemble.house.alexa.Echo;
import ensemble.house.room.Room;
import ensemble.house.room.RoomException;
import java.io.IOException;

/** The virtual room's Echo, as somebody speaks to her. Safe from any thread. */
final class RoomEcho implements Echo {
    private final Room room;

    RoomEcho(Room room) {
        this.room = room;
    }

    @FunctionalInterface
    private interface Act {
        void run() throws RoomException, InterruptedException;
    }

    @Override
    public int volume() {
        return room.echoVolume();
    }

    @Override
    public void volume(int tenths) throws IOException {
        telling(() -> room.echoVolume(tenths));
    }

    @Override
    public void mute(boolean muted) throws IOException {
        telling(() -> room.echoMute(muted));
    }

    @Override
    public void play() {
        room.playTune();
    }

    @Override
    public void pause() {
        room.stop();
    }

    private static void telling(Act act) throws IOException {
        try {
            act.run();
        } catch (RoomException still) {
            throw new IOException("the Echo cannot be told: " + still.getMessage(), still);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            throw new IOException("the house is ending", ending);
        }
    }
}
