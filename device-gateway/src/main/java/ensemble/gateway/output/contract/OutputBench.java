package ensemble.gateway.output.contract;

import ensemble.gateway.output.OutputView;
import java.util.Optional;

/** One output under test, with the means to do things to it: in virtual time, on a private audio server, or on a real box. */
public interface OutputBench extends AutoCloseable {
    /** Whether its sound passes this box. */
    boolean isFed();

    /** Looks once, a tenth of a second after the look before. */
    OutputView look();

    /** Begins or ends a tone on this output alone. */
    void tone(boolean on);

    /** Whether sound is sent to it. */
    boolean sounding();

    /** Whether sound is sent to any other output. */
    boolean othersSounding();

    /** What a microphone hears of a tone on it; empty where there is none. */
    Optional<Heard> listen();

    /** Takes it away as the world does, or brings it back; false where that is not in this bench's power. */
    boolean present(boolean there);

    /** Processes that run for it. */
    int running();

    /** Closes the output. */
    @Override
    void close();

    /**
     * @param overRoomDb how far the tone stands out of the room
     * @param afterMillis when it was heard after it was sent; rough: the buffers on the way are not taken off
     */
    record Heard(double overRoomDb, double afterMillis) {}
}
