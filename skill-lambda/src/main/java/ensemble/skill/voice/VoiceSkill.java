package ensemble.skill.voice;

import com.amazon.ask.Skill;
import com.amazon.ask.builder.CustomSkillBuilder;
import com.amazon.ask.exception.AskSdkException;
import com.amazon.ask.request.impl.BaseSkillRequest;
import com.amazon.ask.response.SkillResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.skill.voice.speech.Line;
import ensemble.skill.voice.speech.Phrases;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The custom skill: requests of our own skill ids go to the ASK SDK, all others are turned away. */
public final class VoiceSkill {
    private static final System.Logger LOG = System.getLogger(VoiceSkill.class.getName());

    private final Set<String> skillIds;
    private final Skill skill;

    /** @param skillIds the application ids we answer to */
    public VoiceSkill(Set<String> skillIds, IntentTable intents) {
        this.skillIds = Set.copyOf(skillIds);
        RequestTable table = new RequestTable(intents);
        this.skill = new CustomSkillBuilder()
                .addRequestHandler(table)
                .addExceptionHandler(table)
                .build();
    }

    /** @param envelope a whole custom-skill request */
    public byte[] answer(JsonNode envelope) {
        if (!isForUs(envelope)) {
            LOG.log(System.Logger.Level.WARNING, "a request for another skill was turned away");
            return spoken(phrases(envelope).say(Line.NOT_FOR_US));
        }
        try {
            BaseSkillRequest request = new BaseSkillRequest(envelope.toString().getBytes(StandardCharsets.UTF_8));
            SkillResponse<?> answer = skill.execute(request);
            // The SDK answers null to a request of a type it has never heard of.
            return answer == null ? spoken(phrases(envelope).say(Line.TROUBLE)) : answer.getRawResponse();
        } catch (AskSdkException unreadable) {
            LOG.log(System.Logger.Level.WARNING, "a spoken request could not be read: " + unreadable.getClass());
            return spoken(phrases(envelope).say(Line.TROUBLE));
        }
    }

    /** Both places where Alexa names the skill must name ours; a request that names none is not Alexa's. */
    private boolean isForUs(JsonNode envelope) {
        Stream<JsonNode> places = Stream.of(
                envelope.path("context").path("System").path("application").path("applicationId"),
                envelope.path("session").path("application").path("applicationId"));
        return places.filter(place -> !place.isMissingNode())
                .map(place -> skillIds.contains(place.asText()))
                .reduce(Boolean::logicalAnd)
                .orElse(false);
    }

    private static Phrases phrases(JsonNode envelope) {
        JsonNode request = envelope.path("request");
        return Phrases.of(
                Optional.of(request.path("locale").asText("en-US")),
                request.path("requestId").asText());
    }

    private static byte[] spoken(String sentence) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("version", "1.0");
        ObjectNode response = answer.putObject("response");
        response.putObject("outputSpeech").put("type", "PlainText").put("text", sentence);
        response.put("shouldEndSession", true);
        return answer.toString().getBytes(StandardCharsets.UTF_8);
    }
}
