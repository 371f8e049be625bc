package ensemble.sync.stereo;

import java.util.Locale;

/** How well two speakers play together, by how far apart they are heard; bounds belong to the better tier. */
public enum Tier {
    INAUDIBLE(60),
    IMAGE(220),
    STUDIO(1200),
    TIGHT(5000),
    TOGETHER(15_000),
    NONE(Double.POSITIVE_INFINITY);

    private final double micros;

    Tier(double micros) {
        this.micros = micros;
    }

    /** The best tier that an offset lies in. */
    public static Tier of(double offsetMicros) {
        for (Tier tier : values()) {
            if (Math.abs(offsetMicros) <= tier.micros) {
                return tier;
            }
        }
        return NONE;
    }

    /** As it is spelt in JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
