package ensemble.gateway.audio.pipewire;

import ensemble.gateway.audio.ProgramInput;
import ensemble.pulse.PulseServer;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Where and how to play.
 *
 * @param environment what {@code pw-link} needs to meet the server: {@code XDG_RUNTIME_DIR} and the like; may be empty
 * @param programs what may feed the box, the owner's favourite first
 * @param sinks node names of the outputs, at most 16
 * @param clock node name of our own clock, a sink: program and mixer stay linked to it, which makes all of them one group
 *     with one driver, and lets the mixer run whatever leaves
 * @param primedMillis what waits between mixer and sinks, 20 to 400; at least 100 outlasts a collection of garbage
 * @param name the streams' node name; the one that records has {@code -in} appended
 * @param naming what a sink is called in the graph now, {@code *} standing for any letters: a card's sink is named by what
 *     the card tells when it is plugged in. Called from the thread that keeps links; must not block
 */
public record PipeWireSettings(
        Map<String, String> environment,
        List<ProgramInput> programs,
        List<String> sinks,
        String clock,
        int primedMillis,
        String name,
        UnaryOperator<String> naming) {
    /** The sink that keeps time for everything linked to it. */
    public static final String CLOCK = "ensemble.clock";

    /** What our streams are called. */
    public static final String NAME = "ensemble";

    public PipeWireSettings {
        if (primedMillis < 20 || primedMillis > 400) {
            throw new IllegalArgumentException("20 to 400 ms can be primed, not " + primedMillis);
        }
        environment = Map.copyOf(environment);
        programs = List.copyOf(programs);
        sinks = List.copyOf(sinks);
    }

    /** With sinks that are called by their names. */
    public PipeWireSettings(
            Map<String, String> environment,
            List<ProgramInput> programs,
            List<String> sinks,
            String clock,
            int primedMillis,
            String name) {
        this(environment, programs, sinks, clock, primedMillis, name, UnaryOperator.identity());
    }

    /** With 100 ms primed, on the clock named {@code ensemble.clock}. */
    public static PipeWireSettings of(Map<String, String> environment, String program, List<String> sinks) {
        return new PipeWireSettings(environment, List.of(ProgramInput.of(program)), sinks, CLOCK, 100, NAME);
    }

    PulseServer server() {
        return PulseServer.in(environment);
    }

    String recorder() {
        return name + "-in";
    }
}
