package ensemble.catalogue.load;

import ensemble.catalogue.data.Catalogue;
import ensemble.catalogue.data.Measured;
import ensemble.catalogue.data.Model;
import ensemble.catalogue.json.DataException;
import ensemble.catalogue.json.Fields;
import ensemble.catalogue.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what a house's box has measured; the form is in docs/CALIBRATIONS.md. */
final class Calibrations {
    private Calibrations() {}

    /**
     * @param leftOut gets a line for a file that cannot be used, and for each entry whose model is not known
     */
    static List<Measured> read(Path file, Catalogue catalogue, List<String> leftOut) {
        String name = String.valueOf(file.getFileName());
        List<Measured> found = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file)) {
            Fields fields = new Fields(name, JsonReader.read(name, in));
            for (Fields entry : fields.objects("calibrations")) {
                Measured measured = ModelDecoder.measured(entry);
                Optional<Model> model = model(measured.model(), catalogue);
                if (model.isEmpty()) {
                    leftOut.add(
                            entry.fault("model", "no model " + measured.model()).getMessage());
                } else {
                    found.add(new Measured(
                            model.get().id(),
                            measured.method(),
                            measured.offsetMs(),
                            measured.uncertaintyMs(),
                            measured.when()));
                }
            }
            fields.done();
            return List.copyOf(found);
        } catch (DataException e) {
            leftOut.add(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            leftOut.add(name + ":1: cannot be read");
        }
        return List.of();
    }

    /** By its id, or by its name as shown. */
    private static Optional<Model> model(String text, Catalogue catalogue) {
        Optional<Model> byId = catalogue.model(text);
        return byId.isPresent()
                ? byId
                : catalogue.models().stream()
                        .filter(model -> model.shown().equalsIgnoreCase(text.strip()))
                        .findFirst();
    }
}
