package ensemble.house.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What people say to the simulated Alexa of a running house, in five languages: the way it takes, whether Amazon promises that way,
 * what is sent, what is said, and who is heard. On the in-process graph.
 */
final class SayTest {
    /** @param late blocks that the machine itself was late with, from the sentence to the end of the moment */
    private record Moment(SaidRow row, long from, long to, long late) {}

    @Test
    void everySentenceTakesItsWayAndIsHeard(@TempDir Path data, @TempDir Path folder) throws Exception {
        List<SaidRow> rows = SaidRow.read(VoiceDriver.FILES.resolve("say.txt"));
        List<String> wrong = new ArrayList<>();
        List<Moment> moments = new ArrayList<>();
        int heardAt;
        try (TestHouse house = TestHouse.start(data, false)) {
            Listening listening = Listening.start(house, folder.resolve("say.wav"), seconds(rows));
            String session = "";
            String heard = "";
            for (SaidRow row : rows) {
                TimeUnit.MILLISECONDS.sleep(row.pause());
                session = row.goesOn() ? session : "row" + row.number();
                long late = house.lateBlocks();
                judge(row, house.say(row.said(), row.locale(), session), wrong);
                if (!row.heard().equals("?")) {
                    if (!row.heard().equals(heard)) {
                        TimeUnit.MILLISECONDS.sleep(Listening.SETTLE_MILLIS);
                    }
                    heard = row.heard();
                    long from = System.currentTimeMillis();
                    TimeUnit.MILLISECONDS.sleep(2 * Listening.WINDOW_MILLIS);
                    long to = System.currentTimeMillis();
                    moments.add(new Moment(row, from, to, house.lateBlocks() - late));
                }
            }
            listening.end();
            List<Moment> sound =
                    moments.stream().filter(moment -> moment.late() == 0).toList();
            System.out.println("heard at " + sound.size() + " of " + moments.size()
                    + " moments; the machine was late at" + " the others");
            heardAt = sound.size();
            for (Moment moment : sound) {
                String really = listening.heard(moment.from(), moment.to());
                expect(moment.row(), "is heard on", moment.row().heard(), really, wrong);
            }
        }
        assertEquals("", String.join("\n", wrong));
        assertTrue(rows.size() >= 150, () -> rows.size() + " rows");
        assumeTrue(heardAt * 4 >= moments.size() * 3, "the machine was too busy to hear most of it");
    }

    private static void judge(SaidRow row, JsonNode said, List<String> wrong) {
        expect(row, "takes the way", row.route(), said.path("route").asText(), wrong);
        expect(row, "is promised", row.promised(), said.path("documented").asBoolean(), wrong);
        String request =
                said.path("request").isNull() ? "-" : said.path("request").asText();
        expect(row, "comes to", row.request(), request, wrong);
        expect(row, "is", row.outcome(), said.path("outcome").asText(), wrong);
        String speech = said.path("speech").asText();
        if (!row.says().matcher(speech).find()) {
            wrong.add(row.number() + " " + row.said() + ": says \"" + speech + "\"");
        }
        List<String> fields = new ArrayList<>();
        said.fieldNames().forEachRemaining(fields::add);
        expect(
                row,
                "tells",
                List.of("heard", "route", "documented", "request", "speech", "outcome", "n"),
                fields,
                wrong);
    }

    private static void expect(SaidRow row, String what, Object wanted, Object got, List<String> wrong) {
        if (!wanted.equals(got)) {
            wrong.add(row.number() + " " + row.said() + ": " + what + " " + got + ", not " + wanted);
        }
    }

    private static double seconds(List<SaidRow> rows) {
        double seconds = 8;
        String heard = "";
        for (SaidRow row : rows) {
            boolean settles = !row.heard().equals("?") && !row.heard().equals(heard);
            heard = settles ? row.heard() : heard;
            seconds += row.pause() / 1_000.0;
            seconds += settles ? 0.7 + Listening.SETTLE_MILLIS / 1_000.0 : 0.45;
        }
        return seconds;
    }
}
