package ensemble.gateway.bluetooth;

/** How a link stands. All moments are elapsed nanoseconds. */
sealed interface LinkState {
    /** Connected. */
    record Up(long sinceNanos) implements LinkState {}

    /** Not connected, and not to be: nobody wants it just now. */
    record Resting() implements LinkState {}

    /** @param failures calls in vain since it was last up; 0 = not called yet */
    record Waiting(int failures, long nextNanos) implements LinkState {}

    /**
     * It came and went so often that it is left alone.
     *
     * @param untilNanos when it is tried again
     */
    record Isolated(long untilNanos) implements LinkState {}

    /** Called in vain for so long that only the device itself, or a person, begins again. */
    record GivenUp(RadioFailure last) implements LinkState {}

    /** The pairing is gone, or never was. */
    record Unpaired() implements LinkState {}
}
