package ensemble.catalogue.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ensemble.catalogue.ask.Answer;
import ensemble.catalogue.ask.Ask;
import ensemble.catalogue.ask.CanLink;
import ensemble.catalogue.ask.Way;
import ensemble.catalogue.data.Conflict;
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

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "a version        | 'claims': [{'model': 'jbl-flip-6', 'facts': [{'about': 'bluetooth', 'values': ['5.3'], 'from': 'own: its label'}]}] | Flip 6 | | YES | bluetooth: 5.3",
                "a time           | 'claims': [{'model': 'jbl-flip-6', 'facts': [{'about': 'latency', 'measures': 'drift', 'typical': 4, 'unit': 'ms', 'from': 'own: heard'}]}] | Flip 6 | | YES | latency: 4 ms drift",
                "a port           | 'claims': [{'model': 'bose-soundlink-flex', 'facts': [{'about': 'port', 'values': ['aux-in'], 'from': 'own: under a flap'}]}] | SoundLink Flex | | YES | port: aux-in",
                "that it fails    | 'claims': [{'model': 'ue-megaboom-3', 'modes': [{'mode': 'PartyUp', 'method': 'tws-pair', 'works': 'no', 'path': 'relay', 'from': 'own: tried it'}]}] | Megaboom 3 | | CONFLICT | PartyUp: it does not work.",
                "that it works    | 'claims': [{'model': 'xiaomi-redmi-x', 'modes': [{'mode': 'Duo', 'family': 'duo', 'method': 'tws-pair', 'works': 'yes', 'path': 'relay', 'from': 'own: tried it'}]}] | Redmi Speaker X | | YES | Duo: it works.",
                "that two go well | 'pairs': [{'models': ['jbl-flip-6', 'jbl-flip-7'], 'works': 'yes', 'why': 'They do here.', 'from': 'own: tried it'}] | Flip 6 | Flip 7 | CONFLICT | They do here.",
            })
    void whatContradictsTheShippedDataIsShownAsAConflict(
            String what, String text, String one, String other, CanLink can, String said) throws IOException {
        Files.writeString(folder.resolve("own.json"), "{" + text.replace('\'', '"') + "}");
        Loader.Loaded loaded = Loader.with(folder);
        assertEquals(List.of(), loaded.leftOut());
        Ask ask = new Ask(loaded.catalogue());
        Answer answer = other == null ? ask.about(one) : ask.about(one, other);
        assertEquals(can, answer.canLink());
        Conflict conflict = answer.conflicts().stream()
                .filter(found -> found.id().startsWith("own-"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(what + " is not shown: " + answer.conflicts()));
        assertTrue(conflict.sides().getLast().says().contains(said), conflict::toString);
        assertEquals("own", conflict.sides().getLast().from().getFirst().reference());
        assertTrue(!conflict.sides().getFirst().from().getFirst().reference().equals("own"));
    }

    @Test
    void whatAgreesWithTheShippedDataIsNoConflict() throws IOException {
        Files.writeString(folder.resolve("own.json"), """
                {"claims": [{"model": "jbl-flip-6", "facts": [
                 {"about": "bluetooth", "values": ["5.1"], "from": "own: its label"},
                 {"about": "note", "says": "Mine is red.", "from": "own: its case"}]}]}
                """);
        Loader.Loaded loaded = Loader.with(folder);
        assertEquals(List.of(), loaded.leftOut());
        assertEquals(
                Loader.shipped().conflicts().keySet(),
                loaded.catalogue().conflicts().keySet());
    }

    @Test
    void wordsOnAModelThereIsNotAreNamedByLine() throws IOException {
        Files.writeString(folder.resolve("own.json"), "{\"claims\": [\n{\"model\": \"jbl-flip-66\"}]}");
        assertEquals(
                List.of("own.json:2: \"claims\" names no model: jbl-flip-66"),
                Loader.with(folder).leftOut());
    }
}
