package ensemble.house.cli;

import ensemble.catalogue.advise.Advise;
import ensemble.catalogue.advise.Inventory;
import ensemble.catalogue.advise.InventoryReader;
import ensemble.catalogue.advise.Ranked;
import ensemble.catalogue.ask.Ask;
import ensemble.catalogue.data.Catalogue;
import ensemble.catalogue.json.DataException;
import ensemble.catalogue.view.RankedJson;
import ensemble.catalogue.view.RankedText;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "advise",
        description = "Which way to connect what you own, best first.",
        footer = {
            "",
            "INVENTORY.json, every key may be left out:",
            "  {\"echo\": [\"Echo Dot 5\"], \"speakers\": [{\"model\": \"Flip 6\", \"firmware\": \"4.2.1\",",
            "   \"ports\": [\"aux-in\"]}], \"phone\": \"iPhone\", \"box\": false, \"transmitter\": \"DG60\",",
            "   \"wifi\": true, \"budget\": 50, \"use\": \"party|stereo|film\", \"distance\": 3, \"plan\": \"free\"}",
            "  budget in US dollars, distance between the speakers in metres"
        },
        mixinStandardHelpOptions = true)
final class CatalogueAdviseCommand implements Callable<Integer> {
    @Mixin
    private CatalogueData data = new CatalogueData();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "1", paramLabel = "INVENTORY.json", description = "what you own and want")
    private Path file = Path.of("");

    @Option(names = "--json", description = "print it as JSON")
    private boolean json;

    @Option(names = "--why", description = "also every fact a place follows from")
    private boolean why;

    @Override
    public Integer call() throws Exception {
        Inventory inventory = inventory();
        PrintWriter out = spec.commandLine().getOut();
        Catalogue catalogue = data.load(spec.commandLine().getErr());
        List<Ranked> ranked = new Advise(catalogue, new Ask(catalogue)).rank(inventory);
        if (json) {
            out.println(RankedJson.of(ranked));
        } else {
            RankedText.of(ranked, why).forEach(out::println);
        }
        return Ensemble.DONE;
    }

    private Inventory inventory() throws Cannot {
        String name = String.valueOf(file.getFileName());
        if (!Files.isRegularFile(file)) {
            throw new Cannot(Ensemble.WRONG_USE, name + " is not a file that can be read");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return InventoryReader.read(name, in);
        } catch (DataException e) {
            throw new Cannot(Ensemble.WRONG_USE, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new Cannot(Ensemble.WRONG_USE, name + " cannot be read");
        }
    }
}
