package ensemble.gateway.bluetooth;

import java.util.List;

/**
 * The Bluetooth service of this box. Never blocks the caller: facts are the newest that were read, and what was begun is
 * told among the outcomes later. Safe from any thread; faults are values.
 */
public interface Radio extends AutoCloseable {
    /** The newest that was read. */
    RadioFacts facts();

    /** Begins it. Its outcome follows, whatever happens. The caller never has two under way on one adapter. */
    void begin(Operation operation);

    /** What has ended since the last call; each is told once. */
    List<Outcome> ended();

    /** Replaces who may pair. */
    void admit(Admission admission);

    @Override
    void close();
}
