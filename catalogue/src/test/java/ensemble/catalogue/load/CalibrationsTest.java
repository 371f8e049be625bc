package ensemble.catalogue.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ensemble.catalogue.advise.Advise;
import ensemble.catalogue.advise.Inventory;
import ensemble.catalogue.advise.Inventory.Owned;
import ensemble.catalogue.advise.Ranked;
import ensemble.catalogue.ask.Ask;
import ensemble.catalogue.data.Catalogue;
import ensemble.catalogue.data.Fact;
import ensemble.catalogue.data.Sureness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CalibrationsTest {
    private static final String FLIPS = """
            {"calibrations": [
             {"model": "JBL Flip 6", "method": "tws-pair", "offsetMs": 13.1, "uncertaintyMs": 0.2, "when": "2026-11-20T18:00:00Z"},
             {"model": "jbl-flip-6", "method": "box", "offsetMs": 0.8, "uncertaintyMs": 0.05, "when": "2026-11-20T18:05:00Z"},
             {"model": "Kitchen radio", "offsetMs": 2, "when": "2026-11-20T18:10:00Z"}]}
            """;

    @TempDir
    private Path house;

    @Test
    void anOwnMeasurementOutweighsEveryClaimAndTheUnknownIsNamed() throws IOException {
        Loader.Loaded loaded = loaded(FLIPS);
        assertEquals(List.of("calibrations.json:4: no model Kitchen radio"), loaded.leftOut());
        Fact expected = new Ask(loaded.catalogue())
                .about("flip 6").ways().stream()
                        .map(way -> way.expected())
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElseThrow();
        assertEquals(Sureness.MEASURED, expected.evidence().sure());
        assertTrue(expected.words().contains("13.1 ms between speakers"), expected::words);
    }

    @Test
    void whatTheBoxMeasuredIsWhatItIsRankedBy() throws IOException {
        Catalogue catalogue = loaded(FLIPS).catalogue();
        Inventory flips = new Inventory(
                List.of("Echo Dot 5"),
                List.of(new Owned("Flip 6", null, List.of()), new Owned("Flip 6", null, List.of())),
                null,
                true,
                null,
                null,
                null,
                null,
                null,
                null);
        assertEquals(0.8, box(catalogue, flips).offsetMs());
        assertEquals("studio", box(catalogue, flips).tier());
        assertTrue(box(catalogue, flips).chain().toString().contains("Your own calibration"));
        assertEquals("tight", box(Loader.shipped(), flips).tier());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "empty         | | 1: empty",
                "not JSON      | {'calibrations': [} | 1: not JSON",
                "a list        | [] | 1: an object is wanted",
                "unknown key   | {'kalibrations': []} | 1: unknown key",
                "wrong type    | {'calibrations': [{'model': 5, 'offsetMs': 1, 'when': 'x'}]} | 1: \"model\" must be text",
                "out of range  | {'calibrations': [{'model': 'jbl-flip-6', 'offsetMs': -3, 'when': 'x'}]} | 1: \"offsetMs\" is 0 to 5000",
                "without a day | {'calibrations': [{'model': 'jbl-flip-6', 'offsetMs': 3}]} | 1: \"when\" is missing",
            })
    void aBadFileIsNamedAndLeftOut(String what, String text, String said) throws IOException {
        Loader.Loaded loaded = loaded(text == null ? "" : text.replace('\'', '"'));
        assertEquals(1, loaded.leftOut().size(), what);
        assertTrue(
                loaded.leftOut().getFirst().startsWith("calibrations.json:" + said),
                loaded.leftOut().getFirst());
        assertEquals(Loader.shipped(), loaded.catalogue());
    }

    @Test
    void withoutAFileNothingIsMeasured() {
        assertEquals(Loader.shipped(), Loader.house(house).catalogue());
    }

    private Loader.Loaded loaded(String text) throws IOException {
        Files.writeString(house.resolve("calibrations.json"), text);
        return Loader.house(house);
    }

    private static Ranked box(Catalogue catalogue, Inventory inventory) {
        return new Advise(catalogue, new Ask(catalogue))
                .rank(inventory).stream()
                        .filter(one -> one.method().id().equals("box"))
                        .findFirst()
                        .orElseThrow();
    }
}
