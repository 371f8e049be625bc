package ensemble.house.bench;

import ensemble.house.app.GatewayRuntime;
import ensemble.house.app.House;
import ensemble.house.app.HouseException;
import ensemble.house.app.RunSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * {@code bench audio}: what a switch does to the music, how speakers stay together, what one stalled speaker does to the
 * rest, and what the box needs for it; and the peers, on the rig that suits them, in the same run.
 */
public final class AudioBench {
    private static final int PORT = 28_090;
    private static final int CPU_SECONDS = 15;
    private static final int SWITCHES = 10;
    private static final int TONE_HERTZ = 997;
    private static final int MOST_VOIDS = 2;
    private static final int TAKE_SECONDS = 20;
    private static final double STALL_SECONDS = 0.3;

    private final Path root;
    private final Path data;
    private final int offsetSeconds;
    private final Consumer<String> tell;
    private final List<Row> rows = new ArrayList<>();

    private AudioBench(Path root, Path data, int offsetSeconds, Consumer<String> tell) {
        this.root = root;
        this.data = data;
        this.offsetSeconds = offsetSeconds;
        this.tell = tell;
    }

    /**
     * @param offsetSeconds how long speakers are watched staying together, at least 20
     * @param tell hears of each step
     */
    public static List<Row> run(Path root, int offsetSeconds, Consumer<String> tell)
            throws IOException, InterruptedException, HouseException {
        Path data = Files.createTempDirectory("ensemble-bench-");
        try {
            AudioBench bench = new AudioBench(root, data, offsetSeconds, tell);
            bench.sound();
            for (int outputs : List.of(2, 8, 16)) {
                bench.load(outputs);
            }
            bench.peers();
            return bench.rows;
        } finally {
            HouseBench.sweep(data);
        }
    }

    /**
     * {@code bench pressure}: of {@link #run}, a tone while the box collects garbage and a core is busy, alone.
     *
     * @param seconds of tone, at least 20
     */
    public static List<Row> pressure(Path root, int seconds, Consumer<String> tell)
            throws IOException, InterruptedException, HouseException {
        Path data = Files.createTempDirectory("ensemble-bench-");
        AudioBench bench = new AudioBench(root, data, seconds, tell);
        try (House house = bench.house(4);
                HouseProbe probe = new HouseProbe(house.address())) {
            RoomTake room = new RoomTake(probe, data);
            room.loop("tone", tone());
            var unused = probe.directive("TurnOn", probe.endpoint("Patio"));
            TimeUnit.SECONDS.sleep(4);
            bench.underPressure(probe, room);
            return bench.rows;
        } finally {
            HouseBench.sweep(data);
        }
    }

    /** {@code bench peers}: of {@link #run}, what others do, alone. */
    public static List<Row> peers(Path root, Consumer<String> tell) throws IOException, InterruptedException {
        AudioBench bench = new AudioBench(root, root, 0, tell);
        bench.peers();
        return bench.rows;
    }

    private House house(int speakers) throws HouseException, InterruptedException {
        return House.start(
                new RunSettings(
                        PORT,
                        data.resolve("house-" + speakers),
                        speakers,
                        false,
                        RunSettings.Sound.PRIVATE_SERVER,
                        false,
                        Duration.ZERO),
                GatewayRuntime.built(root),
                tell);
    }

    private void sound() throws IOException, InterruptedException, HouseException {
        try (House house = house(4);
                HouseProbe probe = new HouseProbe(house.address())) {
            RoomTake room = new RoomTake(probe, data);
            room.loop("tone", tone());
            TimeUnit.SECONDS.sleep(2);
            switching(probe, room);
            underPressure(probe, room);
            together(probe, room);
        }
    }

    private static float[] tone() {
        float[] samples = new float[Pulses.RATE];
        for (int frame = 0; frame < samples.length; frame++) {
            samples[frame] = (float) (0.5 * Math.sin(2 * Math.PI * TONE_HERTZ * frame / Pulses.RATE));
        }
        return samples;
    }

    /** Patio Left stays; the kitchen comes and goes. */
    private void switching(HouseProbe house, RoomTake room) throws IOException, InterruptedException {
        String patio = house.endpoint("Patio");
        String kitchen = house.endpoint("Kitchen");
        var unused = house.directive("TurnOn", patio);
        TimeUnit.SECONDS.sleep(2);
        tell.accept("switching " + SWITCHES + " times under a tone");
        for (int voids = 0; voids <= MOST_VOIDS; voids++) {
            RoomTake.Take take = room.record(2 + SWITCHES * 1.6, () -> {
                TimeUnit.SECONDS.sleep(1);
                for (int i = 0; i < SWITCHES; i++) {
                    house.directive("TurnOn", kitchen);
                    TimeUnit.MILLISECONDS.sleep(500);
                    house.directive("TurnOff", kitchen);
                    TimeUnit.MILLISECONDS.sleep(500);
                }
            });
            if (!take.voided()) {
                judge(take);
                return;
            }
            tell.accept("a take is void: the program itself broke");
        }
        rows.add(Row.notMeasured(
                "gap on a staying speaker at a switch", "ms", 0, "the machine broke the program in every take"));
    }

    private void judge(RoomTake.Take take) {
        float[] stays = take.channels().get(1);
        ToneCheck before = ToneCheck.of(stays, 1, Pulses.RATE / 2);
        ToneCheck all = ToneCheck.of(stays, 1, stays.length);
        float[] comes = take.channels().get(0);
        ToneCheck joined = ToneCheck.of(comes, 1, comes.length);
        String of = "over " + SWITCHES + " switches on and off";
        rows.add(Row.of("gap on a staying speaker at a switch", "ms", 0, all.gapMillis(), of));
        rows.add(Row.of(
                "largest sample step, staying, of the tone's own",
                "",
                1.02,
                all.largestStep() / before.largestStep(),
                of));
        rows.add(Row.of(
                "largest sample step, coming and going, of its own",
                "",
                1.02,
                joined.largestStep() / steady(comes),
                "against the median over the take's hundredths"));
    }

    /** A speaker that comes and goes has its own steady step where it plays on. */
    private static float steady(float[] samples) {
        float[] steps = new float[100];
        int piece = samples.length / steps.length;
        for (int i = 0; i < steps.length; i++) {
            steps[i] = ToneCheck.of(samples, 1 + i * piece, (i + 1) * piece).largestStep();
        }
        java.util.Arrays.sort(steps);
        return steps[steps.length * 3 / 4];
    }

    /** A tone for as long as speakers are watched, while the box collects garbage and a core is busy. */
    private void underPressure(HouseProbe house, RoomTake room) throws IOException, InterruptedException {
        tell.accept("a tone under pressure for " + offsetSeconds + " s");
        long pid = house.get("/status").path("hub").path("pid").asLong();
        long xruns = xruns(house);
        int judged = 0;
        int gaps = 0;
        int voided = 0;
        long collections;
        try (Pressure pressure = new Pressure(pid)) {
            for (int left = offsetSeconds; left > 0; left -= TAKE_SECONDS) {
                RoomTake.Take take = room.record(Math.min(left, TAKE_SECONDS), () -> {});
                float[] patio = take.channels().get(1);
                boolean gap = ToneCheck.of(patio, 1, patio.length).gapMillis() > 0;
                voided += take.voided() ? 1 : 0;
                judged += take.voided() ? 0 : 1;
                gaps += gap && !take.voided() ? 1 : 0;
            }
            collections = pressure.collections();
        }
        String note = String.format(
                Locale.ROOT,
                "%d takes judged, %d void because the program itself broke; %d whole collections, a core kept busy",
                judged,
                voided,
                collections);
        rows.add(
                judged == 0
                        ? Row.notMeasured("takes with a dropout under pressure", "", 0, note)
                        : Row.of("takes with a dropout under pressure, " + offsetSeconds + " s", "", 0, gaps, note));
        rows.add(Row.plain("xruns under pressure", "", (double) (xruns(house) - xruns), "told by the box"));
    }

    private static long xruns(HouseProbe house) throws IOException, InterruptedException {
        return house.get("/status").path("hub").path("xruns").asLong();
    }

    /** All play pulses on one clock; then one stalls. */
    private void together(HouseProbe house, RoomTake room) throws IOException, InterruptedException {
        for (String speaker : List.of("kitchen-shelf", "patio-left", "patio-right", "deck")) {
            var unused = house.post(
                    "/room/set", RoomTake.body().put("speaker", speaker).put("ppm", 0));
        }
        var unused = house.directive("TurnOn", house.endpoint("All speakers"));
        room.loop("pulses", Pulses.second());
        TimeUnit.SECONDS.sleep(3);
        tell.accept("watching four speakers for " + offsetSeconds + " s");
        RoomTake.Take take = room.record(offsetSeconds, () -> {});
        rows.add(Wander.row(
                "offset between outputs, wander over " + offsetSeconds + " s",
                take.channels(),
                offsetSeconds,
                "4 outputs, speakers on the graph's clock; largest change against the first second"
                        + (take.voided() ? "; the program broke meanwhile, which moves all alike" : "")));
        tell.accept("one speaker stalls for 300 ms");
        RoomTake.Take stalled = room.record(12, () -> {
            TimeUnit.SECONDS.sleep(4);
            house.post(
                    "/room/set", RoomTake.body().put("speaker", "patio-right").put("stallMs", 1000 * STALL_SECONDS));
        });
        List<float[]> others = new ArrayList<>(stalled.channels());
        others.remove(2);
        rows.add(Wander.row(
                "the others' wander while one stalls 300 ms",
                others,
                12,
                "PulseAudio's combine-sink: its own row below"));
    }

    private void load(int outputs) throws IOException, InterruptedException, HouseException {
        tell.accept("measuring what " + outputs + " outputs need");
        try (House house = house(outputs);
                HouseProbe probe = new HouseProbe(house.address())) {
            var unused = probe.directive("TurnOn", probe.endpoint("All speakers"));
            TimeUnit.SECONDS.sleep(5);
            long pid = probe.get("/status").path("hub").path("pid").asLong();
            ProcessMeter gateway = new ProcessMeter(List.of(pid));
            ProcessMeter server = new ProcessMeter(ProcessMeter.descendants("pipewire"));
            TimeUnit.SECONDS.sleep(CPU_SECONDS);
            double own = gateway.percent();
            double with = own + server.percent();
            String note =
                    String.format(Locale.ROOT, "gateway %.1f; the server's share includes the virtual room's", own);
            rows.add(
                    outputs == 8
                            ? Row.of("CPU at 8 outputs playing, server included", "% core", 15, with, note)
                            : Row.plain(
                                    "CPU at " + outputs + " outputs playing, server included", "% core", with, note));
            rows.add(
                    outputs == 8
                            ? Row.of("gateway RSS at 8 outputs playing", "MB", 130, probe.gatewayMegabytes(), "")
                            : Row.plain(
                                    "gateway RSS at " + outputs + " outputs playing",
                                    "MB",
                                    probe.gatewayMegabytes(),
                                    ""));
        }
    }

    private void peers() throws IOException, InterruptedException {
        tell.accept("the peer: PulseAudio's combine-sink on three speakers with their own clocks, one stalls");
        Optional<FifoSpeakers.Heard> heard = PulseAudioPeer.listen();
        if (heard.isEmpty()) {
            rows.add(Row.notMeasured(
                    "PulseAudio combine-sink",
                    "ms",
                    0,
                    "no PulseAudio is here: install Debian's package pulseaudio to compare"));
        } else {
            rows.addAll(PeerRows.of(heard.get()));
        }
        rows.add(
                Row.notMeasured(
                        "pipewire-pulse combine-sink",
                        "ms",
                        0,
                        "its pipe sinks are paced by the graph and not by their readers: no speaker's own clock can be modelled"));
    }
}
