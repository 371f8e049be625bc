package ensemble.house.alexa;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How one language is spoken with Alexa: what she makes of a sentence and what she answers, read from a file beside this class.
 * Immutable.
 */
final class Tongue {
    /** A form of words for devices; what stands for a name is a group of its pattern. */
    record Phrase(DeviceAct act, boolean documented, Pattern pattern) {}

    /** A form of words for the Echo herself. */
    record OwnPhrase(EchoAct act, Pattern pattern) {}

    private static final Pattern LINE = Pattern.compile("(?<mark>[!?] )?(?<key>\\S+) = (?<value>.+)");

    private final SpokenNumbers numbers;
    private final List<Phrase> phrases = new ArrayList<>();
    private final List<OwnPhrase> ownPhrases = new ArrayList<>();
    private final Map<String, String> words = new HashMap<>();
    private final Map<String, Pattern> prefixes = new HashMap<>();

    private Tongue(String language, String file) {
        numbers = SpokenNumbers.of(language);
        for (String line : file.split("\\R")) {
            Matcher matcher = LINE.matcher(line);
            if (!line.isBlank() && !line.startsWith("#")) {
                if (!matcher.matches()) {
                    throw new IllegalArgumentException(language + ": no line of this file: " + line);
                }
                take(
                        Optional.ofNullable(matcher.group("mark")).orElse("").strip(),
                        matcher.group("key"),
                        matcher.group("value").strip());
            }
        }
        prefixes.put("article", beginning("article"));
        prefixes.put("connect", beginning("connect"));
        prefixes.put("leading", beginning("leading"));
        prefixes.put("generic", Pattern.compile("\\b(?:" + words.get("generic") + ")\\b"));
    }

    /**
     * The language of a locale.
     *
     * @throws IOException if Alexa does not speak it here
     */
    static Tongue of(String locale) throws IOException {
        String language = Locale.forLanguageTag(locale).getLanguage();
        String file = "/ensemble/house/alexa/" + language + ".txt";
        try (InputStream in = Tongue.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IOException("no phrases of Alexa's for " + locale);
            }
            return new Tongue(language, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private void take(String mark, String key, String value) {
        if (!mark.isEmpty()) {
            phrases.add(new Phrase(DeviceAct.valueOf(key), mark.equals("!"), whole(value)));
        } else if (key.startsWith("ECHO_")) {
            ownPhrases.add(new OwnPhrase(EchoAct.valueOf(key.substring("ECHO_".length())), whole(value)));
        } else {
            words.put(key, value);
        }
    }

    SpokenNumbers numbers() {
        return numbers;
    }

    List<Phrase> phrases() {
        return phrases;
    }

    List<OwnPhrase> ownPhrases() {
        return ownPhrases;
    }

    /** A sentence of Alexa's, with its places filled. */
    String say(String key, Object... values) {
        return Objects.requireNonNull(words.get("say." + key), key).formatted(values);
    }

    /** What Amazon's own intent understands beside the model's samples. */
    List<String> builtIn(String intent) {
        String all = words.get(intent);
        return all == null ? List.of() : List.of(all.split("\\|"));
    }

    /** The words that open a skill without saying what for. */
    Pattern opening(String skill) {
        return whole(word("open").replace("{skill}", Pattern.quote(skill)));
    }

    /** The words that ask a skill for something, which is the group {@code rest}. */
    Pattern asking(String skill) {
        return whole(word("ask").replace("{skill}", Pattern.quote(skill)));
    }

    /** "to play on ..." without its "to". */
    String withoutConnection(String rest) {
        return without("connect", rest);
    }

    /** "on the kitchen", given in answer to "which group?", as the name alone. */
    String withoutLeading(String answer) {
        return withoutArticle(without("leading", answer));
    }

    String withoutArticle(String name) {
        return without("article", name);
    }

    /** A name without the words that say only what kind of thing it is. */
    String bare(String name) {
        Pattern generic = Objects.requireNonNull(prefixes.get("generic"));
        return withoutArticle(
                generic.matcher(name).replaceAll(" ").replaceAll("\\s+", " ").strip());
    }

    /** A name without any article, wherever it stands: "line up the patio" is the scene "Line up Patio". */
    String withoutArticles(String name) {
        StringBuilder plain = new StringBuilder();
        for (String word : name.split(" ")) {
            boolean isArticle = withoutArticle(word + " x").equals("x");
            plain.append(isArticle ? "" : word + " ");
        }
        return plain.toString().strip();
    }

    private String without(String key, String text) {
        String rest = Objects.requireNonNull(prefixes.get(key)).matcher(text).replaceFirst("");
        return rest.isBlank() ? text : rest;
    }

    private String word(String key) {
        return Objects.requireNonNull(words.get(key), key);
    }

    /** Longer beginnings first, so that "on the" is not taken for "on". An elided word has no blank behind it. */
    private Pattern beginning(String key) {
        String all = String.join(
                "|",
                List.of(word(key).split("\\|")).stream()
                        .sorted((a, b) -> Integer.compare(b.length(), a.length()))
                        .map(one -> one.endsWith("'") ? Pattern.quote(one) : Pattern.quote(one) + "\\s+")
                        .toList());
        return Pattern.compile("^(?:" + all + ")");
    }

    /** A phrase as a pattern over the whole of a sentence; a place that stands in two alternatives is numbered. */
    private static Pattern whole(String phrase) {
        StringBuilder pattern = new StringBuilder();
        int place = 0;
        Matcher matcher =
                Pattern.compile("\\{(?<place>[a-z]+)}|\\[(?<maybe>[^\\]]*)] ?").matcher(phrase);
        int end = 0;
        while (matcher.find()) {
            pattern.append(phrase, end, matcher.start());
            end = matcher.end();
            String name = matcher.group("place");
            if (name == null) {
                pattern.append(maybe(
                        pattern, matcher.group("maybe"), place, matcher.group().endsWith(" ")));
                place += matcher.group("maybe").contains("{") ? 1 : 0;
            } else {
                pattern.append("(?<").append(name).append(place++).append(">.+?)");
            }
        }
        pattern.append(phrase.substring(end));
        return Pattern.compile("(?:" + pattern + ")");
    }

    /** What may be left out takes one blank with it: the one behind, or at the end of a phrase the one before. */
    private static String maybe(StringBuilder before, String words, int place, boolean blankBehind) {
        String inner = words.replaceAll("\\{([a-z]+)}", "(?<$1" + place + ">.+?)");
        if (blankBehind) {
            return "(?:(?:" + inner + ") )?";
        }
        if (!before.isEmpty() && before.charAt(before.length() - 1) == ' ') {
            before.setLength(before.length() - 1);
        }
        return "(?: (?:" + inner + "))?";
    }

    /** What was said in a place of a phrase; empty if the form that matched has none. */
    static Optional<String> said(Matcher matcher, String place) {
        for (String group : matcher.namedGroups().keySet()) {
            if (group.matches(place + "\\d+") && matcher.group(group) != null) {
                return Optional.of(matcher.group(group).strip());
            }
        }
        return Optional.empty();
    }
}
