package ensemble.house.rules;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a rule does with what it selected; called on a virtual thread, one call after the other for each thing. */
@FunctionalInterface
public interface RuleAction {
    /** @param payload the selected document, the action's own copy */
    void run(ObjectNode payload);
}
