package ensemble.house.alexa;

import com.fasterxml.jackson.databind.JsonNode;
import ensemble.house.alexa.Said.Outcome;
import ensemble.house.alexa.Said.Route;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Sends directives and says what their answers come to. Safe from any thread. */
final class DeviceTalk {
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("ENDPOINT_UNREACHABLE", "unreachable"),
            Map.entry("BRIDGE_UNREACHABLE", "unreachable"),
            Map.entry("NO_SUCH_ENDPOINT", "missing"),
            Map.entry("HARDWARE_MALFUNCTION", "broken"),
            Map.entry("ENDPOINT_BUSY", "busy"),
            Map.entry("ALREADY_IN_OPERATION", "busy"),
            Map.entry("NOT_SUPPORTED_IN_CURRENT_MODE", "notnow"),
            Map.entry("VALUE_OUT_OF_RANGE", "invalid"),
            Map.entry("INVALID_VALUE", "invalid"));

    private final Skill skill;
    private final Supplier<String> token;

    DeviceTalk(Skill skill, Supplier<String> token) {
        this.skill = skill;
        this.token = token;
    }

    Devices discover() throws IOException {
        return new Devices(Endpoint.of(skill.invoke(Envelopes.discover(token.get()))));
    }

    Answer send(Understood.Directive asked, Tongue tongue) throws IOException {
        JsonNode answer = skill.invoke(Envelopes.directive(asked, token.get()));
        String name = answer.path("event").path("header").path("name").asText();
        String device = asked.endpoint().friendlyName();
        return switch (name) {
            case "Response", "ActivationStarted", "DeactivationStarted" ->
                answer(asked, tongue.say("ok"), Outcome.DONE);
            case "DeferredResponse" -> answer(asked, tongue.say("later"), Outcome.ON_ITS_WAY);
            case "StateReport" -> told(asked, answer.path("context").path("properties"), tongue);
            case "ErrorResponse" -> {
                String type = answer.path("event").path("payload").path("type").asText();
                yield answer(asked, tongue.say(WORDS.getOrDefault(type, "trouble"), device), Outcome.CANNOT);
            }
            default -> answer(asked, tongue.say("trouble", device), Outcome.CANNOT);
        };
    }

    /** Every group, one after the other; what could not be done decides. */
    Answer sendAll(DeviceAct act, Devices devices, Tongue tongue) throws IOException {
        List<Endpoint> groups = devices.all().stream()
                .filter(one -> one.has(act.namespace()) && one.category().equals("SPEAKER"))
                .toList();
        Answer worst = Answer.nothing(tongue.say("unknown"));
        boolean first = true;
        for (Endpoint group : groups) {
            Answer one = send(
                    new Understood.Directive(
                            act, group, "", act.payload(Optional.empty()).orElseThrow(), false),
                    tongue);
            worst = first || one.outcome().compareTo(worst.outcome()) > 0 ? one : worst;
            first = false;
        }
        return worst;
    }

    private static Answer told(Understood.Directive asked, JsonNode properties, Tongue tongue) {
        Endpoint device = asked.endpoint();
        if (value(properties, "Alexa.EndpointHealth", "").path("value").asText().equals("UNREACHABLE")) {
            return answer(asked, tongue.say("unreachable", device.friendlyName()), Outcome.CANNOT);
        }
        String speech =
                switch (asked.act()) {
                    case ASK_POWER ->
                        tongue.say(
                                value(properties, "Alexa.PowerController", "")
                                                .asText()
                                                .equals("ON")
                                        ? "on"
                                        : "off",
                                device.friendlyName());
                    case ASK_CONTACT ->
                        tongue.say(
                                value(properties, "Alexa.ContactSensor", "")
                                                .asText()
                                                .equals("DETECTED")
                                        ? "open"
                                        : "closed",
                                device.friendlyName());
                    default -> instance(asked, properties, tongue);
                };
        return answer(asked, speech, Outcome.DONE);
    }

    /** A mode by its name, a range as its number. */
    private static String instance(Understood.Directive asked, JsonNode properties, Tongue tongue) {
        Endpoint device = asked.endpoint();
        for (Endpoint.Capability capability : device.capabilities()) {
            JsonNode value = value(properties, capability.name(), asked.instance());
            if (capability.instance().equals(asked.instance())
                    && !asked.instance().isEmpty()) {
                List<String> names = capability.modes().getOrDefault(value.asText(), List.of());
                return value.isMissingNode() || value.isNull()
                        ? tongue.say("trouble", device.friendlyName())
                        : tongue.say(
                                "value",
                                capability.names().getLast(),
                                device.friendlyName(),
                                names.isEmpty() ? value.asText() : names.getLast());
            }
        }
        return tongue.say("trouble", device.friendlyName());
    }

    private static JsonNode value(JsonNode properties, String namespace, String instance) {
        for (JsonNode property : properties) {
            if (property.path("namespace").asText().equals(namespace)
                    && property.path("instance").asText("").equals(instance)) {
                return property.path("value");
            }
        }
        return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
    }

    private static Answer answer(Understood.Directive asked, String speech, Outcome outcome) {
        return new Answer(Route.SMART_HOME, asked.documented(), asked.act().directive(), speech, outcome);
    }
}
