package ensemble.gateway.report;

import ensemble.contract.state.EchoHealth;
import ensemble.contract.state.EchoLink;
import ensemble.gateway.audio.GraphSnapshot;
import ensemble.gateway.audio.GraphState;
import java.util.Optional;

/**
 * What the sound alone tells of the Echo that feeds the box. A wire cannot say whether the Echo is silent because nobody
 * asked it for music; so silence from the start is unknown, and never a fault.
 */
public final class EchoWatch {
    private boolean hasSounded;

    /** One look, in which what the link itself knows comes first; one thread. */
    public EchoHealth look(GraphSnapshot graph, Optional<EchoHealth> link) {
        EchoHealth heard = look(graph);
        return link.map(known ->
                        known.link() == EchoLink.UNKNOWN ? new EchoHealth(heard.link(), known.controllable()) : known)
                .orElse(heard);
    }

    private EchoHealth look(GraphSnapshot graph) {
        if (!(graph.state() instanceof GraphState.Running)) {
            return EchoHealth.UNKNOWN;
        }
        if (graph.program().isEmpty()) {
            hasSounded = false;
            return new EchoHealth(EchoLink.NONE, false);
        }
        hasSounded |= graph.programSounding();
        return hasSounded ? new EchoHealth(EchoLink.FINE, false) : EchoHealth.UNKNOWN;
    }
}
