package ensemble.gateway.bluetooth;

import java.util.Optional;

/**
 * How an operation ended.
 *
 * @param failure empty when it was done
 */
public record Outcome(Operation operation, Optional<RadioFailure> failure) {}
