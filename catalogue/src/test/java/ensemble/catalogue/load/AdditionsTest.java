package ensemble.catalogue.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ensemble.catalogue.ask.Ask;
import ensemble.catalogue.ask.CanLink;
import ensemble.catalogue.ask.Way;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AdditionsTest {
    private static final String GOOD = """
            {"brand": "Hausmarke",
             "models": [{"id": "hausmarke-eins", "name": "Krachmacher 1", "kind": "speaker", "facts": [],
              "modes": [{"mode": "Duo", "family": "duo", "method": "tws-pair", "works": "yes", "stereo": true,
               "path": "relay", "from": "house: tried it"}]}],
             "measured": [{"model": "hausmarke-eins", "offsetMs": 0.9, "uncertaintyMs": 0.1, "when": "2026-11-01"}]}
            """;

    @TempDir
    private Path folder;

    @Test
    void aPersonsModelIsTakenMarkedAndItsOwnMeasurementCountsMost() throws IOException {
        Files.writeString(folder.resolve("mine.json"), GOOD);
        Loader.Loaded loaded = Loader.with(folder);
        assertEquals(List.of(), loaded.leftOut());
        assertTrue(loaded.catalogue().model("hausmarke-eins").orElseThrow().added());
        var answer = new Ask(loaded.catalogue()).about("krachmacher eins");
        assertEquals(CanLink.YES, answer.canLink());
        Way way = answer.ways().getFirst();
        assertTrue(String.valueOf(way.expected()).contains("0.9"), () -> String.valueOf(way.expected()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "empty || 1 | empty",
                "not JSON | {\"brand\": \"X\",\\n\"models\": [} | 2 | not JSON",
                "an unknown key | {\"brand\": \"X\",\\n\"modells\": []} | 2 | unknown key \"modells\"",
                "a wrong type | {\"brand\": 5} | 1 | must be text",
                "no brand | {\"models\": []} | 1 | \"brand\" is missing",
                "a kind there is not | {\"brand\": \"X\", \"models\": [\\n{\"id\": \"x-y\", \"name\": \"Y\",\\n\"kind\": \"lamp\"}]} | 3 | \"lamp\"",
                "a model already there | {\"brand\": \"JBL\",\\n\"models\": [{\"id\": \"jbl-flip-6\", \"name\": \"F\", \"kind\": \"speaker\"}]} | 2 | twice",
                "a method there is not | {\"brand\": \"X\",\\n\"models\": [{\"id\": \"x-y\", \"name\": \"Y\", \"kind\": \"speaker\", \"modes\": [{\"mode\": \"m\", \"family\": \"f\", \"method\": \"magic\", \"works\": \"yes\", \"path\": \"relay\", \"from\": \"house: me\"}]}]} | 2 | magic",
                "a time without a measure | {\"brand\": \"X\", \"models\": [{\"id\": \"x-y\", \"name\": \"Y\", \"kind\": \"speaker\", \"facts\": [\\n{\"about\": \"latency\", \"typical\": 3, \"unit\": \"ms\", \"from\": \"house: me\"}]}]} | 2 | measures",
                "the same key twice | {\"brand\": \"X\",\\n\"brand\": \"Y\"} | 2 | not JSON",
                "a list | [] | 1 | an object is wanted"
            })
    void aBadFileIsNamedByFileAndLineAndTheOthersStand(String what, String text, int line, String fault)
            throws IOException {
        Files.writeString(folder.resolve("bad.json"), text == null ? "" : text.replace("\\n", "\n"));
        Files.writeString(folder.resolve("good.json"), GOOD);
        Loader.Loaded loaded = Loader.with(folder);
        assertEquals(1, loaded.leftOut().size(), what);
        String said = loaded.leftOut().getFirst();
        assertTrue(said.startsWith("bad.json:" + line + ": ") && said.contains(fault), said);
        assertEquals(1, said.lines().count());
        assertTrue(loaded.catalogue().model("hausmarke-eins").isPresent());
        assertEquals(
                Loader.shipped().models().size() + 1,
                loaded.catalogue().models().size());
    }

    @Test
    void noFolderAddsNothing() {
        assertEquals(Loader.shipped(), Loader.with(folder.resolve("none")).catalogue());
    }
}
