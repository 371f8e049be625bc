package ensemble.house.bench;

import com.fasterxml.jackson.databind.JsonNode;
import ensemble.house.app.GatewayRuntime;
import ensemble.house.app.House;
import ensemble.house.app.HouseException;
import ensemble.house.app.RunSettings;
import ensemble.sync.simulation.Music;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * {@code bench hold}: music on a real audio server, speakers whose clocks run apart, one that stalls; the room tells how far
 * apart they arrive at the microphone.
 */
public final class HoldBench {
    private static final int PORT = 28_190;
    private static final String[] SPEAKERS = {"kitchen-shelf", "patio-left", "patio-right", "deck"};
    private static final double[] PPM = {0, 80, -80, 25};
    private static final double GOAL_MS = 0.1;
    private static final double MENDED_SECONDS = 35 + 20;
    private static final double LISTENING_SECONDS = 30;
    private static final double TAKE_SECONDS = 2;
    private static final double STALL_MS = 300;
    private static final double RECONNECTED_MS = 205;
    private static final double RECONNECTED_SEEN_MS = 5;
    private static final double RECONNECT_GOAL = 10;
    private static final long SEED = 3;

    private final HouseProbe house;
    private final RoomTake room;
    private final Consumer<String> tell;
    private final List<Row> rows = new ArrayList<>();

    private HoldBench(HouseProbe house, RoomTake room, Consumer<String> tell) {
        this.house = house;
        this.room = room;
        this.tell = tell;
    }

    /**
     * @param seconds how long speakers are watched before the stall, at least 20
     * @param tell hears of each step
     */
    public static List<Row> run(Path root, int seconds, Consumer<String> tell)
            throws IOException, InterruptedException, HouseException {
        Path data = Files.createTempDirectory("ensemble-bench-");
        RunSettings settings = new RunSettings(
                PORT,
                data.resolve("house"),
                SPEAKERS.length,
                false,
                RunSettings.Sound.PRIVATE_SERVER,
                false,
                Duration.ZERO);
        try (House running = House.start(settings, GatewayRuntime.built(root), tell);
                HouseProbe house = new HouseProbe(running.address())) {
            HoldBench bench = new HoldBench(house, new RoomTake(house, data), tell);
            bench.measure(seconds);
            return bench.rows;
        } finally {
            HouseBench.sweep(data);
        }
    }

    private void measure(int seconds) throws IOException, InterruptedException {
        String name = "held on the audio server for " + seconds + " s, p95";
        float[] music = Music.POP.make(new SplittableRandom(SEED), 40 * Pulses.RATE);
        for (int i = 0; i < music.length; i++) {
            music[i] *= 0.3f;
        }
        room.loop("music", music);
        for (int i = 0; i < SPEAKERS.length; i++) {
            house.post("/room/set", RoomTake.body().put("speaker", SPEAKERS[i]).put("ppm", PPM[i]));
        }
        var unused = house.directive("TurnOn", house.endpoint("All speakers"));
        tell.accept("lining up");
        JsonNode linedUp = house.post("/calibrate", RoomTake.body().put("group", "all speakers"));
        if (!linedUp.path("verdict").asText().equals("measured")) {
            rows.add(Row.notMeasured(
                    name, "ms", GOAL_MS, linedUp.path("sentence").asText()));
            return;
        }
        house.post("/hold", RoomTake.body().put("on", true));
        if (!listens()) {
            rows.add(Row.notMeasured(name, "ms", GOAL_MS, "the box does not listen"));
            return;
        }
        List<Double> apart = watch(seconds);
        rows.add(Row.of(
                name,
                "ms",
                GOAL_MS,
                Percentile.of(apart, 95),
                String.format(
                        Locale.ROOT,
                        "clocks of 0, 80, -80, 25 ppm; of %d looks, median %.3f, worst %.3f",
                        apart.size(),
                        Percentile.of(apart, 50),
                        Percentile.of(apart, 100))));
        stall();
        reconnect();
        rows.add(Row.of("gateway RSS while it holds 4 speakers", "MB", 130, house.gatewayMegabytes(), ""));
    }

    private boolean listens() throws IOException, InterruptedException {
        long start = System.nanoTime();
        while (since(start) < LISTENING_SECONDS) {
            if (house.get("/hold").path("listening").asBoolean()) {
                return true;
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        return false;
    }

    private List<Double> watch(int seconds) throws IOException, InterruptedException {
        tell.accept("watching four speakers for " + seconds + " s");
        List<Double> apart = new ArrayList<>();
        StringBuilder course = new StringBuilder();
        long start = System.nanoTime();
        while (since(start) < seconds) {
            apart.add(apart());
            course.append(String.format(Locale.ROOT, " %.3f", apart.getLast()));
        }
        tell.accept("ms apart, look by look:" + course);
        return apart;
    }

    private void stall() throws IOException, InterruptedException {
        tell.accept("one speaker stalls for 300 ms");
        house.post("/room/set", RoomTake.body().put("speaker", "patio-left").put("stallMs", STALL_MS));
        long stalled = System.nanoTime();
        boolean seen = false;
        double now = 0;
        while (!(seen && now <= GOAL_MS) && since(stalled) < 2 * MENDED_SECONDS) {
            now = apart();
            seen |= now > STALL_MS / 2;
        }
        String name = "a stall of 300 ms: together again after";
        rows.add(
                seen && now <= GOAL_MS
                        ? Row.of(name, "s", MENDED_SECONDS, since(stalled), "found and mended; goals 35 and 20 s")
                        : Row.notMeasured(
                                name,
                                "s",
                                MENDED_SECONDS,
                                seen ? "still " + now + " ms apart" : "the room did not show the stall"));
    }

    /** A speaker leaves for three seconds, and its new link is slower. */
    private void reconnect() throws IOException, InterruptedException {
        tell.accept("one speaker reconnects, 40 ms later than it was");
        house.post("/room/set", RoomTake.body().put("speaker", "deck").put("present", false));
        TimeUnit.SECONDS.sleep(3);
        house.post(
                "/room/set",
                RoomTake.body()
                        .put("speaker", "deck")
                        .put("latencyMs", RECONNECTED_MS)
                        .put("present", true));
        long back = System.nanoTime();
        boolean seen = false;
        double now = 0;
        double mended = 0;
        while (!(seen && now <= GOAL_MS) && since(back) < 2 * MENDED_SECONDS) {
            mended = since(back);
            now = apart();
            seen |= now > RECONNECTED_SEEN_MS;
        }
        String name = "a reconnect that was seen: together again after";
        rows.add(
                seen && now <= GOAL_MS
                        ? Row.of(name, "s", RECONNECT_GOAL, mended, "by one sweep of that speaker; looks of 2 s")
                        : Row.notMeasured(
                                name,
                                "s",
                                RECONNECT_GOAL,
                                seen ? "still " + now + " ms apart" : "the room did not show it"));
    }

    private static double since(long nanos) {
        return (System.nanoTime() - nanos) * 1e-9;
    }

    /** Milliseconds from the earliest to the latest arrival. */
    private double apart() throws IOException, InterruptedException {
        List<float[]> heard = room.recordAtMicrophone(TAKE_SECONDS).channels();
        double least = 0;
        double most = 0;
        for (float[] channel : heard.subList(1, heard.size())) {
            double later = Lag.millis(heard.getFirst(), channel);
            least = Math.min(least, later);
            most = Math.max(most, later);
        }
        return most - least;
    }
}
