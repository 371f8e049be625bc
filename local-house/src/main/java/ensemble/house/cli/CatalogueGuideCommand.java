package ensemble.house.cli;

import ensemble.catalogue.ask.Answer;
import ensemble.catalogue.ask.Ask;
import ensemble.catalogue.data.Model;
import ensemble.catalogue.data.Procedure;
import ensemble.catalogue.guide.Guide;
import ensemble.catalogue.guide.Guides;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "guide",
        description = "Step by step to a linked pair. In a terminal it waits for you; else it prints the steps.",
        mixinStandardHelpOptions = true)
final class CatalogueGuideCommand implements Callable<Integer> {
    @Mixin
    private CatalogueData data = new CatalogueData();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "1", paramLabel = "MODEL", description = "such as \"mi portable speaker 3\"")
    private String model = "";

    @Option(names = "--list", description = "only print the steps")
    private boolean list;

    @Option(names = "--walk", description = "ask after every step, even outside a terminal")
    private boolean walk;

    @Override
    public Integer call() throws Exception {
        CatalogueData.question(model, "the model's name");
        PrintWriter out = spec.commandLine().getOut();
        Answer answer = new Ask(data.load(spec.commandLine().getErr())).about(model);
        Optional<Model> found = answer.models().getFirst().model();
        if (found.isEmpty()) {
            throw new Cannot(Ensemble.CANNOT, answer.instead().getFirst());
        }
        Procedure procedure = Guides.of(answer.ways())
                .orElseThrow(() -> new Cannot(
                        Ensemble.CANNOT,
                        "no steps are known for two " + found.get().shown() + "; try `catalogue ask`"));
        out.println(found.get().shown() + ": " + procedure.name() + ", "
                + procedure.steps().size() + " steps (" + procedure.evidence().words() + ")");
        if (walk || (!list && isTerminal())) {
            return walk(procedure, out);
        }
        int number = 1;
        for (Procedure.Step step : procedure.steps()) {
            out.println(number++ + ". " + step.words());
            out.println("   If not: " + step.ifNot());
        }
        return Ensemble.DONE;
    }

    private static boolean isTerminal() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    }

    private static int walk(Procedure procedure, PrintWriter out) throws IOException, InterruptedException {
        out.println("Enter = it shows; n = it does not; b = back; r = again; q = stop.");
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        InstantSource clock = InstantSource.system();
        Guide guide = Guide.begin(procedure, clock.instant());
        while (true) {
            switch (guide.state(clock.instant())) {
                case Guide.State.Waiting waiting -> {
                    out.println(waiting.number() + "/" + waiting.of() + "  "
                            + waiting.step().say());
                    out.println("     Wait " + (waiting.rest().toMillis() + 999) / 1000 + " s.");
                    out.flush();
                    TimeUnit.MILLISECONDS.sleep(waiting.rest().toMillis() + 1);
                }
                case Guide.State.Doing doing -> {
                    show(doing, out);
                    String line = in.readLine();
                    Guide.Answer answer = line == null ? Guide.Answer.STOP : answer(line);
                    if (answer == Guide.Answer.NO) {
                        out.println("     " + doing.step().ifNot());
                    }
                    guide = guide.after(answer, clock.instant());
                }
                case Guide.State.Done done -> {
                    out.println("Done.");
                    return Ensemble.DONE;
                }
                case Guide.State.GivenUp givenUp -> {
                    out.println("At \"" + givenUp.at().say() + "\": " + givenUp.why());
                    return Ensemble.CANNOT;
                }
            }
        }
    }

    private static void show(Guide.State.Doing doing, PrintWriter out) {
        Procedure.Step step = doing.step();
        out.println(doing.number() + "/" + doing.of() + "  " + step.say()
                + (step.holdSeconds() == null ? "" : " Hold for " + step.holdSeconds() + " s."));
        out.print("     " + step.expect() + " > ");
        out.flush();
    }

    private static Guide.Answer answer(String line) {
        return switch (line.strip().toLowerCase(Locale.ROOT)) {
            case "n", "no" -> Guide.Answer.NO;
            case "b", "back" -> Guide.Answer.BACK;
            case "r", "repeat" -> Guide.Answer.REPEAT;
            case "q", "quit", "stop" -> Guide.Answer.STOP;
            case "", "y", "yes" -> Guide.Answer.YES;
            default -> Guide.Answer.REPEAT;
        };
    }
}
