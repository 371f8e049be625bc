package ensemble.catalogue.advise;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody owns and wants.
 *
 * @param echos names as given
 * @param phone name as given; null none told
 * @param box whether there is a speaker box already
 * @param transmitter name as given; null none
 * @param wifi null unknown
 * @param budget US dollars for what is missing, at least 0; null = no limit told
 * @param use what for; null = any
 * @param distance metres between source and farthest speaker; null unknown
 * @param plan name of the music plan; null unknown
 */
public record Inventory(
        List<String> echos,
        List<Owned> speakers,
        @Nullable String phone,
        boolean box,
        @Nullable String transmitter,
        @Nullable Boolean wifi,
        @Nullable Double budget,
        @Nullable Use use,
        @Nullable Double distance,
        @Nullable String plan) {
    /** One speaker they have. */
    public record Owned(String model, @Nullable String firmware, List<String> ports) {}

    /** What it is for. */
    public enum Use {
        PARTY,
        STEREO,
        FILM
    }
}
