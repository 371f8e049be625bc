package ensemble.house.bench;

import com.fasterxml.jackson.databind.JsonNode;
import ensemble.house.app.GatewayRuntime;
import ensemble.house.app.House;
import ensemble.house.app.HouseException;
import ensemble.house.app.RunSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** {@code bench house}: how long a sentence takes to become sound, what a command costs, what the box needs. */
public final class HouseBench {
    private static final int PORT = 28_080;
    private static final URI PAGE = URI.create("http://127.0.0.1:" + (PORT + 1) + "/");
    private static final int STARTS = 5;
    private static final int ARCHIVE_SECONDS = 120;
    private static final int IDLE_SECONDS = 20;
    private static final int WARM_UP = 10;
    private static final int CLOUD_LATENCY_MILLIS = 30;

    /** Before the wish stands: one query, one conditional write, one shadow update. */
    private static final int CLOUD_CALLS = 3;

    private static final double KITCHEN_LATENCY_MILLIS = 150;

    private HouseBench() {}

    /**
     * @param times how often a speaker is turned on
     * @param tell hears of each step
     */
    public static List<Row> run(Path root, int times, Consumer<String> tell)
            throws IOException, InterruptedException, HouseException {
        Path data = Files.createTempDirectory("ensemble-bench-");
        List<Row> rows = new ArrayList<>();
        RunSettings settings = new RunSettings(
                PORT, data, 4, false, RunSettings.Sound.PRIVATE_SERVER, false, Duration.ofMillis(CLOUD_LATENCY_MILLIS));
        try {
            for (String which : List.of("first", "second")) {
                long start = System.nanoTime();
                try (House house = House.start(settings, GatewayRuntime.built(root), tell);
                        HouseProbe probe = new HouseProbe(house.address())) {
                    rows.add(Row.plain(
                            "READY, " + which + " run", "s", (System.nanoTime() - start) / 1e9, "built already"));
                    if (which.equals("first")) {
                        GatewayStart bare = GatewayStart.again(probe, PAGE);
                        rows.add(Row.plain(
                                "gateway start to its cloud, no archive", "s", bare.cloud(), "a first start"));
                        awaitArchive(data.resolve("gateway/cache"), tell);
                    } else {
                        starts(probe, rows, tell);
                        measure(probe, times, rows, tell);
                    }
                }
            }
        } finally {
            sweep(data);
        }
        return rows;
    }

    /** The box makes it some seconds after it has become ready, in the background. */
    private static void awaitArchive(Path cache, Consumer<String> tell) throws IOException, InterruptedException {
        tell.accept("waiting for the box's archive of classes");
        for (long left = ARCHIVE_SECONDS; left > 0; left--) {
            try (Stream<Path> files = Files.list(cache)) {
                if (files.anyMatch(file -> file.toString().endsWith(".jsa"))) {
                    return;
                }
            }
            TimeUnit.SECONDS.sleep(1);
        }
        throw new IOException("the box made no archive of its classes within " + ARCHIVE_SECONDS + " s");
    }

    private static void starts(HouseProbe house, List<Row> rows, Consumer<String> tell)
            throws IOException, InterruptedException {
        tell.accept("starting the box " + STARTS + " times");
        List<Double> sound = new ArrayList<>();
        List<Double> cloud = new ArrayList<>();
        for (int i = 0; i < STARTS; i++) {
            GatewayStart start = GatewayStart.again(house, PAGE);
            sound.add(start.sound());
            cloud.add(start.cloud());
        }
        String of = "the median of " + STARTS + " starts with its archive; the slowest %.2f";
        rows.add(Row.of(
                "gateway start to sound and page",
                "s",
                3,
                Percentile.of(sound, 50),
                String.format(Locale.ROOT, of, Percentile.of(sound, 100))));
        rows.add(Row.of(
                "gateway start to its cloud",
                "s",
                3,
                Percentile.of(cloud, 50),
                String.format(Locale.ROOT, of, Percentile.of(cloud, 100))));
    }

    private static void measure(HouseProbe house, int times, List<Row> rows, Consumer<String> tell)
            throws IOException, InterruptedException {
        String kitchen = house.endpoint("Kitchen");
        tell.accept("leaving the box alone for " + IDLE_SECONDS + " s");
        TimeUnit.SECONDS.sleep(IDLE_SECONDS);
        rows.add(Row.of(
                "gateway RSS, idle",
                "MB",
                100,
                house.gatewayMegabytes(),
                "4 outputs, " + IDLE_SECONDS + " s after its start"));
        tell.accept("warming up");
        Switching warm = new Switching(house, 0, KITCHEN_LATENCY_MILLIS);
        warm.run(kitchen, WARM_UP);
        tell.accept("switching " + times + " times");
        Switching switching = new Switching(house, 0, KITCHEN_LATENCY_MILLIS);
        switching.run(kitchen, times);
        JsonNode hub = house.get("/status").path("hub");
        double primed = hub.path("bufferMs").asDouble();
        latencies(switching, times, primed, rows);
        rows.addAll(switching.costs().rows());
        rows.add(Row.of(
                "gateway RSS, after switching",
                "MB",
                130,
                house.gatewayMegabytes(),
                "4 outputs, " + hub.path("graph").asText()));
        rows.add(Row.plain("xruns meanwhile", "", hub.path("xruns").asDouble(), "since the gateway started"));
    }

    private static void latencies(Switching switching, int times, double primed, List<Row> rows) {
        double cloud = CLOUD_CALLS * CLOUD_LATENCY_MILLIS;
        String count = "of " + times + ", " + switching.unanswered() + " not answered at once";
        rows.add(Row.plain("utterance to wish, p50", "ms", Percentile.of(switching.toWish(), 50), count));
        rows.add(Row.plain(
                "utterance to wish, p99",
                "ms",
                Percentile.of(switching.toWish(), 99),
                "set cloud latency " + cloud + " ms in it"));
        rows.add(Row.plain(
                "utterance to Alexa's answer, p99",
                "ms",
                Percentile.of(switching.toAnswer(), 99),
                "waiting for the box in it"));
        if (switching.toAudible().size() < times) {
            rows.add(Row.notMeasured(
                    "utterance to audible, p99",
                    "ms",
                    250,
                    "heard only " + switching.toAudible().size() + " of " + times));
            return;
        }
        List<Double> fromWish = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            fromWish.add(switching.toAudible().get(i) - switching.toWish().get(i));
        }
        rows.add(Row.plain(
                "wish to audible, p50", "ms", Percentile.of(fromWish, 50), "primed buffer " + primed + " ms in it"));
        rows.add(Row.of(
                "wish to audible, p99", "ms", primed + 60, Percentile.of(fromWish, 99), "goal: primed buffer + 60 ms"));
        rows.add(Row.plain("utterance to audible, p50", "ms", Percentile.of(switching.toAudible(), 50), count));
        rows.add(Row.of(
                "utterance to audible, p99",
                "ms",
                250 + primed + cloud,
                Percentile.of(switching.toAudible(), 99),
                String.format(Locale.ROOT, "goal: 250 beyond primed %.1f and cloud %.0f", primed, cloud)));
    }

    static void sweep(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
