package ensemble.house.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * How long the gateway's process takes from its start, seconds; seen from outside, every 10 ms.
 *
 * @param sound until its page answers and says that the audio server plays what it mixes
 * @param cloud until the house has its report over MQTT, which is when a command would succeed
 */
record GatewayStart(double sound, double cloud) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /**
     * Ends the gateway of a running house in good order and starts it again.
     *
     * @param page the address of the box's page
     */
    static GatewayStart again(HouseProbe house, URI page) throws IOException, InterruptedException {
        act(house, "stop");
        long old = pid(house);
        long start = System.nanoTime();
        act(house, "start");
        until(start, "the box's page tells of sound", () -> sounds(house.get(page + "api/status")));
        double sound = (System.nanoTime() - start) / 1e9;
        until(start, "the house has the box's report", () -> pid(house) != old);
        return new GatewayStart(sound, (System.nanoTime() - start) / 1e9);
    }

    private static void act(HouseProbe house, String act) throws IOException, InterruptedException {
        JsonNode unused = house.post("/hub/" + act, JsonNodeFactory.instance.objectNode());
    }

    private static long pid(HouseProbe house) throws IOException, InterruptedException {
        return house.get("/status").path("hub").path("pid").asLong();
    }

    private static boolean sounds(JsonNode page) {
        JsonNode health = page.path("health");
        return health.path("graph").isTextual() && health.path("noSound").isNull();
    }

    private interface Condition {
        boolean holds() throws IOException, InterruptedException;
    }

    private static void until(long start, String what, Condition so) throws IOException, InterruptedException {
        while (!quietly(so)) {
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                throw new IOException("not within " + PATIENCE.toSeconds() + " s: " + what);
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    /** A page that is not there yet refuses the connection. */
    private static boolean quietly(Condition so) throws InterruptedException {
        try {
            return so.holds();
        } catch (IOException notYet) {
            return false;
        }
    }
}
