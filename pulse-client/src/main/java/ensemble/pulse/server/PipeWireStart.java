package ensemble.pulse.server;

/** What starting a private PipeWire came to. */
public sealed interface PipeWireStart {
    /** It runs; whoever holds it closes it. */
    record Started(PrivatePipeWire server) implements PipeWireStart {}

    /**
     * It cannot be had on this machine.
     *
     * @param command the command that failed
     * @param reason why, one sentence
     */
    record CannotBeHad(String command, String reason) implements PipeWireStart {}
}
