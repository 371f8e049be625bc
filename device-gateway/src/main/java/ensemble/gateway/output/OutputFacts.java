package ensemble.gateway.output;

import ensemble.gateway.audio.SinkSnapshot;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What an output is shown at a look.
 *
 * @param sound whether the audio server is there
 * @param sink its sink, as the graph shows it; empty = the graph has none of that name
 * @param wanted whether somebody wishes it to play
 * @param toldMillis what the device itself says of its latency, where its link tells
 * @param nowNanos elapsed time
 */
public record OutputFacts(
        boolean sound, Optional<SinkSnapshot> sink, boolean wanted, OptionalDouble toldMillis, long nowNanos) {
    /** The audio server has its sink. */
    public boolean present() {
        return sink.filter(SinkSnapshot::present).isPresent();
    }

    /** Our channels lead to it. */
    public boolean linked() {
        return sink.filter(one -> one.present() && one.linked()).isPresent();
    }

    /** Something other than silence is being sent to it. */
    public boolean sounding() {
        return sink.filter(SinkSnapshot::sounding).isPresent();
    }
}
