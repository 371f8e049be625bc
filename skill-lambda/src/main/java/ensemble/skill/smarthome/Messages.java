package ensemble.skill.smarthome;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.skill.smarthome.error.ErrorType;
import ensemble.skill.smarthome.error.Refusal;
import ensemble.skill.smarthome.property.Property;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Supplier;

/** Everything we say to Alexa's smart home, whole; each message with an id of its own. */
public final class Messages {
    private static final String ALEXA = "Alexa";

    private final Supplier<String> ids;
    private final InstantSource clock;

    /** @param ids a fresh message id at each call: 1 to 127 letters, digits and '-' */
    public Messages(Supplier<String> ids, InstantSource clock) {
        this.ids = ids;
        this.clock = clock;
    }

    /** The answer to a control directive: all properties, changed or not. */
    public ObjectNode response(Optional<String> correlationToken, String endpointId, Collection<Property> all) {
        return about(event(ALEXA, "Response", correlationToken), endpointId, all);
    }

    public ObjectNode stateReport(Optional<String> correlationToken, String endpointId, Collection<Property> all) {
        return about(event(ALEXA, "StateReport", correlationToken), endpointId, all);
    }

    /** "The answer comes later", within this many seconds. */
    public ObjectNode deferred(Optional<String> correlationToken, int seconds) {
        ObjectNode message = event(ALEXA, "DeferredResponse", correlationToken);
        payload(message).put("estimatedDeferralInSeconds", seconds);
        return message;
    }

    public ObjectNode error(Optional<String> correlationToken, Optional<String> endpointId, Refusal refusal) {
        String namespace = refusal.type() == ErrorType.ACCEPT_GRANT_FAILED ? "Alexa.Authorization" : ALEXA;
        ObjectNode message = event(namespace, "ErrorResponse", correlationToken);
        endpointId.ifPresent(id -> endpoint(message, id));
        payload(message)
                .put("type", refusal.type().name())
                .put("message", String.valueOf(refusal.getMessage()))
                .setAll(refusal.details());
        return message;
    }

    /** The answer of a scene: it has begun, or is being left. */
    public ObjectNode sceneStarted(
            Optional<String> correlationToken, String endpointId, boolean activated, Collection<Property> all) {
        String name = activated ? "ActivationStarted" : "DeactivationStarted";
        ObjectNode message = about(event("Alexa.SceneController", name, correlationToken), endpointId, all);
        payload(message)
                .put("timestamp", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString())
                .putObject("cause")
                .put("type", "VOICE_INTERACTION");
        return message;
    }

    /** New devices, or old ones that are called or can do otherwise. */
    public ObjectNode addedOrUpdated(ArrayNode endpoints) {
        ObjectNode message = event("Alexa.Discovery", "AddOrUpdateReport", Optional.empty());
        payload(message).set("endpoints", endpoints);
        return message;
    }

    /** Devices that are no more. */
    public ObjectNode deleted(Collection<String> endpointIds) {
        ObjectNode message = event("Alexa.Discovery", "DeleteReport", Optional.empty());
        ArrayNode endpoints = payload(message).putArray("endpoints");
        endpointIds.forEach(id -> endpoints.addObject().put("endpointId", id));
        return message;
    }

    public ObjectNode discovered(ArrayNode endpoints) {
        ObjectNode message = event("Alexa.Discovery", "Discover.Response", Optional.empty());
        payload(message).set("endpoints", endpoints);
        return message;
    }

    public ObjectNode grantAccepted() {
        return event("Alexa.Authorization", "AcceptGrant.Response", Optional.empty());
    }

    /**
     * News that nobody asked for.
     *
     * @param cause as Alexa spells it, such as {@code PHYSICAL_INTERACTION}
     * @param unchanged the endpoint's other properties
     */
    public ObjectNode changeReport(
            String endpointId, String cause, Collection<Property> changed, Collection<Property> unchanged) {
        ObjectNode message = about(event(ALEXA, "ChangeReport", Optional.empty()), endpointId, unchanged);
        ObjectNode change = payload(message).putObject("change");
        change.putObject("cause").put("type", cause);
        put(change.putArray("properties"), changed);
        return message;
    }

    /** What the event gateway wants in a message that is not a direct answer. */
    public static ObjectNode scoped(ObjectNode message, String accessToken) {
        JsonNode payload = message.path("event").path("payload");
        boolean isDiscovery = payload.has("endpoints");
        ObjectNode owner =
                (ObjectNode) (isDiscovery ? payload : message.path("event").path("endpoint"));
        owner.putObject("scope").put("type", "BearerToken").put("token", accessToken);
        return message;
    }

    private ObjectNode event(String namespace, String name, Optional<String> correlationToken) {
        ObjectNode message = JsonNodeFactory.instance.objectNode();
        ObjectNode event = message.putObject("event");
        ObjectNode header = event.putObject("header")
                .put("namespace", namespace)
                .put("name", name)
                .put("messageId", ids.get())
                .put("payloadVersion", "3");
        correlationToken.ifPresent(token -> header.put("correlationToken", token));
        event.putObject("payload");
        return message;
    }

    private ObjectNode about(ObjectNode message, String endpointId, Collection<Property> properties) {
        endpoint(message, endpointId);
        put(message.putObject("context").putArray("properties"), properties);
        return message;
    }

    private void put(ArrayNode array, Collection<Property> properties) {
        properties.forEach(property -> array.add(property.json(clock.instant())));
    }

    private static void endpoint(ObjectNode message, String endpointId) {
        ((ObjectNode) message.path("event")).putObject("endpoint").put("endpointId", endpointId);
    }

    private static ObjectNode payload(ObjectNode message) {
        return (ObjectNode) message.path("event").path("payload");
    }
}
