package ensemble.catalogue.explain;

import ensemble.catalogue.data.Catalogue;
import ensemble.catalogue.data.Cause;
import ensemble.catalogue.data.Myth;
import ensemble.catalogue.data.Symptom;
import ensemble.catalogue.explain.Explained.Likely;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** From a symptom in somebody's own words to ranked causes. Any thread may ask. */
public final class Explain {
    private static final double UNDERSTOOD = 0.45;
    /** A box that has seen it outweighs what is common elsewhere. */
    private static final double SEEN = 4;

    private static final Set<String> FILLER = Set.of(
            "the",
            "a",
            "an",
            "my",
            "is",
            "are",
            "it",
            "its",
            "to",
            "of",
            "and",
            "i",
            "in",
            "on",
            "when",
            "why",
            "does",
            "do",
            "one",
            "speaker",
            "speakers",
            "bluetooth",
            "me",
            "that",
            "this",
            "with",
            "you",
            "can",
            "will",
            "der",
            "die",
            "das",
            "ein",
            "eine",
            "ist",
            "und",
            "wenn",
            "ich",
            "le",
            "la",
            "les",
            "un",
            "une",
            "est",
            "quand",
            "je");

    private final Catalogue catalogue;

    public Explain(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * @param words the symptom's id or somebody's own words
     * @param box what the box itself has seen, of the catalogue's list of evidence; others are ignored
     */
    public Explained explain(String words, Set<String> box) {
        Optional<Symptom> byId = catalogue.symptoms().stream()
                .filter(symptom -> symptom.id().equals(words.strip().toLowerCase(Locale.ROOT)))
                .findFirst();
        if (byId.isPresent()) {
            return new Explained(words, byId, causes(byId.get(), box), Optional.empty(), List.of());
        }
        double bestSymptom = 0;
        Symptom symptom = null;
        for (Symptom one : catalogue.symptoms()) {
            double fit = Math.max(fit(words, one.name()), best(words, one.words()));
            if (fit > bestSymptom) {
                bestSymptom = fit;
                symptom = one;
            }
        }
        double bestMyth = 0;
        Myth myth = null;
        for (Myth one : catalogue.myths()) {
            double fit = Math.max(fit(words, one.claim()), best(words, one.words()));
            if (fit > bestMyth) {
                bestMyth = fit;
                myth = one;
            }
        }
        if (myth != null && bestMyth >= UNDERSTOOD && bestMyth > bestSymptom) {
            return new Explained(words, Optional.empty(), List.of(), Optional.of(myth), List.of());
        }
        if (symptom != null && bestSymptom >= UNDERSTOOD) {
            return new Explained(words, Optional.of(symptom), causes(symptom, box), Optional.empty(), List.of());
        }
        return new Explained(words, Optional.empty(), List.of(), Optional.empty(), catalogue.symptoms());
    }

    private List<Likely> causes(Symptom symptom, Set<String> box) {
        record Weighed(Cause cause, double weight, List<String> seen) {}
        List<Weighed> weighed = new ArrayList<>();
        double all = 0;
        for (Cause cause : catalogue.causes()) {
            Double weight = cause.symptoms().get(symptom.id());
            if (weight != null) {
                List<String> seen =
                        cause.supports().stream().filter(box::contains).toList();
                double heavier = seen.isEmpty() ? weight : weight * SEEN;
                weighed.add(new Weighed(cause, heavier, seen));
                all += heavier;
            }
        }
        double total = all;
        return weighed.stream()
                .sorted(Comparator.comparingDouble(Weighed::weight).reversed())
                .map(one -> new Likely(one.cause, Math.round(one.weight / total * 100) / 100.0, one.seen))
                .toList();
    }

    private static double best(String words, List<String> phrases) {
        return phrases.stream().mapToDouble(phrase -> fit(words, phrase)).max().orElse(0);
    }

    /** How many of the words are shared, of the shorter and of both; 0 to 1. */
    private static double fit(String asked, String phrase) {
        Set<String> mine = stems(asked);
        Set<String> theirs = stems(phrase);
        if (mine.isEmpty() || theirs.isEmpty()) {
            return 0;
        }
        Set<String> shared = new HashSet<>(mine);
        shared.retainAll(theirs);
        double ofPhrase = (double) shared.size() / theirs.size();
        double ofAsked = (double) shared.size() / mine.size();
        return 0.6 * ofPhrase + 0.4 * ofAsked;
    }

    private static Set<String> stems(String text) {
        String plain = Normalizer.normalize(text.replace("'", ""), Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
        return Arrays.stream(plain.split("[^a-z0-9.]+", -1))
                .filter(word -> !word.isEmpty() && !FILLER.contains(word))
                .map(Explain::stem)
                .collect(Collectors.toSet());
    }

    private static String stem(String word) {
        for (String ending : List.of("ing", "ed", "es", "s", "e")) {
            if (word.length() > ending.length() + 2 && word.endsWith(ending)) {
                return word.substring(0, word.length() - ending.length());
            }
        }
        return word;
    }
}
