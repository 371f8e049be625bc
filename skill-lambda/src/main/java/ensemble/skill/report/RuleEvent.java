package ensemble.skill.report;

import com.fasterxml.jackson.databind.JsonNode;
import ensemble.contract.id.HubId;
import ensemble.contract.shadow.ShadowName;
import ensemble.skill.household.PresenceEvent;
import java.time.Duration;
import java.time.Instant;

/** What an AWS IoT rule hands us. */
sealed interface RuleEvent {
    /**
     * A shadow was updated.
     *
     * @param before the reported section; missing node if there was none
     * @param after the reported section; missing node if there is none
     * @param version of the shadow after the update
     * @param wish what is desired since the update
     */
    record ShadowChanged(
            HubId hub, ShadowName shadow, JsonNode before, JsonNode after, long version, Instant at, Wished wish)
            implements RuleEvent {}

    /**
     * @param before its number before the update; 0 if there was none
     * @param n its number; 0 if there is none
     * @param age since it was written, by AWS IoT's clock
     * @param content what was desired before the update; missing node if nothing was
     */
    record Wished(long before, long n, Duration age, JsonNode content) {}

    record PresenceChanged(HubId hub, PresenceEvent event) implements RuleEvent {}

    /** Nothing of ours; kept as a value so that a strange message is never a crash loop. */
    record Foreign(String why) implements RuleEvent {}
}
