package ensemble.gateway.output;

/**
 * One thing this box can feed, as far as it is more than a sink of the audio graph: what can be known of it, and what must
 * run for it. Sound itself goes through the graph alone. One thread, the loop's, calls it; no call may block. Whatever it
 * starts is ended by {@link #close}. {@code output.contract.OutputContract} says what every kind must keep.
 */
public interface Output extends AutoCloseable {
    /** Looks once; looking twice at the same facts does nothing the second time. */
    OutputView look(OutputFacts facts);

    @Override
    void close();
}
