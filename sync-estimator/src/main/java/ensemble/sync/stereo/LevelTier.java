package ensemble.sync.stereo;

import java.util.Locale;

/** How well two speakers' levels match. */
public enum LevelTier {
    /** Within 0.5 dB. */
    MATCHED,
    /** Within 1.5 dB. */
    CLOSE,
    REDO;

    /** The tier of a difference in dB. */
    public static LevelTier of(double decibels) {
        double size = Math.abs(decibels);
        return size <= 0.5 ? MATCHED : size <= 1.5 ? CLOSE : REDO;
    }

    /** As it is spelt in JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
