package ensemble.house.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import ensemble.sync.simulation.Music;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three minutes of music on a real audio server: speakers' clocks run apart, one stalls, and the room says how far they are. */
@Tag("slow")
@Tag("audio")
final class HoldOnPipeWireTest {
    private static final String[] SPEAKERS = {"kitchen-shelf", "patio-left", "patio-right", "deck"};
    private static final double[] PPM = {0, 80, -80, 25};
    private static final double QUIET_SECONDS = 90;
    private static final double GOAL_MS = 0.1;
    private static final double FOUND_AND_MENDED_SECONDS = 35 + 20;

    @Test
    void speakersOfUnlikeClocksAreHeldAndAStallIsMended(@TempDir Path data) throws Exception {
        try (TestHouse house = TestHouse.start(data, true)) {
            float[] music = Music.POP.make(new SplittableRandom(3), 40 * 48_000);
            for (int i = 0; i < music.length; i++) {
                music[i] *= 0.3f;
            }
            house.plays(music);
            for (int i = 0; i < SPEAKERS.length; i++) {
                house.post("/room/set", "{\"speaker\": \"" + SPEAKERS[i] + "\", \"ppm\": " + PPM[i] + "}");
            }
            house.say("turn on all speakers");
            JsonNode result = house.linesUp("all speakers");
            assertEquals("measured", result.path("verdict").asText(), result.toString());
            TestHouse.json(house.post("/hold", "{\"on\": true}"));
            house.until("it listens", () -> hold(house).path("listening").asBoolean());

            List<Double> apart = new ArrayList<>();
            long start = System.nanoTime();
            while (since(start) < QUIET_SECONDS) {
                apart.add(apart(house));
            }
            apart.sort(null);
            double p95 = apart.get((int) (0.95 * (apart.size() - 1)));
            System.out.printf(
                    "held: p95 %.4f ms of %d looks (goal %.1f); %s%n", p95, apart.size(), GOAL_MS, hold(house));

            house.post("/room/set", "{\"speaker\": \"patio-left\", \"stallMs\": 300}");
            long stalled = System.nanoTime();
            double now = Double.MAX_VALUE;
            boolean unknown = false;
            while ((now > GOAL_MS || since(stalled) < 2) && since(stalled) < FOUND_AND_MENDED_SECONDS) {
                now = apart(house);
                unknown |= status(house).equals("UNKNOWN");
            }
            System.out.printf(
                    "stall of 300 ms: %.4f ms apart after %.1f s; UNKNOWN meanwhile: %s; %s%n",
                    now, since(stalled), unknown, hold(house));
            assertTrue(p95 <= GOAL_MS, p95 + " ms apart");
            assertTrue(now <= GOAL_MS, "still " + now + " ms apart");
            assertTrue(unknown, "in sync was claimed all the time");
            house.until("it is known again", () -> status(house).equals("IN_SYNC"));
        }
    }

    private static double since(long nanos) {
        return (System.nanoTime() - nanos) * 1e-9;
    }

    private static JsonNode hold(TestHouse house) throws Exception {
        return TestHouse.json(house.get("/hold"));
    }

    private static String status(TestHouse house) throws Exception {
        return house.status().path("groups").path(3).path("sync").path("status").asText();
    }

    /** Milliseconds from the earliest to the latest arrival. */
    private static double apart(TestHouse house) throws Exception {
        Take take = house.recordAtMicrophone(2);
        double least = 0;
        double most = 0;
        for (int i = 1; i < SPEAKERS.length; i++) {
            double later = take.laterThanFirstMillis(i);
            least = Math.min(least, later);
            most = Math.max(most, later);
        }
        return most - least;
    }
}
