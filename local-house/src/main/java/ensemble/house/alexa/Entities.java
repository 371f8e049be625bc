package ensemble.house.alexa;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Names that the skill taught Alexa for a while (dynamic entities). Immutable.
 *
 * @param byType what a spoken name means, by slot type
 */
record Entities(Map<String, Map<String, SkillModel.Value>> byType, Instant until) {
    /** Amazon forgets them after half an hour. */
    private static final Duration LIFE = Duration.ofMinutes(30);

    static Entities none() {
        return new Entities(Map.of(), Instant.EPOCH);
    }

    /** These as they are after an answer of the skill. */
    Entities after(JsonNode response, Instant now) {
        Entities next = this;
        for (JsonNode directive : response.path("directives")) {
            if (directive.path("type").asText().equals("Dialog.UpdateDynamicEntities")) {
                next = directive.path("updateBehavior").asText().equals("CLEAR")
                        ? none()
                        : new Entities(read(directive.path("types")), now.plus(LIFE));
            }
        }
        return next;
    }

    Entities at(Instant now) {
        return now.isBefore(until) ? this : none();
    }

    Optional<SkillModel.Value> resolved(String type, String spoken) {
        return Optional.ofNullable(byType.getOrDefault(type, Map.of()).get(spoken));
    }

    private static Map<String, Map<String, SkillModel.Value>> read(JsonNode types) {
        Map<String, Map<String, SkillModel.Value>> all = new HashMap<>();
        for (JsonNode type : types) {
            Map<String, SkillModel.Value> values = new HashMap<>();
            type.path("values").forEach(value -> SkillModel.add(values, value));
            all.put(type.path("name").asText(), Map.copyOf(values));
        }
        return Map.copyOf(all);
    }

    /** Lower case, as recognition hands words on. */
    static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
