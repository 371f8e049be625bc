package ensemble.skill.household;

import java.time.Instant;

/** Whether a hub is connected, as AWS IoT last said. */
public sealed interface HubPresence {
    /** @param since by AWS IoT's clock */
    record Online(Instant since) implements HubPresence {}

    /** @param since by AWS IoT's clock */
    record Offline(Instant since) implements HubPresence {}

    /** No hub of that name has ever connected. */
    record NeverSeen() implements HubPresence {}

    default boolean isOnline() {
        return this instanceof Online;
    }
}
