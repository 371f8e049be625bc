package ensemble.house.alexa;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The English phrases that Alexa turns into directives. Source of "documented": Amazon's pages on PowerController and
 * PlaybackController, Speaker and SceneController, which list these with a device's name.
 */
final class DevicePhrases {
    private static final String POWER = "Alexa.PowerController";
    private static final String PLAYBACK = "Alexa.PlaybackController";

    private record Phrase(Pattern pattern, String namespace, String name, boolean documented) {}

    private static final String SPEAKER = "Alexa.Speaker";
    private static final String SCENE = "Alexa.SceneController";
    private static final int STEP = 10;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final List<Phrase> PHRASES = List.of(
            phrase("(?:turn|switch) on (?<device>.+)", POWER, "TurnOn", true),
            phrase("(?:turn|switch) (?<device>.+) on", POWER, "TurnOn", true),
            phrase("(?:turn|switch) on (?<device>.+)", SCENE, "Activate", true),
            phrase("(?:turn|switch) off (?<device>.+)", POWER, "TurnOff", true),
            phrase("(?:turn|switch) (?<device>.+) off", POWER, "TurnOff", true),
            phrase(
                    "set (?:the )?(?:volume (?:of|on|for) )?(?<device>.+) to (?<number>\\S+(?: \\S+)?)(?: percent)?",
                    SPEAKER,
                    "SetVolume",
                    true),
            phrase(
                    "turn (?:the volume )?up (?:on |of )?(?<device>.+?)(?: by (?<number>\\S+(?: \\S+)?))?",
                    SPEAKER,
                    "AdjustVolume",
                    true),
            phrase(
                    "turn (?:the volume )?down (?:on |of )?(?<device>.+?)(?: by (?<number>\\S+(?: \\S+)?))?",
                    SPEAKER,
                    "AdjustVolume",
                    true),
            phrase("mute (?<device>.+)", SPEAKER, "SetMute", true),
            phrase("unmute (?<device>.+)", SPEAKER, "SetMute", true),
            phrase("(?:play|resume) on (?<device>.+)", PLAYBACK, "Play", false),
            phrase("(?:play|resume) (?<device>.+)", PLAYBACK, "Play", true),
            phrase("pause (?<device>.+)", PLAYBACK, "Pause", true),
            phrase("stop (?<device>.+)", PLAYBACK, "Stop", true),
            phrase("next on (?<device>.+)", PLAYBACK, "Next", true),
            phrase("previous on (?<device>.+)", PLAYBACK, "Previous", true));

    private DevicePhrases() {}

    /** Empty when the sentence is no device phrase. */
    static Optional<Understood> understand(Sentence sentence, List<Endpoint> endpoints) {
        @Nullable String missing = null;
        for (Phrase phrase : PHRASES) {
            Matcher matcher = phrase.pattern().matcher(sentence.words());
            if (!matcher.matches()) {
                continue;
            }
            String asked = Sentence.withoutArticle(matcher.group("device"));
            Optional<Endpoint> endpoint = named(asked, phrase.namespace(), endpoints);
            Optional<Map<String, JsonNode>> payload = payload(phrase, matcher, sentence.words());
            if (endpoint.isPresent() && payload.isPresent()) {
                return Optional.of(new Understood.Directive(
                        phrase.namespace(), phrase.name(), endpoint.get(), phrase.documented(), payload.get()));
            }
            missing = missing == null ? asked : missing;
        }
        return Optional.ofNullable(missing).map(Understood.NoSuchDevice::new);
    }

    /** Empty where the words after "to" or "by" are no number. */
    private static Optional<Map<String, JsonNode>> payload(Phrase phrase, Matcher matcher, String words) {
        return switch (phrase.name()) {
            case "SetVolume" ->
                SpokenNumber.of(matcher.group("number")).map(volume -> Map.of("volume", JSON.numberNode(volume)));
            case "AdjustVolume" -> {
                int direction = words.matches("turn (?:the volume )?down .*") ? -1 : 1;
                String by = matcher.group("number");
                yield (by == null ? Optional.of(STEP) : SpokenNumber.of(by))
                        .map(amount -> Map.of(
                                "volume", JSON.numberNode(direction * amount),
                                "volumeDefault", JSON.booleanNode(by == null)));
            }
            case "SetMute" -> Optional.of(Map.of("mute", JSON.booleanNode(words.startsWith("mute"))));
            default -> Optional.of(Map.of());
        };
    }

    private static Optional<Endpoint> named(String asked, String namespace, List<Endpoint> endpoints) {
        return endpoints.stream()
                .filter(endpoint -> endpoint.interfaces().contains(namespace))
                .filter(endpoint -> asked.equals(Sentence.withoutArticle(
                        Sentence.heard(endpoint.friendlyName()).words())))
                .findFirst();
    }

    private static Phrase phrase(String pattern, String namespace, String name, boolean documented) {
        return new Phrase(Pattern.compile(pattern), namespace, name, documented);
    }
}
