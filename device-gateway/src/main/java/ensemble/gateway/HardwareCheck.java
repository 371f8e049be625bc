package ensemble.gateway;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.contract.id.OutputId;
import ensemble.gateway.audio.AudioGraph;
import ensemble.gateway.audio.GraphState;
import ensemble.gateway.audio.Microphone;
import ensemble.gateway.config.GatewayConfig;
import ensemble.gateway.config.OutputSetting;
import ensemble.gateway.output.Launcher;
import ensemble.gateway.output.Output;
import ensemble.gateway.output.contract.Clause;
import ensemble.gateway.output.contract.OutputContract;
import ensemble.gateway.output.process.RealLauncher;
import ensemble.gateway.output.transmitter.Cards;
import ensemble.gateway.time.Clocks;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * {@code check --hardware}: holds every configured output to the contract of all outputs, one after the other, with a soft tone on
 * each, and writes down what was found. The gateway itself must not run meanwhile.
 */
final class HardwareCheck {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final GatewayConfig config;
    private final Map<String, String> environment;
    private final Clocks clocks;

    /** @param environment what leads to the audio server */
    HardwareCheck(GatewayConfig config, Map<String, String> environment, Clocks clocks) {
        this.config = config;
        this.environment = environment;
        this.clocks = clocks;
    }

    /**
     * Asks every output; a minute for each at most.
     *
     * @param report where the report is written
     * @return whether nothing was found broken
     * @throws IOException if the report or what an output needs cannot be written
     */
    boolean run(Path report, PrintWriter out) throws IOException {
        SortedMap<OutputId, List<Clause>> found = new TreeMap<>();
        String server;
        try (AudioGraph graph = Graphs.open(config, environment, () -> {});
                ExecutorService network = Executors.newVirtualThreadPerTaskExecutor()) {
            Optional<Microphone> microphone = Graphs.microphone(config, environment, graph);
            Launcher launcher = new RealLauncher(environment, config.state().resolve("outputs/log"));
            OutputMakers makers = new OutputMakers(config, launcher, new Cards(Path.of("/")), network, () -> {});
            out.println("A soft tone will be heard on each output in turn.");
            for (Map.Entry<OutputId, OutputSetting> entry : config.outputs().entrySet()) {
                var own = new HardwareBench.CountingLauncher(launcher);
                Output output = makers.of(entry.getKey(), entry.getValue(), own);
                var bench = new HardwareBench(entry.getValue(), output, graph, microphone, clocks, own);
                List<Clause> clauses = OutputContract.ask(bench);
                found.put(entry.getKey(), clauses);
                print(entry.getKey(), entry.getValue(), clauses, out);
            }
            makers.server().ifPresent(shared -> shared.close());
            server = switch (graph.snapshot().state()) {
                case GraphState.Running(String name) -> name;
                case GraphState.Down(String reason) -> "none: " + reason;
            };
            network.shutdownNow();
        }
        write(report, server, found);
        long broken = found.values().stream()
                .flatMap(List::stream)
                .filter(clause -> clause.grade() == Clause.Grade.BROKEN)
                .count();
        out.println((broken == 0 ? "Nothing is broken" : broken + " broken") + "; the report is " + report + ".");
        out.flush();
        return broken == 0;
    }

    private static void print(OutputId id, OutputSetting setting, List<Clause> clauses, PrintWriter out) {
        out.println(id + " (" + setting.kind().word() + ", " + setting.node() + ")");
        clauses.forEach(
                clause -> out.printf(Locale.ROOT, "  %-9s %s: %s%n", grade(clause), clause.promise(), clause.said()));
        out.flush();
    }

    private static String grade(Clause clause) {
        return clause.grade().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private void write(Path report, String server, SortedMap<OutputId, List<Clause>> found) throws IOException {
        ObjectNode all = JSON.createObjectNode();
        all.put("version", Version.TEXT)
                .put("at", clocks.now().toString())
                .put("machine", System.getProperty("os.name") + " " + System.getProperty("os.arch"))
                .put("graph", server)
                .put("microphone", config.microphone().orElse(null));
        ObjectNode outputs = all.putObject("outputs");
        found.forEach((id, clauses) -> {
            ObjectNode one = outputs.putObject(id.value());
            OutputSetting setting = config.outputs().get(id);
            if (setting != null) {
                one.put("kind", setting.kind().word()).put("node", setting.node());
            }
            var list = one.putArray("clauses");
            clauses.forEach(clause -> list.addObject()
                    .put("grade", grade(clause))
                    .put("promise", clause.promise())
                    .put("said", clause.said()));
        });
        Path parent = report.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Files.writeString(report, JSON.writeValueAsString(all) + "\n");
    }
}
