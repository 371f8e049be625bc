package ensemble.contract.state;

import ensemble.contract.id.SpeakerId;
import java.util.Set;
import java.util.TreeSet;

/**
 * The hub's word that a wish did not come true, or not wholly.
 *
 * @param kind why
 * @param speakers which; empty = the whole box
 */
public record Fault(FaultKind kind, Set<SpeakerId> speakers) {
    public Fault {
        speakers = java.util.Collections.unmodifiableSet(new TreeSet<>(speakers));
    }
}
