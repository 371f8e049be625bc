package ensemble.skill.smarthome.directive;

import com.fasterxml.jackson.databind.JsonNode;
import ensemble.skill.smarthome.error.ErrorType;
import ensemble.skill.smarthome.error.Refusal;
import java.util.Optional;

/** Reads a directive; what is unknown or incomplete is refused, never guessed. */
public final class DirectiveReader {
    private static final String PAYLOAD_VERSION = "3";

    private DirectiveReader() {}

    /** @param directive the node under the envelope's {@code directive} */
    public static Directive read(JsonNode directive) throws Refusal {
        JsonNode headerNode = directive.path("header");
        Header header = new Header(
                text(headerNode, "namespace"),
                text(headerNode, "name"),
                text(headerNode, "messageId"),
                correlationToken(directive));
        if (!PAYLOAD_VERSION.equals(headerNode.path("payloadVersion").asText())) {
            throw new Refusal(ErrorType.INVALID_DIRECTIVE, "only payload version 3 is spoken here");
        }
        return switch (header.namespace() + "." + header.name()) {
            case "Alexa.Discovery.Discover" ->
                new Directive.Discover(header, token(directive.path("payload").path("scope")));
            case "Alexa.Authorization.AcceptGrant" ->
                new Directive.AcceptGrant(
                        header,
                        text(directive.path("payload").path("grant"), "code"),
                        token(directive.path("payload").path("grantee")));
            case "Alexa.ReportState" -> new Directive.ReportState(header, target(directive));
            case "Alexa.PowerController.TurnOn" -> new Directive.TurnOn(header, target(directive));
            case "Alexa.PowerController.TurnOff" -> new Directive.TurnOff(header, target(directive));
            case "Alexa.PlaybackController.Play" -> new Directive.Play(header, target(directive));
            case "Alexa.PlaybackController.Stop" -> new Directive.Stop(header, target(directive));
            case "Alexa.PlaybackController.Pause" -> new Directive.Pause(header, target(directive));
            default -> throw new Refusal(ErrorType.INVALID_DIRECTIVE, "this directive is not supported");
        };
    }

    /** To be echoed even when the rest cannot be read. */
    public static Optional<String> correlationToken(JsonNode directive) {
        return textIfAny(directive.path("header").path("correlationToken"));
    }

    /** To be echoed even when the rest cannot be read. */
    public static Optional<String> endpointId(JsonNode directive) {
        return textIfAny(directive.path("endpoint").path("endpointId"));
    }

    private static Target target(JsonNode directive) throws Refusal {
        JsonNode endpoint = directive.path("endpoint");
        return new Target(token(endpoint.path("scope")), text(endpoint, "endpointId"));
    }

    private static String token(JsonNode scope) throws Refusal {
        return text(scope, "token");
    }

    private static String text(JsonNode parent, String field) throws Refusal {
        return textIfAny(parent.path(field))
                .orElseThrow(() -> new Refusal(ErrorType.INVALID_DIRECTIVE, "the directive lacks " + field));
    }

    private static Optional<String> textIfAny(JsonNode node) {
        return node.isTextual() && !node.textValue().isEmpty() ? Optional.of(node.textValue()) : Optional.empty();
    }
}
