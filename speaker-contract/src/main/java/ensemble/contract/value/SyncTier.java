package ensemble.contract.value;

import java.util.Optional;

/** How closely a group plays together, by the largest offset inside it; bounds are inclusive. Tightest first. */
public enum SyncTier {
    INAUDIBLE(60),
    IMAGE(220),
    STUDIO(1_200),
    TIGHT(5_000),
    TOGETHER(15_000);

    private final int atMostMicros;

    SyncTier(int atMostMicros) {
        this.atMostMicros = atMostMicros;
    }

    public int atMostMicros() {
        return atMostMicros;
    }

    /** @throws IllegalArgumentException if no tier has that bound */
    public static SyncTier boundedBy(int micros) {
        for (SyncTier tier : values()) {
            if (tier.atMostMicros == micros) {
                return tier;
            }
        }
        throw new IllegalArgumentException("no sync tier ends at " + micros + " microseconds");
    }

    /** The tightest tier that a spread of arrivals (microseconds, at least 0) reaches; empty above 15 ms. */
    public static Optional<SyncTier> of(double spreadMicros) {
        for (SyncTier tier : values()) {
            if (spreadMicros <= tier.atMostMicros) {
                return Optional.of(tier);
            }
        }
        return Optional.empty();
    }
}
