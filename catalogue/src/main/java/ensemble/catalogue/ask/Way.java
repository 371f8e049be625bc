package ensemble.catalogue.ask;

import ensemble.catalogue.data.Fact;
import ensemble.catalogue.data.Measure;
import ensemble.catalogue.data.Origin;
import ensemble.catalogue.data.Procedure;
import ensemble.catalogue.data.Sureness;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One way in which the models asked about go together.
 *
 * @param method id of the method it belongs to
 * @param identical only with two of the same model
 * @param figures every time known, best evidence first
 * @param costs what it takes away: volume, battery, mono
 * @param breaks what makes it fail
 * @param pick the entry to choose on the source; null where nothing is said
 * @param codec what both ends have; null where the way is not one source to one speaker
 */
public record Way(
        String mode,
        String method,
        boolean identical,
        boolean stereo,
        @Nullable Integer units,
        @Nullable String firmwareMin,
        @Nullable String appMin,
        List<Fact> figures,
        List<Fact> costs,
        List<Fact> breaks,
        @Nullable String pick,
        @Nullable Procedure procedure,
        @Nullable String codec,
        List<Origin> from,
        Sureness sure,
        List<String> conflicts) {
    /** The figure to expect: an own measurement, else between speakers, else whatever was measured; null if none. */
    public @Nullable Fact expected() {
        for (Measure measure : Measure.values()) {
            for (Fact figure : figures) {
                if (figure.quantity() != null && figure.quantity().measure() == measure) {
                    return figure;
                }
            }
        }
        return null;
    }

    public String source() {
        return from.stream().map(Origin::toString).collect(Collectors.joining("; ")) + " (" + sure.words() + ")";
    }
}
