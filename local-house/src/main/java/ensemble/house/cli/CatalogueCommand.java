package ensemble.house.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.catalogue.ask.Answer;
import ensemble.catalogue.ask.Ask;
import ensemble.catalogue.data.Catalogue;
import ensemble.catalogue.data.Kind;
import ensemble.catalogue.view.AnswerJson;
import ensemble.catalogue.view.AnswerText;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "catalogue",
        description = "What links with what, how, and what goes wrong. Needs nothing running.",
        mixinStandardHelpOptions = true,
        subcommands = {
            CatalogueCommand.AskCommand.class,
            CatalogueAdviseCommand.class,
            CatalogueExplainCommand.class,
            CatalogueGuideCommand.class
        })
final class CatalogueCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "say what: ask, advise, explain or guide");
    }

    @Command(
            name = "ask",
            description = "Can these link, and how? One model alone: what it can do. None: how many are known.",
            mixinStandardHelpOptions = true)
    static final class AskCommand implements Callable<Integer> {
        @Mixin
        private CatalogueData data = new CatalogueData();

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Parameters(arity = "0..2", paramLabel = "MODEL", description = "such as \"flip six\"; quote names with spaces")
        private List<String> models = new ArrayList<>();

        @Option(names = "--json", description = "print it as JSON")
        private boolean json;

        @Override
        public Integer call() throws Exception {
            if (models.size() > 2) {
                throw new Cannot(
                        Ensemble.WRONG_USE, "one or two models, not " + models.size() + "; quote names with spaces");
            }
            for (String model : models) {
                CatalogueData.question(model, "the model's name");
            }
            PrintWriter out = spec.commandLine().getOut();
            Catalogue catalogue = data.load(spec.commandLine().getErr());
            if (models.isEmpty()) {
                count(catalogue, out);
                return Ensemble.DONE;
            }
            Ask ask = new Ask(catalogue);
            Answer answer =
                    models.size() == 1 ? ask.about(models.getFirst()) : ask.about(models.getFirst(), models.getLast());
            if (json) {
                out.println(AnswerJson.of(answer));
            } else {
                AnswerText.of(answer).forEach(out::println);
            }
            return Ensemble.DONE;
        }

        private void count(Catalogue catalogue, PrintWriter out) {
            Map<Kind, Long> count = catalogue.count();
            if (json) {
                ObjectNode node = JsonNodeFactory.instance.objectNode();
                node.put("models", catalogue.models().size()).put("brands", catalogue.brands());
                ObjectNode kinds = node.putObject("kinds");
                count.forEach((kind, many) -> kinds.put(word(kind), many));
                out.println(node);
                return;
            }
            out.println(catalogue.models().size() + " models of " + catalogue.brands() + " makers:");
            count.forEach((kind, many) -> out.printf("  %4d %s%n", many, word(kind)));
            out.println("Try: ./ensemble catalogue ask \"flip six\" \"charge 5\"");
        }

        private static String word(Kind kind) {
            return kind.name().toLowerCase(Locale.ROOT);
        }
    }
}
