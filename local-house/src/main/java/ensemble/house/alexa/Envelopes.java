package ensemble.house.alexa;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
        DeviceAct act = understood.act();
        ObjectNode envelope = directive(act.isQuestion() ? "Alexa" : act.namespace(), act.directive());
        ObjectNode directive = (ObjectNode) envelope.path("directive");
        ObjectNode header = (ObjectNode) directive.path("header");
        header.put("correlationToken", UUID.randomUUID().toString());
        if (!understood.instance().isEmpty() && !act.isQuestion()) {
            header.put("instance", understood.instance());
        }
        ObjectNode endpoint = directive.putObject("endpoint");
        endpoint.set("scope", scope(token));
        endpoint.put("endpointId", understood.endpoint().id());
        endpoint.putObject("cookie");
        directive.set("payload", understood.payload());
        return envelope;
    }

    static ObjectNode launch(Session session, String token) {
        return request(session, token, JSON.objectNode().put("type", "LaunchRequest"));
    }

    /** What a routine does with a task of the skill's. */
    static ObjectNode task(Routines.Entry routine, Session session, String token) {
        ObjectNode request = JSON.objectNode().put("type", "LaunchRequest");
        ObjectNode task = request.putObject("task").put("name", routine.task()).put("version", routine.version());
        task.set("input", routine.input());
        return request(session, token, request);
    }

    /** The skill is told that nobody answered it. */
    static ObjectNode ended(Session session, String token) {
        ObjectNode request =
                JSON.objectNode().put("type", "SessionEndedRequest").put("reason", "EXCEEDED_MAX_REPROMPTS");
        return request(session, token, request);
    }

    /** Alexa comes back from what the skill handed over to her. */
    static ObjectNode resumed(Session session, String back, String code, String result, String token) {
        ObjectNode request = JSON.objectNode().put("type", "SessionResumedRequest");
        ObjectNode cause =
                request.putObject("cause").put("type", "ConnectionCompleted").put("token", back);
        cause.putObject("status").put("code", code).put("message", result);
        cause.putObject("result").put("reason", result);
        return request(session, token, request);
    }

    static ObjectNode intent(
            Understood.Intent intent, SkillModel model, Entities entities, Session session, String token) {
        boolean isWhole =
                model.dialog().missing(intent.name(), intent.slots().keySet()).isEmpty();
        ObjectNode request = JSON.objectNode()
                .put("type", "IntentRequest")
                .put("dialogState", !intent.goesOn() ? "STARTED" : isWhole ? "COMPLETED" : "IN_PROGRESS");
        ObjectNode node =
                request.putObject("intent").put("name", intent.name()).put("confirmationStatus", intent.confirmation());
        ObjectNode slots = node.putObject("slots");
        for (String slot : model.slotsOf(intent.name())) {
            slots.set(slot, slot(intent, slot, model, entities));
        }
        return request(session, token, request);
    }

    private static ObjectNode slot(Understood.Intent intent, String slot, SkillModel model, Entities entities) {
        ObjectNode node = JSON.objectNode().put("name", slot).put("confirmationStatus", "NONE");
        String spoken = intent.slots().get(slot);
        if (spoken == null) {
            return node;
        }
        node.put("value", spoken).put("source", "USER");
        String type = model.typeOf(intent.name(), slot);
        if (type.startsWith("AMAZON.")) {
            return node;
        }
        ArrayNode authorities = node.putObject("resolutions").putArray("resolutionsPerAuthority");
        String skill = Session.APPLICATION + "." + type;
        authority(authorities, "amzn1.er-authority.echo-sdk." + skill, model.resolved(intent.name(), slot, spoken));
        Optional<SkillModel.Value> taught = entities.resolved(type, spoken);
        if (taught.isPresent()) {
            authority(authorities, "amzn1.er-authority.echo-sdk.dynamic." + skill, taught);
        }
        return node;
    }

    private static void authority(ArrayNode authorities, String name, Optional<SkillModel.Value> resolved) {
        ObjectNode authority = authorities.addObject().put("authority", name);
        authority.putObject("status").put("code", resolved.isPresent() ? "ER_SUCCESS_MATCH" : "ER_SUCCESS_NO_MATCH");
        resolved.ifPresent(value -> authority
                .putArray("values")
                .addObject()
                .putObject("value")
                .put("name", value.name())
                .put("id", value.id()));
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
