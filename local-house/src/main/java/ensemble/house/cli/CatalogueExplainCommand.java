package ensemble.house.cli;

import ensemble.catalogue.data.Catalogue;
import ensemble.catalogue.explain.Explain;
import ensemble.catalogue.explain.Explained;
import ensemble.catalogue.view.ExplainedView;
import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "explain",
        description = "What may be behind a symptom, and what is true of a claim.",
        mixinStandardHelpOptions = true)
final class CatalogueExplainCommand implements Callable<Integer> {
    @Mixin
    private CatalogueData data = new CatalogueData();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "1..*", paramLabel = "SYMPTOM", description = "such as \"cuts out when I walk away\"")
    private List<String> words = List.of();

    @Option(
            names = "--seen",
            split = ",",
            paramLabel = "EVIDENCE",
            description = "what the box has seen, such as low-signal,reconnects")
    private Set<String> seen = new TreeSet<>();

    @Option(names = "--json", description = "print it as JSON")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        String asked = CatalogueData.question(String.join(" ", words), "the symptom");
        PrintWriter out = spec.commandLine().getOut();
        Catalogue catalogue = data.load(spec.commandLine().getErr());
        for (String evidence : seen) {
            if (!catalogue.evidence().contains(evidence)) {
                throw new Cannot(Ensemble.WRONG_USE, "--seen takes " + String.join(", ", catalogue.evidence()));
            }
        }
        Explained explained = new Explain(catalogue).explain(asked, seen);
        if (json) {
            out.println(ExplainedView.json(explained));
        } else {
            ExplainedView.lines(explained).forEach(out::println);
        }
        return Ensemble.DONE;
    }
}
