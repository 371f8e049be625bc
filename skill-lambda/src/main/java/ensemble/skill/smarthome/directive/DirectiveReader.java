package ensemble.skill.smarthome.directive;

import com.fasterxml.jackson.databind.JsonNode;
import ensemble.skill.smarthome.error.ErrorType;
import ensemble.skill.smarthome.error.Refusal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a directive; what is unknown or incomplete is refused, never guessed. */
public final class DirectiveReader {
    private static final String PAYLOAD_VERSION = "3";
    /** What Alexa allows; an answer with any other would not be taken. */
    private static final Pattern ENDPOINT_ID = Pattern.compile("[A-Za-z0-9_\\-=#;:?@&]{1,256}");

    private DirectiveReader() {}

    /** @param directive the node under the envelope's {@code directive} */
    public static Directive read(JsonNode directive) throws Refusal {
        JsonNode headerNode = directive.path("header");
        Header header = new Header(
                text(headerNode, "namespace"),
                text(headerNode, "name"),
                textIfAny(headerNode.path("instance")),
                text(headerNode, "messageId"),
                correlationToken(directive));
        if (!PAYLOAD_VERSION.equals(headerNode.path("payloadVersion").asText())) {
            throw new Refusal(ErrorType.INVALID_DIRECTIVE, "only payload version 3 is spoken here");
        }
        JsonNode payload = directive.path("payload");
        return switch (header.namespace()) {
            case "Alexa.Discovery" -> {
                named(header, "Discover");
                yield new Directive.Discover(header, token(payload.path("scope")));
            }
            case "Alexa.Authorization" -> {
                named(header, "AcceptGrant");
                yield new Directive.AcceptGrant(
                        header, text(payload.path("grant"), "code"), token(payload.path("grantee")));
            }
            case "Alexa" -> {
                named(header, "ReportState");
                yield new Directive.ReportState(header, target(directive));
            }
            case PowerDirective.NAMESPACE -> PowerDirective.read(header, target(directive));
            case PlaybackDirective.NAMESPACE -> PlaybackDirective.read(header, target(directive));
            case SpeakerDirective.NAMESPACE -> SpeakerDirective.read(header, target(directive), payload);
            case ModeDirective.NAMESPACE -> ModeDirective.read(header, target(directive), payload);
            case RangeDirective.NAMESPACE -> RangeDirective.read(header, target(directive));
            case SceneDirective.NAMESPACE -> SceneDirective.read(header, target(directive));
            default -> throw unknown();
        };
    }

    static Refusal unknown() {
        return new Refusal(ErrorType.INVALID_DIRECTIVE, "this directive is not supported");
    }

    private static void named(Header header, String name) throws Refusal {
        if (!header.name().equals(name)) {
            throw unknown();
        }
    }

    /** To be echoed even when the rest cannot be read. */
    public static Optional<String> correlationToken(JsonNode directive) {
        return textIfAny(directive.path("header").path("correlationToken"));
    }

    /** To be echoed even when the rest cannot be read. */
    public static Optional<String> endpointId(JsonNode directive) {
        return textIfAny(directive.path("endpoint").path("endpointId"))
                .filter(id -> ENDPOINT_ID.matcher(id).matches());
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
