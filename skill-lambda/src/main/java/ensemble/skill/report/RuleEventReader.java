package ensemble.skill.report;

import com.fasterxml.jackson.databind.JsonNode;
import ensemble.contract.id.HubId;
import ensemble.contract.shadow.ShadowName;
import ensemble.skill.household.PresenceEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads {@code {previous, current, timestamp, thing, shadowName}} (or {@code shadow}) and {@code {eventType,
 * clientId, timestamp, versionNumber,
 * sessionIdentifier}}.
 */
final class RuleEventReader {
    private RuleEventReader() {}

    static RuleEvent read(JsonNode event) {
        if (event.has("eventType")) {
            return presence(event);
        }
        return event.has("current") ? shadow(event) : new RuleEvent.Foreign("neither presence nor shadow");
    }

    private static RuleEvent presence(JsonNode event) {
        String type = event.path("eventType").asText();
        Optional<HubId> hub = hub(event.path("clientId"));
        boolean online = type.equals("connected");
        if (hub.isEmpty() || !(online || type.equals("disconnected"))) {
            return new RuleEvent.Foreign("presence of no hub");
        }
        return new RuleEvent.PresenceChanged(
                hub.get(),
                new PresenceEvent(
                        online,
                        Instant.ofEpochMilli(event.path("timestamp").asLong()),
                        event.path("versionNumber").asLong(),
                        event.path("sessionIdentifier").asText("none")));
    }

    private static RuleEvent shadow(JsonNode event) {
        Optional<HubId> hub = hub(event.path("thing"));
        String shadowName = event.path("shadowName").asText(event.path("shadow").asText());
        Optional<ShadowName> shadow = Arrays.stream(ShadowName.values())
                .filter(name -> name.wire().equals(shadowName))
                .findFirst();
        if (hub.isEmpty() || shadow.isEmpty()) {
            return new RuleEvent.Foreign("a shadow of no hub");
        }
        JsonNode current = event.path("current");
        return new RuleEvent.ShadowChanged(
                hub.get(),
                shadow.get(),
                event.path("previous").path("state").path("reported"),
                current.path("state").path("reported"),
                current.path("version").asLong(),
                Instant.ofEpochSecond(event.path("timestamp").asLong()),
                wished(event));
    }

    private static RuleEvent.Wished wished(JsonNode event) {
        long now = event.path("timestamp").asLong();
        long written = event.at("/current/metadata/desired/n/timestamp").asLong(now);
        return new RuleEvent.Wished(
                event.at("/previous/state/desired/n").asLong(),
                event.at("/current/state/desired/n").asLong(),
                Duration.ofSeconds(Math.max(0, now - written)),
                event.at("/previous/state/desired"));
    }

    private static Optional<HubId> hub(JsonNode name) {
        try {
            return Optional.of(new HubId(name.asText()));
        } catch (IllegalArgumentException noHub) {
            return Optional.empty();
        }
    }
}
