package ensemble.catalogue.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ensemble.catalogue.data.Catalogue;
import ensemble.catalogue.data.Cause;
import ensemble.catalogue.data.Myth;
import ensemble.catalogue.data.Symptom;
import ensemble.catalogue.load.Loader;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ExplainTest {
    private static final Catalogue CATALOGUE = Loader.shipped();
    private static final Explain EXPLAIN = new Explain(CATALOGUE);

    @ParameterizedTest
    @CsvSource({
        "one silent, one-silent, unlike-models",
        "connected but silent, connected-silent, unicast",
        "cuts out when I walk away, walk-away, relay-range",
        "echo, echo, unlike-latency",
        "hum, hum, long-cable",
        "it hums, hum, long-cable",
        "drops after minutes, drops-minutes, interference",
        "second one disconnects the first, second-drops-first, echo-one-link",
        "thin sound, thin, unlike-latency",
        "they won't link, link-fails, firmware-mismatch",
        "why does the patio cut out?, drops-minutes, interference",
        "one speaker is late, echo, unlike-latency",
        "verbunden aber stumm, connected-silent, unicast"
    })
    void ownWordsLeadToASymptomAndItsLikeliestCause(String words, String symptom, String first) {
        Explained explained = EXPLAIN.explain(words, Set.of());
        assertEquals(symptom, explained.symptom().map(Symptom::id).orElse("not understood"));
        assertEquals(first, explained.causes().getFirst().cause().id());
    }

    @ParameterizedTest
    @CsvSource({
        "can I hold the Bluetooth button for ten seconds, myth-hold-ten",
                "does a bluetooth splitter work, myth-splitter",
        "will updating Echo firmware help, myth-echo-update", "turn on both at once, myth-on-together"
    })
    void mythsAreAnswered(String words, String myth) {
        assertEquals(myth, EXPLAIN.explain(words, Set.of()).myth().map(Myth::id).orElse("none"));
    }

    @Test
    void whatTheBoxHasSeenWeighsIn() {
        assertEquals("interference", first("drops-minutes", Set.of()));
        assertEquals("power-save", first("drops-minutes", Set.of("low-battery")));
        assertEquals("polarity", first("thin", Set.of("polarity")));
    }

    @Test
    void everySymptomHasCausesWithCheckAndRemedyAndTheirSharesAddUp() {
        for (Symptom symptom : CATALOGUE.symptoms()) {
            Explained explained = EXPLAIN.explain(symptom.id(), Set.of());
            assertTrue(explained.causes().size() >= 2, symptom.id());
            double all = explained.causes().stream()
                    .mapToDouble(Explained.Likely::share)
                    .sum();
            assertEquals(1, all, 0.06, symptom.id());
        }
        for (Cause cause : CATALOGUE.causes()) {
            assertTrue(!cause.symptoms().isEmpty(), cause.id());
        }
    }

    @Test
    void whatIsNotUnderstoodIsAnsweredWithWhatIs() {
        Explained explained = EXPLAIN.explain("purple elephants", Set.of());
        assertEquals(CATALOGUE.symptoms(), explained.known());
        assertTrue(explained.causes().isEmpty());
    }

    private static String first(String symptom, Set<String> seen) {
        return EXPLAIN.explain(symptom, seen).causes().getFirst().cause().id();
    }
}
