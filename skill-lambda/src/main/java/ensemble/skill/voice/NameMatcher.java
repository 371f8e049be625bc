package ensemble.skill.voice;

import ensemble.contract.value.Name;
import ensemble.skill.voice.speech.Words;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds the thing that was meant by its name, as people of one language say it. Exact names win over names without their
 * filler words, and those over names that merely contain what was said. Never guesses between two.
 */
final class NameMatcher {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    /** "l'ufficio", "d'en bas": two words, where "kid's" is one. */
    private static final Pattern ELISION = Pattern.compile("\\b(l|d|un|dell|all|nell|dall|sull)['\u2019]");

    private static final int SHORTEST_STEM = 3;

    private final List<String> endings;
    private final List<String> attached;
    private final List<String> numbers;
    private final Set<String> filler;
    private final Set<String> everywhere;

    NameMatcher(Words words) {
        this.endings = words.endings();
        this.attached = words.attached().stream().map(NameMatcher::plain).toList();
        this.numbers = words.numbers().stream().map(NameMatcher::plain).toList();
        this.filler = words.filler().stream().map(word -> joined(words(word))).collect(Collectors.toSet());
        this.everywhere = words.everywhere().stream()
                .map(phrase -> String.join(" ", core(words(phrase))))
                .collect(Collectors.toSet());
    }

    /** @param heard what was said, and after it what Alexa took it for; the first that fits decides */
    <T> Match<T> match(List<String> heard, List<T> things, Function<T, Name> name) {
        Optional<Match<T>> unsure = Optional.empty();
        for (String one : heard) {
            Match<T> match = match(one, things, name);
            switch (match) {
                case Match.One<T> sure -> {
                    return sure;
                }
                case Match.Everything<T> all -> {
                    return all;
                }
                case Match.Several<T> several -> unsure = unsure.or(() -> Optional.of(several));
                case Match.None<T> none -> {}
            }
        }
        return unsure.orElseGet(Match.None::new);
    }

    private <T> Match<T> match(String spoken, List<T> things, Function<T, Name> name) {
        List<String> said = words(spoken);
        List<String> core = core(said);
        List<Predicate<List<String>>> rules = List.of(
                called -> called.equals(said),
                called -> joined(core(called)).equals(joined(core)),
                called -> !core.isEmpty() && Set.copyOf(called).containsAll(core));
        for (int rule = 0; rule < rules.size(); rule++) {
            Predicate<List<String>> fits = rules.get(rule);
            List<T> found = things.stream()
                    .filter(thing -> fits.test(words(name.apply(thing).text())))
                    .toList();
            if (found.size() == 1) {
                return new Match.One<>(found.getFirst());
            }
            boolean exactnessEnds = rule == 1 && everywhere.contains(String.join(" ", core));
            if (exactnessEnds) {
                return new Match.Everything<>();
            }
            if (found.size() > 1) {
                return new Match.Several<>(found);
            }
        }
        return new Match.None<>();
    }

    /** Lower case, without accents, apostrophes, endings; numbers as digits. */
    private List<String> words(String text) {
        List<String> words = new ArrayList<>();
        String apart = ELISION.matcher(plain(text)).replaceAll("$1 ");
        for (String word : NO_WORD.split(apart.replace("'", "").replace("\u2019", ""))) {
            if (!word.isEmpty()) {
                int number = numbers.indexOf(word);
                words.add(number < 0 ? stem(detached(word)) : Integer.toString(number + 1));
            }
        }
        return words;
    }

    private static String plain(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }

    /** "küchenlautsprecher" is "küchen". */
    private String detached(String word) {
        for (String tail : attached) {
            if (word.endsWith(tail) && word.length() > tail.length() + SHORTEST_STEM) {
                return word.substring(0, word.length() - tail.length());
            }
        }
        return word;
    }

    /** Endings upon endings: "Kinderzimmern" and "Kinderzimmer" are one word. */
    private String stem(String word) {
        String stem = word;
        for (String shorter = shortened(stem); !shorter.equals(stem); shorter = shortened(stem)) {
            stem = shorter;
        }
        return stem;
    }

    private String shortened(String word) {
        for (String ending : endings) {
            boolean doubled = ending.equals("s") && word.endsWith("ss");
            if (!doubled && word.endsWith(ending) && word.length() - ending.length() >= SHORTEST_STEM) {
                return word.substring(0, word.length() - ending.length());
            }
        }
        return word;
    }

    private List<String> core(List<String> words) {
        List<String> kept =
                words.stream().filter(word -> !filler.contains(word)).toList();
        return kept.isEmpty() ? words : kept;
    }

    /** "back yard" is "backyard". */
    private static String joined(List<String> words) {
        return String.join("", words);
    }
}
