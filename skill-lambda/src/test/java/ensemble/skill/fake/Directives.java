package ensemble.skill.fake;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.contract.id.GroupId;
import ensemble.skill.smarthome.Endpoints;

/** Smart-home envelopes as Alexa sends them. */
public final class Directives {
    public static final String TOKEN = "token-of-demo";
    public static final String CORRELATION = "dFMb0z+PgpgdDmluhJ1LddFvSqZ/jCc8ptlAKulUj90jSqg==";

    private Directives() {}

    /** Of the demo house, by its owner. */
    public static ObjectNode to(GroupId group, String namespace, String name, String messageId) {
        return to(Endpoints.idOf(Houses.DEMO, group), TOKEN, namespace, name, messageId);
    }

    public static ObjectNode to(String endpointId, String token, String namespace, String name, String messageId) {
        ObjectNode envelope = bare(namespace, name, messageId);
        ObjectNode directive = (ObjectNode) envelope.path("directive");
        ((ObjectNode) directive.path("header")).put("correlationToken", CORRELATION);
        ObjectNode endpoint = directive.putObject("endpoint").put("endpointId", endpointId);
        endpoint.putObject("scope").put("type", "BearerToken").put("token", token);
        return envelope;
    }

    public static ObjectNode discover(String token) {
        ObjectNode envelope = bare("Alexa.Discovery", "Discover", "m-discover");
        payload(envelope).putObject("scope").put("type", "BearerToken").put("token", token);
        return envelope;
    }

    public static ObjectNode acceptGrant(String code, String token) {
        ObjectNode envelope = bare("Alexa.Authorization", "AcceptGrant", "m-grant");
        payload(envelope)
                .putObject("grant")
                .put("type", "OAuth2.AuthorizationCode")
                .put("code", code);
        payload(envelope).putObject("grantee").put("type", "BearerToken").put("token", token);
        return envelope;
    }

    private static ObjectNode bare(String namespace, String name, String messageId) {
        ObjectNode envelope = JsonNodeFactory.instance.objectNode();
        ObjectNode directive = envelope.putObject("directive");
        directive
                .putObject("header")
                .put("namespace", namespace)
                .put("name", name)
                .put("messageId", messageId)
                .put("payloadVersion", "3");
        directive.putObject("payload");
        return envelope;
    }

    private static ObjectNode payload(ObjectNode envelope) {
        return (ObjectNode) envelope.path("directive").path("payload");
    }
}
