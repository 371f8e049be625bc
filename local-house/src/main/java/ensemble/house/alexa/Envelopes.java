package ensemble.house.alexa;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The messages Alexa sends, in the shapes of her documentation. */
final class Envelopes {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Envelopes() {}

    static ObjectNode discover(String token) {
        ObjectNode envelope = directive("Alexa.Discovery", "Discover");
        ObjectNode payload = ((ObjectNode) envelope.path("directive")).putObject("payload");
        payload.set("scope", scope(token));
        return envelope;
    }

    static ObjectNode directive(Understood.Directive understood, String token) {
        ObjectNode envelope = directive(understood.namespace(), understood.name());
        ObjectNode directive = (ObjectNode) envelope.path("directive");
        ((ObjectNode) directive.path("header"))
                .put("correlationToken", UUID.randomUUID().toString());
        ObjectNode endpoint = directive.putObject("endpoint");
        endpoint.set("scope", scope(token));
        endpoint.put("endpointId", understood.endpoint().id());
        endpoint.putObject("cookie");
        directive.putObject("payload");
        return envelope;
    }

    static ObjectNode launch(Session session, String token) {
        return request(session, token, JSON.objectNode().put("type", "LaunchRequest"));
    }

    static ObjectNode intent(Understood.Intent intent, SkillModel model, Session session, String token) {
        ObjectNode request = JSON.objectNode().put("type", "IntentRequest").put("dialogState", "STARTED");
        ObjectNode node = request.putObject("intent").put("name", intent.name()).put("confirmationStatus", "NONE");
        ObjectNode slots = node.putObject("slots");
        for (String slot : model.slotsOf(intent.name())) {
            slots.set(slot, slot(intent, slot, model));
        }
        return request(session, token, request);
    }

    private static ObjectNode slot(Understood.Intent intent, String slot, SkillModel model) {
        ObjectNode node = JSON.objectNode().put("name", slot).put("confirmationStatus", "NONE");
        String spoken = intent.slots().get(slot);
        if (spoken == null) {
            return node;
        }
        node.put("value", spoken).put("source", "USER");
        Optional<String> resolved = model.resolved(intent.name(), slot, spoken);
        ObjectNode authority = node.putObject("resolutions")
                .putArray("resolutionsPerAuthority")
                .addObject()
                .put(
                        "authority",
                        "amzn1.er-authority.echo-sdk." + Session.APPLICATION + "." + model.typeOf(intent.name(), slot));
        authority.putObject("status").put("code", resolved.isPresent() ? "ER_SUCCESS_MATCH" : "ER_SUCCESS_NO_MATCH");
        resolved.ifPresent(name -> authority
                .putArray("values")
                .addObject()
                .putObject("value")
                .put("name", name)
                .put("id", name.toLowerCase(Locale.ROOT).replace(' ', '-')));
        return node;
    }

    private static ObjectNode request(Session session, String token, ObjectNode request) {
        ObjectNode envelope = JSON.objectNode().put("version", "1.0");
        ObjectNode sessionNode =
                envelope.putObject("session").put("new", session.isNew()).put("sessionId", session.id());
        ObjectNode application = JSON.objectNode().put("applicationId", Session.APPLICATION);
        ObjectNode user =
                JSON.objectNode().put("userId", "amzn1.ask.account.local-house").put("accessToken", token);
        sessionNode.set("application", application);
        sessionNode.set("attributes", session.attributes().deepCopy());
        sessionNode.set("user", user);
        ObjectNode system = envelope.putObject("context").putObject("System");
        system.set("application", application.deepCopy());
        system.set("user", user.deepCopy());
        system.putObject("device")
                .put("deviceId", "amzn1.ask.device.local-house")
                .putObject("supportedInterfaces");
        system.put("apiEndpoint", "https://api.amazonalexa.com").put("apiAccessToken", "local-house");
        request.put("requestId", "amzn1.echo-api.request." + UUID.randomUUID())
                .put("timestamp", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString())
                .put("locale", session.locale());
        envelope.set("request", request);
        return envelope;
    }

    private static ObjectNode directive(String namespace, String name) {
        ObjectNode envelope = JSON.objectNode();
        envelope.putObject("directive")
                .putObject("header")
                .put("namespace", namespace)
                .put("name", name)
                .put("payloadVersion", "3")
                .put("messageId", UUID.randomUUID().toString());
        return envelope;
    }

    private static ObjectNode scope(String token) {
        return JSON.objectNode()
                .setAll(Map.of(
                        "type", JSON.textNode("BearerToken"),
                        "token", JSON.textNode(token)));
    }
}
