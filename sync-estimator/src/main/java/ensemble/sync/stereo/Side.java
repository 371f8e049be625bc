package ensemble.sync.stereo;

import java.util.Locale;

/** One of two speakers, or neither. */
public enum Side {
    LEFT,
    RIGHT,
    NEITHER;

    /** As it is spelt in JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
