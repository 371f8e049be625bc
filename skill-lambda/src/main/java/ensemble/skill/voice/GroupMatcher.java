package ensemble.skill.voice;

import ensemble.contract.state.GroupConfig;
import ensemble.skill.voice.speech.Phrases;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Finds the group that was meant. Exact names win over names without their filler words, and those over names
 * that merely
 * contain what was said. Never guesses between two.
 */
final class GroupMatcher {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Phrases phrases;

    GroupMatcher(Phrases phrases) {
        this.phrases = phrases;
    }

    GroupMatch match(String spoken, List<GroupConfig> groups) {
        List<String> said = words(spoken);
        List<String> core = core(said);
        List<Predicate<GroupConfig>> rules = List.of(
                group -> words(group.name().text()).equals(said),
                group -> joined(core(words(group.name().text()))).equals(joined(core)),
                group -> !core.isEmpty()
                        && Set.copyOf(words(group.name().text())).containsAll(core));
        boolean saysEverywhere = phrases.everywhereWords().contains(String.join(" ", core));
        for (int rule = 0; rule < rules.size(); rule++) {
            List<GroupConfig> found = groups.stream().filter(rules.get(rule)).toList();
            if (found.size() == 1) {
                return new GroupMatch.One(found.getFirst());
            }
            boolean exactnessEnds = rule == 1 && saysEverywhere;
            if (exactnessEnds) {
                return new GroupMatch.Everywhere();
            }
            if (found.size() > 1) {
                return new GroupMatch.Several(found);
            }
        }
        return new GroupMatch.None();
    }

    /** Lower case, without accents, apostrophes, plurals. */
    private static List<String> words(String text) {
        String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace("'", "")
                .replace("\u2019", "");
        List<String> words = new ArrayList<>();
        for (String word : NO_WORD.split(plain)) {
            if (!word.isEmpty()) {
                words.add(singular(word));
            }
        }
        return words;
    }

    private static String singular(String word) {
        return word.length() > 3 && word.endsWith("s") && !word.endsWith("ss")
                ? word.substring(0, word.length() - 1)
                : word;
    }

    private List<String> core(List<String> words) {
        List<String> kept = words.stream()
                .filter(word -> !phrases.fillerWords().contains(word))
                .toList();
        return kept.isEmpty() ? words : kept;
    }

    /** "back yard" is "backyard". */
    private static String joined(List<String> words) {
        return String.join("", words);
    }
}
