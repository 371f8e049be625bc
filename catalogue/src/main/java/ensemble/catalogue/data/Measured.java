package ensemble.catalogue.data;

import org.jspecify.annotations.Nullable;

/**
 * What a person's own calibration found for a model.
 *
 * @param model the model's id
 * @param offsetMs between speakers of that model, milliseconds, at least 0
 * @param uncertaintyMs at least 0; null unknown
 */
public record Measured(
        String model, double offsetMs, @Nullable Double uncertaintyMs, String when) {}
