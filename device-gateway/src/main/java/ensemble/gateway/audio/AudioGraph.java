package ensemble.gateway.audio;

import ensemble.contract.value.Gain;
import java.util.List;
import java.util.OptionalLong;

/**
 * Plays one stereo program on many outputs, in sync by construction. Safe to use from any thread; faults of the audio
 * server are read from the {@link #snapshot}, never thrown.
 */
public interface AudioGraph extends AutoCloseable {
    /**
     * Wishes for the whole mix, absolutely: outputs that it does not name fall silent. A name that is no configured
     * output is kept as such in the snapshot, and is not an error.
     *
     * @return a ticket, larger than every one before; {@link GraphSnapshot#carried} tells when it is true at the sinks
     */
    long apply(Mix mix);

    /**
     * Plays something on top of the program, sample-exact across the outputs, untouched by volume, trim, role and the
     * delays of the mix: an insert brings its own delays, so that whoever measures it knows them. It replaces an insert that
     * is still playing.
     *
     * @return a ticket, larger than every one before; {@link GraphSnapshot#inserted} tells when the sinks have had all of it
     */
    long insert(Insert insert);

    /**
     * Where in the program an insert began, counted as {@link Marks} does: what was played there with no delay was played at the
     * same moment. Empty before it began, and once another has replaced it.
     */
    OptionalLong began(long insert);

    /** Lowers the program on every output by a gain of at most 0 dB, gliding; {@link Gain#UNITY} restores it. */
    void duck(Gain gain);

    /**
     * Lays a mark of its own under the program of each of these outputs from now on, by sink; it goes through gain and delay
     * with the program. Replaces the marks before.
     */
    Marks mark(List<String> nodes);

    /** No marks any more. */
    void unmark();

    /** How things stand now. */
    GraphSnapshot snapshot();

    @Override
    void close();
}
