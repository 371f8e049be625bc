package ensemble.house.room.pipewire;

/**
 * Whether as much waits between the room and the audio server as should, so that the microphone stays as late as is said of it.
 * While nodes come and go, the server leaves out turns of playing but not of capturing, and what it left out waits on top for
 * good. Pure.
 */
final class LevelWatch {
    /** Two seconds: capture may pause for a quarter of one on a loaded machine, and brings what it owes afterwards. */
    static final int READINGS = 100;

    /** A fifth of a second: less is left alone, for priming anew is a hole in everything that is heard. */
    static final int MUCH_FRAMES = 9600;

    private final int goal;
    private int off;

    /** @param goalFrames what should wait */
    LevelWatch(int goalFrames) {
        goal = goalFrames;
    }

    /** Takes what waits, in frames; returns whether it has been off for so long that it has to be primed anew. */
    boolean isOff(long waiting) {
        off = Math.abs(waiting - goal) > MUCH_FRAMES ? off + 1 : 0;
        if (off < READINGS) {
            return false;
        }
        off = 0;
        return true;
    }
}
