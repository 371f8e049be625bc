package ensemble.house.cli;

import ensemble.catalogue.data.Catalogue;
import ensemble.catalogue.load.Loader;
import ensemble.catalogue.name.Questions;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The catalogue with a person's own additions, as every catalogue command takes it. */
final class CatalogueData {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "the house's folder; your own models are read from DIR/catalogue/*.json,"
                    + " your box's calibrations from DIR/calibrations.json"
                    + " (default: .ensemble/house)")
    private @Nullable Path data;

    /** Loads it; says on {@code err} which of the person's files were left out. */
    Catalogue load(PrintWriter err) {
        Path house = data == null
                ? Path.of(Optional.ofNullable(System.getenv("ENSEMBLE_ROOT")).orElse("."), ".ensemble", "house")
                : data;
        Loader.Loaded loaded = Loader.house(house);
        loaded.leftOut().forEach(fault -> err.println("ensemble: left out " + fault));
        return loaded.catalogue();
    }

    /** @throws Cannot if the text cannot be a question */
    static String question(String text, String what) throws Cannot {
        Optional<String> fault = Questions.fault(text);
        if (fault.isPresent()) {
            throw new Cannot(Ensemble.WRONG_USE, what + " cannot be looked up: " + fault.get());
        }
        return text;
    }
}
