package ensemble.catalogue.name;

import ensemble.catalogue.data.Model;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds the model somebody means. Built once over a catalogue's models; any thread may ask. */
public final class Names {
    private static final double SURE = 0.78;
    private static final double WORTH_OFFERING = 0.55;
    /** Two models this close together are not told apart by guessing. */
    private static final double TOO_CLOSE = 0.04;

    private static final int OFFERED = 5;
    /** Words that make another product of the same name. */
    private static final Set<String> VARIANTS =
            Set.of("plus", "pro", "max", "mini", "lite", "hd", "x", "go", "smart", "home", "compact", "mega", "q", "v");

    private record Entry(Model model, List<Saying> sayings) {}

    /** One way to say a model: its words, and the same run together by letter and by sound. */
    private record Saying(Bagged letters, Bagged sound, Set<String> numbers, Set<String> variants) {}

    private record Scored(Model model, double score) {}

    private final List<Entry> entries;
    private final Map<String, List<Model>> brands = new HashMap<>();

    public Names(List<Model> models) {
        List<Entry> made = new ArrayList<>();
        Sayings sayings = new Sayings();
        for (Model model : models) {
            List<Saying> said = new ArrayList<>();
            for (List<String> words : sayings.of(model)) {
                said.add(saying(words, sayings));
            }
            made.add(new Entry(model, List.copyOf(said)));
            for (List<String> brand : sayings.brand(model)) {
                String name = run(brand);
                List<Model> ofBrand = brands.get(name);
                if (ofBrand == null) {
                    ofBrand = new ArrayList<>();
                    brands.put(name, ofBrand);
                }
                if (ofBrand.isEmpty() || !ofBrand.getLast().id().equals(model.id())) {
                    ofBrand.add(model);
                }
            }
        }
        this.entries = List.copyOf(made);
    }

    /**
     * The model meant by some words, if it is plain enough; else what may have been meant.
     *
     * @param asked at most a few words; longer texts cost time but do no harm
     */
    public Match find(String asked) {
        List<String> words = Spelling.words(asked);
        if (words.isEmpty()) {
            return new Match(asked, Optional.empty(), 0, List.of());
        }
        Saying name = saying(words, new Sayings());
        List<Scored> scored = new ArrayList<>();
        for (Entry entry : entries) {
            double best = 0;
            for (Saying known : entry.sayings) {
                best = Math.max(best, score(name, known));
            }
            if (best >= WORTH_OFFERING) {
                scored.add(new Scored(entry.model, best));
            }
        }
        scored.sort(Comparator.comparingDouble((Scored one) -> -one.score).thenComparing(one -> one.model.id()));
        boolean exact = !scored.isEmpty() && scored.getFirst().score == 1;
        List<Model> ofBrand = brands.get(run(Spelling.telling(words)));
        if (!exact && ofBrand != null && ofBrand.size() > 1) {
            return new Match(asked, Optional.empty(), WORTH_OFFERING, first(ofBrand));
        }
        return decide(asked, scored);
    }

    private static Match decide(String asked, List<Scored> scored) {
        if (scored.isEmpty()) {
            return new Match(asked, Optional.empty(), 0, List.of());
        }
        Scored best = scored.getFirst();
        double next = scored.size() == 1 ? 0 : scored.get(1).score;
        boolean alone = best.score - next >= TOO_CLOSE || (best.score == 1 && next < 1);
        if (best.score >= SURE && alone) {
            return new Match(asked, Optional.of(best.model), rounded(best.score), List.of());
        }
        return new Match(
                asked,
                Optional.empty(),
                rounded(best.score),
                first(scored.stream().map(Scored::model).toList()));
    }

    private static double score(Saying asked, Saying known) {
        double letters = asked.letters.likeness(known.letters, WORTH_OFFERING);
        double sound = letters == 1 ? 0 : 0.97 * asked.sound.likeness(known.sound, WORTH_OFFERING);
        double score = Math.max(letters, sound);
        // A wrong or missing number is another product, however alike the rest.
        if (!asked.numbers.equals(known.numbers)) {
            score = Math.min(score, SURE - 0.03) * (asked.numbers.isEmpty() ? 1.05 : 0.95);
            score = Math.min(score, SURE - 0.01);
        } else if (!asked.variants.equals(known.variants)) {
            score = Math.min(score, SURE - 0.02);
        }
        return score;
    }

    private static Saying saying(List<String> words, Sayings sayings) {
        List<String> telling = Spelling.telling(words);
        Set<String> numbers = new TreeSet<>();
        Set<String> variants = new TreeSet<>();
        StringBuilder sound = new StringBuilder();
        for (String word : telling) {
            if (Spelling.isNumber(word)) {
                numbers.add(word);
                sound.append(word);
            } else {
                sound.append(sayings.sound(word));
                if (VARIANTS.contains(word)) {
                    variants.add(word);
                }
            }
        }
        return new Saying(Bagged.of(run(telling)), Bagged.of(sound.toString()), numbers, variants);
    }

    private static String run(List<String> words) {
        return String.join("", words);
    }

    private static List<Model> first(List<Model> models) {
        return models.subList(0, Math.min(OFFERED, models.size()));
    }

    private static double rounded(double score) {
        return Math.round(score * 100) / 100.0;
    }
}
