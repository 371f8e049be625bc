package ensemble.gateway.config;

import ensemble.contract.value.DelayMicros;
import ensemble.gateway.output.OutputKind;
import java.util.OptionalDouble;

/**
 * One output of this box.
 *
 * @param node the sink's node name in the audio graph, {@code *} standing for any letters
 * @param delay what the owner wants added to it before anything has been measured
 * @param kind what it is
 * @param latencyMillis how late its owner says it is heard; empty = its kind's or its own word is taken
 */
public record OutputSetting(String node, DelayMicros delay, OutputKind kind, OptionalDouble latencyMillis) {
    /** A sink of which nothing more is known. */
    public OutputSetting(String node, DelayMicros delay) {
        this(node, delay, new OutputKind.Sink(), OptionalDouble.empty());
    }

    /** With another delay. */
    public OutputSetting delayed(DelayMicros other) {
        return new OutputSetting(node, other, kind, latencyMillis);
    }

    /** Whether its sound passes this box. */
    public boolean isFed() {
        return !(kind instanceof OutputKind.EchoFed);
    }
}
