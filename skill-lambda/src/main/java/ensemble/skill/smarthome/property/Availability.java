package ensemble.skill.smarthome.property;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Which interface Alexa speaks in which language. What a language lacks is left out of discovery and answers: announced all the
 * same, it has hidden whole devices. Source: Amazon's list of interfaces; the rest are in every language of ours.
 */
public final class Availability {
    private static final Map<String, Set<String>> ONLY_IN =
            Map.of("Alexa.Speaker", Set.of("de", "en", "es", "it", "ja"));

    private Availability() {}

    /** @param locale such as {@code fr-FR} */
    public static boolean has(String alexaInterface, String locale) {
        String language = Locale.forLanguageTag(locale).getLanguage();
        return !ONLY_IN.containsKey(alexaInterface)
                || ONLY_IN.getOrDefault(alexaInterface, Set.of()).contains(language);
    }
}
