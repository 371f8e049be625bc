package ensemble.house.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import ensemble.house.CloudConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A box that nobody owns is linked by voice with the code on its own page and a yes there, and then plays. Real DynamoDB Local, real
 * MQTT, the gateway as a process of its own.
 */
final class LinkBoxTest {
    private static final String[] DIGITS = {
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"
    };
    private static final Pattern NUMBER = Pattern.compile("number (\\d\\d)\\b");
    private static final int DECK = 3;

    @Test
    void aBoxOfNobodyIsLinkedByVoiceAndPlays(@TempDir Path data) throws Exception {
        List<String> codes = new ArrayList<>();
        try (TestHouse house = TestHouse.startUnclaimed(data)) {
            assertEquals("cannot", outcome(house.say("turn on deck")), "nobody's box is nobody's device");

            codes.add(code(house));
            asks(house, codes.getLast(), "first");
            press(house, false);
            house.until("the cloud has heard the no", () -> !house.say("yes", "en-US", "first")
                    .path("speech")
                    .asText()
                    .contains("still waits"));
            assertEquals("refused", house.link().path("ending").asText());

            house.link(TestHouse.body().put("open", true));
            codes.add(code(house));
            assertTrue(!codes.getLast().equals(codes.getFirst()));
            house.until(
                    "the cloud has heard of the new code", () -> reported(house).equals("open"));
            String number = asks(house, codes.getLast(), "second");
            assertEquals(number, house.link().path("number").asText());
            press(house, true);
            house.until(
                    "the house has come",
                    () -> house.link().path("ending").asText().equals("linked"));
            String linked = house.say("yes", "en-US", "second").path("speech").asText();
            assertTrue(linked.startsWith("The box is linked. It plays on"), linked);
            assertTrue(linked.contains("Kitchen Shelf") && linked.contains("Deck"), linked);

            house.until("the box answers wishes", () -> outcome(house.say("turn on deck"))
                    .equals("done"));
            Take take = house.record(2);
            assertTrue(take.soundsThroughoutAfter(0.25, DECK));
            assertTrue(take.isSilent(0));
            assertEquals("done", outcome(house.say("ask speaker groups to play on all speakers")));
            assertTrue(told(house).contains("AddOrUpdateReport"), "Alexa was told of the devices unasked");
            assertTrue(house.say("ask speaker groups to link my box", "en-US", "third")
                    .path("speech")
                    .asText()
                    .contains("has a speaker box already"));
        }
        for (String code : codes) {
            assertEquals(List.of(), holding(data, code.replace(" ", "")), "a clear code was written down");
            assertEquals(List.of(), holding(data, code), "a clear code was written down");
        }
        try (TestHouse house = TestHouse.start(data, false)) {
            assertEquals("done", outcome(house.say("turn on kitchen shelf")), "the house is there after a restart");
        }
    }

    /** Reads the code to Alexa as a person does, and hears the number. */
    private static String asks(TestHouse house, String code, String session) throws Exception {
        String question = speech(house, "ask speaker groups to link my box", session);
        assertTrue(question.endsWith("what are the first four?"), question);
        StringBuilder spoken = new StringBuilder();
        code.substring(0, 4).chars().forEach(digit -> spoken.append(DIGITS[digit - '0'])
                .append(' '));
        String more = speech(house, spoken.toString().strip(), session);
        assertTrue(more.endsWith("last four digits?"), more);
        String asks = speech(house, code.substring(5), session);
        Matcher number = NUMBER.matcher(asks);
        assertTrue(number.find() && asks.endsWith("Have you pressed it?"), asks);
        return number.group(1);
    }

    private static String code(TestHouse house) throws Exception {
        house.until("a code is shown", () -> house.link().path("state").asText().equals("open"));
        String code = house.link().path("code").asText();
        assertTrue(code.matches("[1-9]\\d{3} [1-9]\\d{3}"), code);
        return code;
    }

    private static void press(TestHouse house, boolean yes) throws Exception {
        house.until("the box asks", () -> house.link().path("state").asText().equals("asked"));
        String claim = house.link().path("claim").asText();
        TestHouse.json(house.link(TestHouse.body().put("claim", claim).put("yes", yes)));
        assertEquals(
                409,
                house.link(TestHouse.body().put("claim", claim).put("yes", !yes))
                        .statusCode());
    }

    /** What the cloud knows of linking. */
    private static String reported(TestHouse house) throws Exception {
        return TestHouse.json(house.get("/things/" + CloudConfig.DEFAULT_HUB + "/shadow?name=link"))
                .at("/state/reported/st")
                .asText();
    }

    private static String told(TestHouse house) throws Exception {
        house.until(
                "Alexa hears of the devices", () -> house.get("/events").body().contains("AddOrUpdateReport"));
        return house.get("/events").body();
    }

    private static String speech(TestHouse house, String sentence, String session) throws Exception {
        return house.say(sentence, "en-US", session).path("speech").asText();
    }

    private static String outcome(JsonNode said) {
        return said.path("outcome").asText();
    }

    private static List<String> holding(Path folder, String text) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text)) {
                    found.add(folder.relativize(file).toString());
                }
            }
        }
        return found;
    }
}
