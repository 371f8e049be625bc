package ensemble.skill.report;

import com.fasterxml.jackson.databind.JsonNode;
import ensemble.contract.id.HubId;
import ensemble.contract.shadow.ShadowName;
import ensemble.skill.household.PresenceEvent;
import java.time.Instant;

/** What an AWS IoT rule hands us. */
sealed interface RuleEvent {
    /**
     * A shadow was updated.
     *
     * @param before the reported section; missing node if there was none
     * @param after the reported section; missing node if there is none
     * @param version of the shadow after the update
     */
    record ShadowChanged(HubId hub, ShadowName shadow, JsonNode before, JsonNode after, long version, Instant at)
            implements RuleEvent {}

    record PresenceChanged(HubId hub, PresenceEvent event) implements RuleEvent {}

    /** Nothing of ours; kept as a value so that a strange message is never a crash loop. */
    record Foreign(String why) implements RuleEvent {}
}
