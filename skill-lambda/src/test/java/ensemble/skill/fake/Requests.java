package ensemble.skill.fake;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Custom-skill envelopes as Alexa sends them. */
public final class Requests {
    public static final String SKILL = "amzn1.ask.skill.local-house";

    private Requests() {}

    public static ObjectNode launch(Optional<String> token) {
        return of("LaunchRequest", token);
    }

    public static ObjectNode intent(String intent, Optional<String> token) {
        ObjectNode envelope = of("IntentRequest", token);
        ((ObjectNode) envelope.path("request"))
                .putObject("intent")
                .put("name", intent)
                .put("confirmationStatus", "NONE")
                .putObject("slots");
        return envelope;
    }

    /** An intent with what was heard in its slot {@code group}. */
    public static ObjectNode group(String intent, String heard) {
        ObjectNode envelope = intent(intent, Optional.of(Directives.TOKEN));
        ((ObjectNode) envelope.at("/request/intent/slots"))
                .putObject("group")
                .put("name", "group")
                .put("value", heard)
                .put("confirmationStatus", "NONE");
        return envelope;
    }

    public static ObjectNode of(String type, Optional<String> token) {
        ObjectNode envelope = JsonNodeFactory.instance.objectNode().put("version", "1.0");
        ObjectNode session = envelope.putObject("session").put("new", true).put("sessionId", "s-1");
        session.putObject("application").put("applicationId", SKILL);
        session.putObject("attributes");
        session.putObject("user").put("userId", "u-1");
        ObjectNode system = envelope.putObject("context").putObject("System");
        system.putObject("application").put("applicationId", SKILL);
        ObjectNode user = system.putObject("user").put("userId", "u-1");
        token.ifPresent(value -> user.put("accessToken", value));
        envelope.putObject("request")
                .put("type", type)
                .put("requestId", "amzn1.echo-api.request.1")
                .put("timestamp", "2026-11-20T20:00:00Z")
                .put("locale", "en-US");
        return envelope;
    }
}
