package ensemble.house.alexa;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.house.alexa.Said.Outcome;
import ensemble.house.alexa.Said.Route;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An Alexa for one household: discovers its devices, understands a sentence, sends what it comes to, and says what the
 * answer comes to. Sessions are kept by their id for as long as the skill listens. Safe from any thread.
 */
public final class SimulatedAlexa {
    private static final Map<String, String> ERROR_WORDS = Map.of(
            "ENDPOINT_UNREACHABLE", "%s isn't responding. Please check its network connection and power supply.",
            "BRIDGE_UNREACHABLE", "%s isn't responding. Please check its network connection and power supply.",
            "NO_SUCH_ENDPOINT", "I couldn't find a device called %s.",
            "HARDWARE_MALFUNCTION", "%s has a hardware problem.");
    private static final String TROUBLE = "Hmm, %s is having trouble.";
    private static final String SKILL_TROUBLE = "There was a problem with the requested skill's response.";

    private final Skill skill;
    private final HubView hub;
    private final Supplier<String> token;
    private final Map<String, SkillModel> models;
    private volatile List<Endpoint> devices = List.of();
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();

    /**
     * @param token a fresh access token of the linked account
     * @param models the skill's interaction model of each locale it has, as documents
     */
    public SimulatedAlexa(Skill skill, HubView hub, Supplier<String> token, Map<String, JsonNode> models) {
        this.skill = skill;
        this.hub = hub;
        this.token = token;
        this.models = new ConcurrentHashMap<>();
        models.forEach((locale, document) -> this.models.put(locale, new SkillModel(document)));
    }

    /**
     * Says a sentence to it.
     *
     * @param locale such as {@code en-US}
     * @param session keeps a conversation together
     * @throws UnknownLocaleException if the skill has no model for it
     */
    public Said say(String text, String locale, String session) throws UnknownLocaleException {
        SkillModel model = models.get(locale);
        if (model == null) {
            throw new UnknownLocaleException(locale, models.keySet());
        }
        Sentence sentence = Sentence.heard(text);
        Session before = sessions.getOrDefault(session, Session.fresh(session, locale));
        try {
            return switch (understood(sentence, model, before)) {
                case Understood.Directive directive -> directive(sentence, directive);
                case Understood.NoSuchDevice(String asked) ->
                    nothing(sentence, "I couldn't find a device or group called " + asked + " on your account.");
                case Understood.NotForUs() -> nothing(sentence, "Sorry, I don't know that one.");
                case Understood.Launch() ->
                    skill(sentence, "LaunchRequest", Envelopes.launch(before, token.get()), before);
                case Understood.Intent intent ->
                    skill(sentence, intent.name(), Envelopes.intent(intent, model, before, token.get()), before);
            };
        } catch (IOException failed) {
            return said(sentence, Route.SKILL, true, null, SKILL_TROUBLE, Outcome.CANNOT);
        }
    }

    /** Devices are discovered once, and again when one is named that nobody knows: a person would do the same. */
    private Understood understood(Sentence sentence, SkillModel model, Session session) throws IOException {
        Understood understood = Understanding.of(sentence, devices, model, session.listening());
        if (!(understood instanceof Understood.NoSuchDevice)) {
            return understood;
        }
        devices = Endpoint.of(skill.invoke(Envelopes.discover(token.get())));
        return Understanding.of(sentence, devices, model, session.listening());
    }

    private Said directive(Sentence sentence, Understood.Directive understood) throws IOException {
        JsonNode event =
                skill.invoke(Envelopes.directive(understood, token.get())).path("event");
        String name = event.path("header").path("name").asText();
        String device = understood.endpoint().friendlyName();
        String type = event.path("payload").path("type").asText();
        return switch (name) {
            case "Response" -> said(sentence, understood, "OK", Outcome.DONE);
            case "DeferredResponse" -> said(sentence, understood, "", Outcome.ON_ITS_WAY);
            case "ErrorResponse" ->
                said(
                        sentence,
                        understood,
                        ERROR_WORDS.getOrDefault(type, TROUBLE).formatted(device),
                        Outcome.CANNOT);
            default -> said(sentence, understood, TROUBLE.formatted(device), Outcome.CANNOT);
        };
    }

    private Said skill(Sentence sentence, String request, ObjectNode envelope, Session before) throws IOException {
        JsonNode answer = skill.invoke(envelope);
        JsonNode response = answer.path("response");
        boolean listening = response.has("shouldEndSession")
                && !response.path("shouldEndSession").asBoolean();
        ObjectNode attributes = answer.path("sessionAttributes") instanceof ObjectNode kept
                ? kept.deepCopy()
                : JsonNodeFactory.instance.objectNode();
        if (listening) {
            sessions.put(before.id(), before.after(attributes, true));
        } else {
            sessions.remove(before.id());
        }
        return said(sentence, Route.SKILL, true, request, spoken(response), outcome(attributes));
    }

    /** The skill leaves its outcome where only a developer sees it; a conversation that goes on has nothing undone. */
    private static Outcome outcome(ObjectNode attributes) {
        String wire = attributes.path("outcome").asText("done");
        return List.of(Outcome.values()).stream()
                .filter(outcome -> outcome.wire().equals(wire))
                .findFirst()
                .orElse(Outcome.CANNOT);
    }

    private static String spoken(JsonNode response) {
        JsonNode speech = response.path("outputSpeech");
        String text = speech.path("type").asText().toUpperCase(Locale.ROOT).equals("SSML")
                ? speech.path("ssml").asText().replaceAll("<[^>]*>", "")
                : speech.path("text").asText();
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&apos;", "'")
                .replace("&amp;", "&")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private Said nothing(Sentence sentence, String speech) {
        return said(sentence, Route.SMART_HOME, false, null, speech, Outcome.CANNOT);
    }

    private Said said(Sentence sentence, Understood.Directive understood, String speech, Outcome outcome) {
        return said(sentence, Route.SMART_HOME, understood.documented(), understood.name(), speech, outcome);
    }

    private Said said(
            Sentence sentence,
            Route route,
            boolean documented,
            @Nullable String request,
            String speech,
            Outcome outcome) {
        return new Said(sentence.words(), route, documented, request, speech, outcome, hub.wish());
    }
}
