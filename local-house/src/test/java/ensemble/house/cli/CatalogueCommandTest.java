package ensemble.house.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The catalogue as somebody at a terminal, or a program that reads its JSON, meets it. */
final class CatalogueCommandTest {
    private record Ran(int status, String out, String err) {}

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "ask {0} + {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "flip six       | jbl flip 6          | yes      | PartyBoost | 4.2.1             |               |",
                "flip 6         | charge 5            | conflict | PartyBoost |                   |               | K21",
                "flip 6         | flip 7              | no       |            |                   |               |",
                "flip 6         | soundlink flex      | no       |            |                   |               |",
                "mi portable 3  | mi portable 3       | yes      | TWS        | SPK-MIP3-V2.18.10 | Mi Home 6.22.1 | K18",
                "motion plus    | motion+             | conflict | Link       |                   |               | K1",
                "bose soundlink flex | soundlink flex | yes      | Connect+   | 3.10.0            |               | K2",
                "boom 3         | megaboom 3          | no       |            |                   |               |",
                "echo dot       | flip 6              | yes      | Bluetooth  |                   |               | K10",
                "toaster        | flip 6              | unknown  |            |                   |               |",
            })
    void askAnswersInTheAgreedForm(
            String one, String other, String can, String mode, String firmware, String app, String conflict)
            throws IOException {
        Ran ran = ran("ask", one, other, "--json");
        assertEquals(0, ran.status, ran.err);
        JsonNode answer = json(ran.out);
        assertEquals(can, answer.get("canLink").asText());
        assertEquals(one, answer.get("models").get(0).get("asked").asText());
        for (String key : List.of("models", "modes", "conflicts", "instead")) {
            assertTrue(answer.get(key).isArray(), key);
        }
        for (JsonNode found : answer.get("modes")) {
            for (String key : List.of("mode", "firmwareMin", "appMin", "offsetMs", "measures", "steps", "source")) {
                assertTrue(found.has(key), key);
            }
            assertFalse(found.get("steps").isEmpty());
        }
        assertEquals(
                mode == null,
                each(answer.get("modes"), "mode").noneMatch(name -> mode == null || name.contains(mode))
                        && answer.get("modes").isEmpty());
        if (firmware != null) {
            assertTrue(each(answer.get("modes"), "firmwareMin").anyMatch(firmware::equals), ran.out);
        }
        if (app != null) {
            assertTrue(each(answer.get("modes"), "appMin").anyMatch(app::equals), ran.out);
        }
        if (conflict != null) {
            assertTrue(each(answer.get("conflicts"), "id").anyMatch(conflict::equals), ran.out);
        }
        assertEquals(!can.equals("yes"), !answer.get("instead").isEmpty());
        assertEquals(0, ran("ask", one, other).status, "the same in words");
    }

    @Test
    void askAloneTellsHowManyAreKnown() throws IOException {
        JsonNode count = json(ran("ask", "--json").out);
        int kinds = 0;
        for (JsonNode kind : count.get("kinds")) {
            kinds += kind.asInt();
        }
        assertEquals(count.get("models").asInt(), kinds);
        assertTrue(ran("ask").out.startsWith(count.get("models").asInt() + " models of "));
    }

    static Stream<Arguments> notQuestions() {
        return Stream.of(
                Arguments.of("empty", ""),
                Arguments.of("blank", "  \t "),
                Arguments.of("10,000 characters", "x".repeat(10_000)),
                Arguments.of("markup", "<b>flip 6</b>"),
                Arguments.of("a script tag", "<script>alert(1)</script>"),
                Arguments.of("another script", "флип шесть"),
                Arguments.of("Chinese", "小米音箱"),
                Arguments.of("a control character", "flip\u0007 6"),
                Arguments.of("half a surrogate", "flip \ud83d"),
                Arguments.of("signs only", "!?!"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("notQuestions")
    void whatIsNoQuestionGetsOneClearLineAndTwo(String what, String text) {
        for (List<String> command : List.of(
                List.of("ask", text),
                List.of("ask", "flip 6", text),
                List.of("explain", text),
                List.of("guide", text))) {
            refused(ran(command.toArray(String[]::new)), "cannot be looked up");
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "no such file      | - | is not a file",
                "empty             | | inventory.json:1: empty",
                "not JSON          | {'speakers': [} | inventory.json:1: not JSON",
                "a list            | [] | an object is wanted",
                "unknown key       | {'speakerz': []} | unknown key \"speakerz\"",
                "unknown inner key | {'speakers': [{'model': 'Flip 6', 'color': 'red'}]} | unknown key \"color\"",
                "text for a list   | {'speakers': 'Flip 6'} | must be a list",
                "number for a name | {'speakers': [{'model': 6}]} | must be text",
                "text for a number | {'budget': 'much'} | must be a number",
                "less than nothing | {'budget': -1} | at least 0",
                "a use there is not | {'use': 'karaoke'} | party, stereo or film",
                "markup in a name  | {'speakers': [{'model': '<b>Flip 6</b>'}]} | markup",
                "another script    | {'echo': ['эхо']} | Latin letters",
                "no model          | {'speakers': [{}]} | \"model\" is missing",
                "twice the same    | {'budget': 1, 'budget': 2} | not JSON",
            })
    void anInventoryThatCannotBeReadGetsOneClearLineAndTwo(String what, String text, String said) throws IOException {
        Path file = folder.resolve("inventory.json");
        if (!"-".equals(text)) {
            Files.writeString(file, text == null ? "" : text.replace('\'', '"'));
        }
        refused(ran("advise", file.toString()), said);
        refused(ran("advise", file.toString(), "--json"), said);
    }

    @Test
    void anInventoryOf10000CharactersInOneNameIsRefused() throws IOException {
        Path file = folder.resolve("inventory.json");
        Files.writeString(file, "{\"speakers\": [{\"model\": \"" + "x".repeat(10_000) + "\"}]}");
        refused(ran("advise", file.toString()), "longer than");
    }

    @Test
    void adviseRanksEveryMethodInTheAgreedForm() throws IOException {
        Path file = folder.resolve("inventory.json");
        Files.writeString(file, """
                {"echo": ["Echo Dot 5"], "speakers": [{"model": "Flip 6", "firmware": "4.2.1", "ports": []},
                 {"model": "SoundLink Flex"}], "phone": "Pixel 8", "box": true, "transmitter": null,
                 "wifi": true, "budget": 80, "use": "party"}
                """);
        JsonNode methods = json(ran("advise", file.toString(), "--json").out).get("methods");
        assertTrue(methods.size() >= 11, methods.size() + " methods");
        assertEquals("box", methods.get(0).get("method").asText());
        for (JsonNode method : methods) {
            for (String key : List.of("method", "rank", "why", "offsetMs", "cost", "steps")) {
                assertTrue(method.has(key), key);
            }
            assertFalse(method.get("why").asText().isBlank());
        }
        Ran why = ran("advise", file.toString(), "--why");
        assertTrue(why.out.contains("  + ") && why.out.contains("["), why.out);
    }

    @ParameterizedTest
    @CsvSource({
        "one silent, one-silent",
        "connected but silent, connected-silent",
        "it cuts out when I walk away, walk-away",
        "I hear an echo, echo",
        "hum, hum",
        "drops after minutes, drops-minutes",
        "the second one disconnects the first, second-drops-first",
        "thin sound, thin",
        // Found by asking an article's own question: the Echo was taken for an echo.
        "why does my Echo keep disconnecting from my Bluetooth speaker, drops-minutes",
        "brummen, hum"
    })
    void explainKnowsEverySymptomOfTheIssue(String words, String symptom) throws IOException {
        JsonNode explained = json(ran("explain", words, "--json").out);
        assertEquals(symptom, explained.get("symptom").asText());
        double last = 1;
        for (JsonNode cause : explained.get("causes")) {
            assertTrue(cause.get("share").asDouble() <= last);
            last = cause.get("share").asDouble();
            assertFalse(cause.get("check").asText().isBlank());
            assertFalse(cause.get("remedy").asText().isBlank());
        }
        assertTrue(explained.get("causes").size() > 1);
    }

    @Test
    void theBoxesEvidenceWeighsInAndAnUnknownKindIsWrongUse() throws IOException {
        JsonNode without = json(ran("explain", "drops-minutes", "--json").out).get("causes");
        JsonNode with = json(ran("explain", "drops-minutes", "--seen", "low-battery", "--json").out)
                .get("causes");
        assertFalse(without.get(0).equals(with.get(0)));
        assertTrue(with.get(0).get("seenByBox").toString().contains("low-battery"));
        refused(ran("explain", "hum", "--seen", "ghosts"), "--seen takes");
    }

    @Test
    void aMythIsAnsweredWithItsSource() {
        Ran ran = ran("explain", "holding", "the", "bluetooth", "button", "for", "10", "seconds", "links", "speakers");
        assertTrue(ran.out.startsWith("Not so: ") && ran.out.contains("A: myth 1"), ran.out);
    }

    @Test
    void guidePrintsTheStepsOrSaysWhyThereAreNone() {
        Ran steps = ran("guide", "mi portable speaker 3");
        assertEquals(0, steps.status);
        assertTrue(steps.out.contains("red, white, red") && steps.out.contains("If not:"), steps.out);
        Ran none = ran("guide", "life q30");
        assertEquals(1, none.status);
        assertTrue(none.err.contains("no steps are known"), none.err);
        Ran unclear = ran("guide", "flip");
        assertEquals(1, unclear.status);
        assertTrue(unclear.err.contains("did you mean"), unclear.err);
    }

    @Test
    void aPersonsBadFileIsNamedOnTheSideAndTheAnswerStands() throws IOException {
        Files.createDirectories(folder.resolve("catalogue"));
        Files.writeString(folder.resolve("catalogue/mine.json"), "{\n\"brandd\": 1}");
        Files.writeString(folder.resolve("calibrations.json"), "[]");
        Ran ran = ran("ask", "flip 6", "--json", "--data", folder.toString());
        assertEquals(0, ran.status);
        assertEquals("yes", json(ran.out).get("canLink").asText());
        assertTrue(ran.err.contains("mine.json:") && ran.err.contains("calibrations.json:1"), ran.err);
    }

    @Test
    void tooManyModelsOrNoneToGuideIsWrongUse() {
        assertEquals(2, ran("ask", "flip", "6", "charge").status);
        assertEquals(2, ran("guide").status);
        assertEquals(2, ran("explain").status);
        assertEquals(2, ran("advise").status);
        assertEquals(2, ran().status);
    }

    private static void refused(Ran ran, String said) {
        assertEquals(2, ran.status, ran.err);
        assertEquals("", ran.out);
        assertEquals(1, ran.err.strip().lines().count(), ran.err);
        assertTrue(ran.err.contains(said), ran.err);
        assertTrue(ran.err.length() < 300, () -> ran.err.length() + " characters");
    }

    private static Stream<String> each(JsonNode list, String key) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(one -> one.path(key).asText());
    }

    private static JsonNode json(String out) throws IOException {
        assertEquals(1, out.strip().lines().count(), "one value and nothing else");
        return new ObjectMapper().readTree(out);
    }

    private static Ran ran(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] all = Stream.concat(Stream.of("catalogue"), Stream.of(args)).toArray(String[]::new);
        int status = Ensemble.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all);
        return new Ran(status, out.toString(), err.toString());
    }
}
