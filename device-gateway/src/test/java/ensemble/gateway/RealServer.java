package ensemble.gateway;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ensemble.contract.id.OutputId;
import ensemble.gateway.audio.AudioGraph;
import ensemble.gateway.config.ConfigFile;
import ensemble.gateway.config.GatewayConfig;
import ensemble.gateway.config.OutputSetting;
import ensemble.gateway.output.OutputView;
import ensemble.gateway.output.contract.OutputBench;
import ensemble.gateway.output.process.RealLauncher;
import ensemble.gateway.output.transmitter.Cards;
import ensemble.gateway.time.Clocks;
import ensemble.pulse.server.PipeWireConfig;
import ensemble.pulse.server.PipeWireStart;
import ensemble.pulse.server.PrivatePipeWire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A box's outputs on a private PipeWire, with whatever real programs stand for the things at their other end. */
final class RealServer implements AutoCloseable {
    private final Path directory;
    private final PrivatePipeWire server;
    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    RealServer(Path directory, String... sinks) {
        this.directory = directory;
        PipeWireStart start = PrivatePipeWire.start(PipeWireConfig.in(directory.resolve("pw")));
        assumeTrue(start instanceof PipeWireStart.Started, () -> "skipped, because this failed: " + start);
        server = ((PipeWireStart.Started) start).server();
        open.push(server);
        for (String sink : sinks) {
            server.loadNullSink(sink);
        }
    }

    static void need(String... programs) {
        for (String program : programs) {
            boolean there = Arrays.stream(
                            System.getenv().getOrDefault("PATH", "").split(":"))
                    .anyMatch(path -> Files.isExecutable(Path.of(path, program)));
            assumeTrue(there, "skipped, because this failed: command -v " + program);
        }
    }

    Map<String, String> environment() {
        return server.environment();
    }

    GatewayConfig config(String outputs, String more) throws Exception {
        Path file = directory.resolve("gateway.json");
        Files.writeString(file, """
                {"hub": "box",
                 "mqtt": {"host": "h", "ca": "a", "certificate": "b", "key": "c"},
                 "graph": {"program": "nothing"},
                 "outputs": %s%s}
                """.formatted(outputs, more));
        return ConfigFile.read(file);
    }

    /** A program of the world outside the box, with the server's environment. */
    Process world(Map<String, String> more, Path output, String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(server.environment());
        builder.environment().putAll(more);
        builder.redirectOutput(output.toFile());
        builder.redirectError(
                output.resolveSibling(output.getFileName() + ".log").toFile());
        Process process = builder.start();
        open.push(() -> end(process));
        return process;
    }

    static void end(Process process) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(3, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    /** An output of that configuration; taking it away and bringing it back is the given thing to do. */
    OutputBench bench(GatewayConfig config, String id, Presence presence) throws IOException {
        ExecutorService network = Executors.newVirtualThreadPerTaskExecutor();
        open.push(network::shutdownNow);
        AudioGraph graph = Graphs.open(config, environment(), () -> {});
        open.push(graph);
        RealLauncher launcher = new RealLauncher(environment(), directory.resolve("log"));
        HardwareBench.CountingLauncher own = new HardwareBench.CountingLauncher(launcher);
        OutputMakers makers = new OutputMakers(config, launcher, new Cards(directory), network, () -> {});
        makers.server().ifPresent(open::push);
        OutputId output = new OutputId(id);
        OutputSetting setting = Objects.requireNonNull(config.outputs().get(output));
        HardwareBench bench = new HardwareBench(
                setting, makers.of(output, setting, own), graph, Optional.empty(), Clocks.system(), own);
        return new Moved(bench, presence);
    }

    interface Presence {
        void be(boolean there) throws Exception;
    }

    private record Moved(OutputBench bench, Presence presence) implements OutputBench {
        @Override
        public boolean isFed() {
            return bench.isFed();
        }

        @Override
        public OutputView look() {
            return bench.look();
        }

        @Override
        public void tone(boolean on) {
            bench.tone(on);
        }

        @Override
        public boolean sounding() {
            return bench.sounding();
        }

        @Override
        public boolean othersSounding() {
            return bench.othersSounding();
        }

        @Override
        public Optional<Heard> listen() {
            return bench.listen();
        }

        @Override
        public boolean present(boolean there) {
            try {
                presence.be(there);
                return true;
            } catch (Exception broken) {
                throw new AssertionError(broken);
            }
        }

        @Override
        public int running() {
            return bench.running();
        }

        @Override
        public void close() {
            bench.close();
        }
    }

    @Override
    public void close() {
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception broken) {
                throw new AssertionError(broken);
            }
        }
    }
}
