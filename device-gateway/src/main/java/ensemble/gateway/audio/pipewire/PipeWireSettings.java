package ensemble.gateway.audio.pipewire;

import ensemble.pulse.PulseServer;
import java.util.List;
import java.util.Map;

/**
 * Where and how to play.
 *
 * @param environment what {@code pw-link} needs to meet the server: {@code XDG_RUNTIME_DIR} and the like; may be empty
 * @param program node name of the program: a sink (its monitor is read) or a source
 * @param sinks node names of the outputs, at most 16
 * @param clock node name of our own clock, a sink: program and mixer stay linked to it, which makes all of them one group
 *     with one driver, and lets the mixer run whatever leaves
 * @param primedMillis what waits between mixer and sinks, 20 to 400; at least 100 outlasts a collection of garbage
 * @param name the streams' node name; the one that records has {@code -in} appended
 */
public record PipeWireSettings(
        Map<String, String> environment,
        String program,
        List<String> sinks,
        String clock,
        int primedMillis,
        String name) {
    public PipeWireSettings {
        if (primedMillis < 20 || primedMillis > 400) {
            throw new IllegalArgumentException("20 to 400 ms can be primed, not " + primedMillis);
        }
        environment = Map.copyOf(environment);
        sinks = List.copyOf(sinks);
    }

    /** With 100 ms primed, on the clock named {@code ensemble.clock}. */
    public static PipeWireSettings of(Map<String, String> environment, String program, List<String> sinks) {
        return new PipeWireSettings(environment, program, sinks, "ensemble.clock", 100, "ensemble");
    }

    PulseServer server() {
        return PulseServer.in(environment);
    }

    String recorder() {
        return name + "-in";
    }
}
