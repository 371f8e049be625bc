package ensemble.house.room;

/**
 * Compares the Echo's program as it came back from the audio server with what was sent, sample by sample: where they
 * part, the machine itself lost or stalled something, not the gateway. On the audio thread only.
 */
final class ProgramFollower {
    private static final int MEMORY = 1 << 17;
    private static final int MASK = MEMORY - 1;
    private static final int PATTERN = 48;
    private static final int PATIENCE = 480;
    private static final float EQUAL = 1e-6f;

    private final float[] sent = new float[MEMORY];
    private final float[] back = new float[PATTERN];
    private long sentFrames;
    private long backFrames;
    private long next;
    private boolean following;
    private long lastTry;
    private long gaps;
    private long lostFrames;
    private long followed;

    void sent(float[] interleaved, int frames) {
        for (int k = 0; k < frames; k++) {
            sent[(int) sentFrames++ & MASK] = mixed(interleaved, k);
        }
    }

    void cameBack(float[] interleaved, int frames) {
        for (int k = 0; k < frames; k++) {
            cameBack(mixed(interleaved, k));
        }
    }

    private void cameBack(float sample) {
        back[(int) (backFrames++ % PATTERN)] = sample;
        if (following && (next >= sentFrames || differs(sample, sent[(int) next & MASK]))) {
            following = false;
            gaps++;
        }
        if (following) {
            next++;
            followed++;
            return;
        }
        // Before the first match nothing was lost: the program was merely not there yet.
        lostFrames += followed == 0 ? 0 : 1;
        if (backFrames >= PATTERN && backFrames - lastTry >= PATIENCE && varied()) {
            lastTry = backFrames;
            find();
        }
    }

    private boolean varied() {
        int same = 0;
        for (int i = 1; i < PATTERN; i++) {
            if (back[i] == back[i - 1]) {
                same++;
            }
        }
        return same < PATTERN / 4;
    }

    /** Looks for the last samples in what was sent, newest first. */
    private void find() {
        long oldest = Math.max(PATTERN, sentFrames - MEMORY + PATTERN);
        for (long end = sentFrames; end >= oldest; end--) {
            int i = 0;
            while (i < PATTERN
                    && !differs(back[(int) ((backFrames - 1 - i) % PATTERN)], sent[(int) (end - 1 - i) & MASK])) {
                i++;
            }
            if (i == PATTERN) {
                following = true;
                next = end;
                return;
            }
        }
    }

    private static boolean differs(float a, float b) {
        return !(Math.abs(a - b) <= EQUAL);
    }

    /** Both sides in one number that an opposed pair does not cancel. */
    private static float mixed(float[] interleaved, int frame) {
        return interleaved[2 * frame] + 0.62f * interleaved[2 * frame + 1];
    }

    /** Times the program that came back parted from what was sent. */
    long gaps() {
        return gaps;
    }

    /** Frames that could not be matched since a gap began, the search's own patience included. */
    long lostFrames() {
        return lostFrames;
    }

    /** Frames that were as sent. */
    long followed() {
        return followed;
    }
}
