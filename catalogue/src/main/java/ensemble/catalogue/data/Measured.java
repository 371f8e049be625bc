package ensemble.catalogue.data;

import org.jspecify.annotations.Nullable;

/**
 * What a person's own calibration found for a model.
 *
 * @param model the model's id
 * @param method id of the {@link Method} they were joined by; null any
 * @param offsetMs between speakers of that model, milliseconds, at least 0
 * @param uncertaintyMs at least 0; null unknown
 */
public record Measured(
        String model,
        @Nullable String method,
        double offsetMs,
        @Nullable Double uncertaintyMs,
        String when) {}
