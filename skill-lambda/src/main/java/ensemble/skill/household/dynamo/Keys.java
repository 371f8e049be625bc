package ensemble.skill.household.dynamo;

import ensemble.contract.id.HubId;
import ensemble.contract.shadow.ShadowName;
import ensemble.contract.value.LinkKey;
import ensemble.skill.household.UserId;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Every key of the table, built here alone; a house's rows cannot be named without its user. */
final class Keys {
    static final String CONFIG = "CONFIG";
    static final String ROUTE = "ROUTE";
    static final String GRANT = "GRANT";
    static final String OWNER = "OWNER";
    static final String TOLD = "TOLD";
    static final String ANNOUNCED = "ANNOUNCED";
    static final String HUB = "HUB#";
    static final String STATUS = "STATUS#";
    static final String PENDING = "PENDING#";

    private Keys() {}

    static AttributeValue house(UserId user) {
        return text("HOUSE#" + user.value());
    }

    static Map<String, AttributeValue> ofHouse(UserId user, String row) {
        return Map.of("pk", house(user), "sk", text(row));
    }

    static Map<String, AttributeValue> ofOwner(HubId hub) {
        return Map.of("pk", text(HUB + hub.value()), "sk", text(OWNER));
    }

    /** Apart from the house's rows: only who tells Alexa of devices reads it, and it is the largest. */
    static Map<String, AttributeValue> ofAnnounced(UserId user) {
        return Map.of("pk", text("ALEXA#" + user.value()), "sk", text(ANNOUNCED));
    }

    static Map<String, AttributeValue> ofClaim(LinkKey key) {
        return Map.of("pk", text("CLAIM#" + key.value()), "sk", text("CLAIM"));
    }

    /** Apart from the house's rows: who tries codes has none yet. Nobody can be called as everybody is. */
    static Map<String, AttributeValue> ofTries(Optional<UserId> who) {
        return Map.of("pk", text(who.map(user -> "TRIES#" + user.value()).orElse("TRIES")), "sk", text("TRIES"));
    }

    static String presence(HubId hub) {
        return HUB + hub.value();
    }

    /** One row per shadow, so that each report pays for its own size only. */
    static String status(HubId hub, ShadowName shadow) {
        return STATUS + hub.value() + "#" + shadow.wire();
    }

    static String pending(long n) {
        return PENDING + n;
    }

    static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    static AttributeValue flag(boolean value) {
        return AttributeValue.fromBool(value);
    }
}
