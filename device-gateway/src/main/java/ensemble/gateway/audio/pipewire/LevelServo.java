package ensemble.gateway.audio.pipewire;

/**
 * Holds the through-delay. The level is what waits on the server; where graph or mixer lost a quantum it stands still at a
 * new value, and every speaker is late (or early) for good. Averages {@value #WINDOW} readings, because each one depends
 * on where in the quantum it fell; takes the first average for the goal, and answers a lasting difference by a shift.
 */
final class LevelServo {
    static final int WINDOW = 16;

    /** Readings before the stream runs evenly. */
    static final int SETTLING = 4;

    private final double toleranceFrames;
    private double sum;
    private int readings;
    private int toSkip = SETTLING;
    private double goal = Double.NaN;

    /** @param toleranceFrames what does not matter: less than the smallest quantum that can be lost */
    LevelServo(double toleranceFrames) {
        this.toleranceFrames = toleranceFrames;
    }

    /** Takes one reading; returns frames to shift by: positive = too much waits, skip some of the program. */
    int read(double levelFrames) {
        if (toSkip > 0) {
            toSkip--;
            return 0;
        }
        sum += levelFrames;
        readings++;
        if (readings < WINDOW) {
            return 0;
        }
        double mean = sum / readings;
        forget();
        if (Double.isNaN(goal)) {
            goal = mean;
            return 0;
        }
        double excess = mean - goal;
        return Math.abs(excess) > toleranceFrames ? (int) Math.round(excess) : 0;
    }

    /** The stream was primed anew: after it has settled again, the first average is the goal. */
    void restart() {
        forget();
        goal = Double.NaN;
        toSkip = SETTLING;
    }

    /** Begins a new average: while a shift is under way readings mean nothing. */
    void forget() {
        sum = 0;
        readings = 0;
    }
}
