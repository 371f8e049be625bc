package ensemble.house.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import ensemble.house.app.HouseException;
import ensemble.house.bench.AudioBench;
import ensemble.house.bench.CatalogueBench;
import ensemble.house.bench.HoldBench;
import ensemble.house.bench.HouseBench;
import ensemble.house.bench.Row;
import ensemble.house.bench.SkillBench;
import ensemble.sync.bench.SyncBench;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "bench",
        description = "Measure, and print what was measured beside the goals. Takes some minutes.",
        mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
    enum Name {
        house,
        audio,
        hold,
        sync,
        skill,
        catalogue,
        /** A part of audio, for a long time. */
        pressure,
        /** A part of audio. */
        peers;

        static List<Name> all() {
            return List.of(house, audio, hold, sync, skill, catalogue);
        }
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            arity = "0..1",
            paramLabel = "NAME",
            description = "one of: ${COMPLETION-CANDIDATES} (default: all; pressure and peers are parts of audio)")
    private Optional<Name> name = Optional.empty();

    @Option(names = "--times", defaultValue = "60", description = "how often to switch (default: ${DEFAULT-VALUE})")
    private int times;

    @Option(names = "--takes", description = "how many takes to measure by (default: ${DEFAULT-VALUE})")
    private int takes = SyncBench.TAKES;

    @Option(names = "--seed", description = "what the takes are drawn from (default: ${DEFAULT-VALUE})")
    private long seed = SyncBench.SEED;

    @Option(
            names = "--seconds",
            defaultValue = "60",
            description = "audio, hold, pressure: how long to watch or to play (default: ${DEFAULT-VALUE})")
    private int seconds;

    @Option(names = "--json", description = "print the rows as JSON")
    private boolean json;

    private boolean failed;

    @Override
    public Integer call() throws Exception {
        if (times < 5 || times > 200) {
            throw new Cannot(Ensemble.WRONG_USE, "--times must be 5 to 200, not " + times);
        }
        if (seconds < 20 || seconds > 600) {
            throw new Cannot(Ensemble.WRONG_USE, "--seconds must be 20 to 600, not " + seconds);
        }
        if (takes < 7 || takes > 100_000) {
            throw new Cannot(Ensemble.WRONG_USE, "--takes must be 7 to 100000, not " + takes);
        }
        List<Row> rows = new ArrayList<>();
        for (Name wanted : name.map(List::of).orElse(Name.all())) {
            rows.addAll(measured(wanted));
        }
        if (json) {
            ArrayNode all = JsonNodeFactory.instance.arrayNode();
            rows.forEach(row -> all.add(row.json()));
            spec.commandLine().getOut().println(all);
        } else {
            rows.forEach(row -> spec.commandLine().getOut().println(row.line()));
        }
        return failed ? Ensemble.CANNOT : Ensemble.DONE;
    }

    private List<Row> measured(Name wanted) throws Cannot, IOException, InterruptedException {
        Path root = Path.of(Optional.ofNullable(System.getenv("ENSEMBLE_ROOT")).orElse("."));
        try {
            return switch (wanted) {
                case house -> HouseBench.run(root, times, this::tell);
                case audio -> AudioBench.run(root, seconds, this::tell);
                case hold -> HoldBench.run(root, seconds, this::tell);
                case skill -> SkillBench.run(this::tell);
                case sync -> sync();
                case pressure -> AudioBench.pressure(root, seconds, this::tell);
                case peers -> AudioBench.peers(root, this::tell);
                case catalogue -> CatalogueBench.run(this::tell);
            };
        } catch (HouseException cannot) {
            throw new Cannot(Ensemble.CANNOT, String.valueOf(cannot.getMessage()));
        }
    }

    private List<Row> sync() throws InterruptedException {
        tell("seed " + seed + ", " + takes + " takes of the judged scenarios");
        SyncBench.Result result = SyncBench.run(takes, seed, this::tell);
        if (!result.hardEnough()) {
            failed = true;
            tell("the simulated rooms are too easy: plain methods do well in them too, so these figures say little");
        }
        return result.rows().stream().map(Row::of).toList();
    }

    private void tell(String sentence) {
        spec.commandLine().getErr().println("ensemble: " + sentence);
    }
}
