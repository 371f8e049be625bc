package ensemble.house.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "room",
        description = "The virtual room of a running house: its Echo, its speakers, its microphone.",
        mixinStandardHelpOptions = true,
        subcommands = {
            RoomCommand.Play.class,
            RoomCommand.Stop.class,
            RoomCommand.Recording.class,
            RoomCommand.Change.class,
            RoomMicCommand.class
        })
final class RoomCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "say what: play, stop, record, set or mic");
    }

    private static ObjectNode body() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static String absolute(Path path) {
        return path.toAbsolutePath().normalize().toString();
    }

    @Command(
            name = "play",
            description = "The virtual Echo plays a file, or its tune.",
            mixinStandardHelpOptions = true)
    static final class Play implements Callable<Integer> {
        @Mixin
        private RunningHouse house = new RunningHouse();

        @Parameters(arity = "0..1", paramLabel = "FILE.wav", description = "default: the built-in tune")
        private @Nullable Path file;

        @Option(names = "--loop", description = "over and over")
        private boolean loop;

        @Override
        public Integer call() throws Exception {
            ObjectNode body = body().put("loop", loop);
            if (file != null) {
                body.put("file", absolute(file));
            }
            house.post("/room/play", body);
            return Ensemble.DONE;
        }
    }

    @Command(name = "stop", description = "The virtual Echo falls silent.", mixinStandardHelpOptions = true)
    static final class Stop implements Callable<Integer> {
        @Mixin
        private RunningHouse house = new RunningHouse();

        @Override
        public Integer call() throws Exception {
            house.post("/room/stop", body());
            return Ensemble.DONE;
        }
    }

    @Command(
            name = "record",
            description = "Record every speaker, one channel each in the order of `status`, on one clock.",
            mixinStandardHelpOptions = true)
    static final class Recording implements Callable<Integer> {
        enum At {
            speaker,
            mic
        }

        @Mixin
        private RunningHouse house = new RunningHouse();

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Option(names = "--seconds", required = true, paramLabel = "S", description = "how long, up to 600")
        private double seconds;

        @Parameters(arity = "1", paramLabel = "OUT.wav", description = "48 kHz float")
        private Path out = Path.of("");

        @Option(
                names = "--at",
                defaultValue = "speaker",
                description = "speaker: what each emits; mic: its arrival alone")
        private At at = At.speaker;

        @Option(names = "--mic", paramLabel = "OUT2.wav", description = "also what the room's microphone hears")
        private @Nullable Path mic;

        @Option(names = "--control", paramLabel = "OUT3.wav", description = "also the Echo's program, past the box")
        private @Nullable Path control;

        @Option(names = "--say", paramLabel = "SENTENCE", description = "say something meanwhile")
        private @Nullable String sentence;

        @Option(names = "--when", paramLabel = "T", defaultValue = "0", description = "seconds into the recording")
        private double when;

        @Override
        public Integer call() throws Exception {
            if (sentence != null && !(when >= 0 && when <= seconds)) {
                throw new Cannot(Ensemble.WRONG_USE, "--when must lie within the recording");
            }
            ObjectNode body =
                    body().put("seconds", seconds).put("out", absolute(out)).put("at", at.name());
            if (mic != null) {
                body.put("mic", absolute(mic));
            }
            if (control != null) {
                body.put("control", absolute(control));
            }
            JsonNode started = house.post("/room/record-start", body);
            if (sentence != null) {
                TimeUnit.MICROSECONDS.sleep(Math.round(when * 1e6));
                JsonNode said = house.post(
                        "/say",
                        body().put("text", sentence).put("locale", "en-US").put("session", "terminal"));
                spec.commandLine()
                        .getErr()
                        .println(said.path("outcome").asText() + ": "
                                + said.path("speech").asText());
            }
            JsonNode done = house.post(
                    "/room/record-await",
                    body().put("recording", started.path("recording").asText()));
            warnOfGaps(done);
            return Ensemble.DONE;
        }

        private void warnOfGaps(JsonNode done) {
            long lost = done.path("slippedFrames").asLong()
                    + done.path("programLostFrames").asLong();
            if (lost > 0) {
                spec.commandLine()
                        .getErr()
                        .println("ensemble: this machine itself lost " + lost + " frames while recording");
            }
        }
    }

    @Command(name = "set", description = "Change a virtual speaker.", mixinStandardHelpOptions = true)
    static final class Change implements Callable<Integer> {
        @Mixin
        private RunningHouse house = new RunningHouse();

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Parameters(arity = "1", paramLabel = "SPEAKER", description = "its id or its name")
        private String speaker = "";

        @Option(names = "--latency-ms", description = "how long after its sink it sounds")
        private @Nullable Double latencyMs;

        @Option(names = "--ppm", description = "how fast its clock runs; positive = fast")
        private @Nullable Double ppm;

        @Option(names = "--gain-db", description = "its own gain")
        private @Nullable Double gainDb;

        @Option(names = "--stall-ms", description = "silence for so long, and everything so much later from then on")
        private @Nullable Double stallMs;

        @Option(names = "--drop", description = "its sink goes away")
        private boolean drop;

        @Option(names = "--return", description = "its sink comes back, with a latency drawn anew")
        private boolean comesBack;

        @Override
        public Integer call() throws Exception {
            ObjectNode body = body().put("speaker", speaker);
            put(body, "latencyMs", latencyMs);
            put(body, "ppm", ppm);
            put(body, "gainDb", gainDb);
            put(body, "stallMs", stallMs);
            if (drop) {
                body.put("drop", true);
            }
            if (comesBack) {
                body.put("return", true);
            }
            spec.commandLine().getOut().println(house.post("/room/set", body));
            return Ensemble.DONE;
        }

        private static void put(ObjectNode body, String field, @Nullable Double value) {
            if (value != null) {
                body.put(field, value);
            }
        }
    }
}
