package ensemble.catalogue.data;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A way in which a model is claimed to link with others, or claimed not to.
 *
 * @param family models that share one link in this mode; null for a claim that stands alone
 * @param method id of the {@link Method} it belongs to
 * @param works false = the source says it cannot
 * @param identical only with the same model
 * @param units how many at most; null unknown
 * @param pick the entry to choose on the source
 * @param procedure id of a {@link Procedure}
 */
public record Mode(
        String mode,
        @Nullable String family,
        String method,
        boolean works,
        boolean identical,
        boolean stereo,
        @Nullable Integer units,
        @Nullable String firmwareMin,
        @Nullable String appMin,
        Path path,
        @Nullable String pick,
        @Nullable String procedure,
        Evidence evidence,
        List<Fact> facts) {
    /** The way the sound takes. */
    public enum Path {
        RELAY,
        DUAL_STREAM,
        BROADCAST,
        WIFI,
        WIRE,
        APP
    }

    /** Whether somebody stands behind it with more than doubt. */
    public boolean likely() {
        return evidence.sure() != Sureness.DOUBTED;
    }
}
