package ensemble.house.alexa;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The English phrases that Alexa turns into directives. Source of "documented": Amazon's pages on PowerController and
 * PlaybackController, which list "turn on", "turn off", "play", "resume", "pause" and "stop" with a device's name.
 */
final class DevicePhrases {
    private static final String POWER = "Alexa.PowerController";
    private static final String PLAYBACK = "Alexa.PlaybackController";

    private record Phrase(Pattern pattern, String namespace, String name, boolean documented) {}

    private static final List<Phrase> PHRASES = List.of(
            phrase("(?:turn|switch) on (?<device>.+)", POWER, "TurnOn", true),
            phrase("(?:turn|switch) (?<device>.+) on", POWER, "TurnOn", true),
            phrase("(?:turn|switch) off (?<device>.+)", POWER, "TurnOff", true),
            phrase("(?:turn|switch) (?<device>.+) off", POWER, "TurnOff", true),
            phrase("(?:play|resume) on (?<device>.+)", PLAYBACK, "Play", false),
            phrase("(?:play|resume) (?<device>.+)", PLAYBACK, "Play", true),
            phrase("pause (?<device>.+)", PLAYBACK, "Pause", true),
            phrase("stop (?<device>.+)", PLAYBACK, "Stop", true));

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
            if (endpoint.isPresent()) {
                return Optional.of(new Understood.Directive(
                        phrase.namespace(), phrase.name(), endpoint.get(), phrase.documented()));
            }
            missing = missing == null ? asked : missing;
        }
        return Optional.ofNullable(missing).map(Understood.NoSuchDevice::new);
    }

    private static Optional<Endpoint> named(String asked, String namespace, List<Endpoint> endpoints) {
        return endpoints.stream()
                .filter(endpoint -> endpoint.interfaces().contains(namespace))
                .filter(endpoint -> asked.equals(Sentence.withoutArticle(
                        Sentence.heard(endpoint.friendlyName()).words())))
                .findFirst();
    }

    private static Phrase phrase(String pattern, String namespace, String name, boolean documented) {
        return new Phrase(Pattern.compile(pattern.toLowerCase(Locale.ROOT)), namespace, name, documented);
    }
}
