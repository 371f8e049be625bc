package ensemble.gateway.bluetooth.bluez;

import ensemble.gateway.bluetooth.RadioFailure;

/** A call did not succeed. */
final class BusFault extends Exception {
    private static final long serialVersionUID = 1;

    private final transient RadioFailure failure;

    BusFault(RadioFailure failure) {
        super(failure.detail());
        this.failure = failure;
    }

    RadioFailure failure() {
        return failure;
    }
}
