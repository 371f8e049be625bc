package ensemble.gateway.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ensemble.gateway.output.contract.Clause;
import ensemble.gateway.output.contract.OutputBench;
import ensemble.gateway.output.contract.OutputContract;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of output keeps the one contract, in a world of its own and in virtual time. */
final class OutputContractTest {
    @TempDir
    private Path folder;

    static Set<String> kinds() {
        return Worlds.WORLDS.keySet();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyKindKeepsTheContract(String kind) throws Exception {
        try (Worlds world = new Worlds(folder)) {
            List<Clause> clauses = OutputContract.ask(world.bench(kind));

            assertEquals(
                    List.of(),
                    clauses.stream()
                            .filter(clause -> clause.grade() == Clause.Grade.BROKEN)
                            .toList());
            assertTrue(
                    clauses.stream()
                                    .filter(clause -> clause.grade() == Clause.Grade.KEPT)
                                    .count()
                            >= 3,
                    clauses::toString);
        }
    }

    @Test
    void noKindIsForgotten() {
        Set<String> all = Arrays.stream(OutputKind.class.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(
                all,
                new TreeSet<>(
                        Worlds.WORLDS.values().stream().map(Worlds.Maker::kind).toList()));
    }

    /** A contract that nothing can break proves nothing. */
    @Test
    void whatBreaksItIsFound() {
        Output liar = new Output() {
            @Override
            public OutputView look(OutputFacts facts) {
                return OutputView.of(OutputView.State.THERE, Latency.assumed(1, 1));
            }

            @Override
            public void close() {}
        };
        FakeLauncher launcher = new FakeLauncher();
        OutputBench bench = new VirtualBench(liar, launcher, VirtualBench.World.ofSink());
        assertEquals(
                List.of("when it goes, that is said with a reason"),
                OutputContract.ask(bench).stream()
                        .filter(clause -> clause.grade() == Clause.Grade.BROKEN)
                        .map(Clause::promise)
                        .toList());
    }

    @Test
    void whatIsLeftRunningIsFound() throws Exception {
        FakeLauncher launcher = new FakeLauncher();
        var unused = launcher.launch(List.of("forgotten"));
        Output output = new PlainOutput(new OutputKind.Aux(), java.util.OptionalDouble.empty());
        List<Clause> clauses = OutputContract.ask(new VirtualBench(output, launcher, VirtualBench.World.ofSink()));
        assertEquals(Clause.Grade.BROKEN, clauses.getLast().grade());
    }
}
