package ensemble.catalogue.load;

import ensemble.catalogue.data.Catalogue;
import ensemble.catalogue.data.Measured;
import ensemble.catalogue.data.Pair;
import ensemble.catalogue.json.DataException;
import ensemble.catalogue.json.Fields;
import ensemble.catalogue.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The only part that reads files. Free of state: any thread. */
public final class Loader {
    /**
     * @param leftOut one line for each of the person's files that could not be used, naming file, line and fault
     */
    public record Loaded(Catalogue catalogue, List<String> leftOut) {}

    private Loader() {}

    /** What comes with the program. */
    public static Catalogue shipped() {
        return Shipped.read().catalogue();
    }

    /**
     * What comes with the program and a person's own files: every {@code *.json} in a folder, in the order of their
     * names, each written as the shipped brand files are, with {@code measured} besides. A folder that is not there
     * adds nothing.
     */
    public static Loaded with(Path folder) {
        Gathered all = Shipped.read();
        List<String> leftOut = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            for (Path file : files(folder, leftOut)) {
                String name = String.valueOf(file.getFileName());
                try {
                    all = joined(all, name, read(file, name));
                } catch (DataException e) {
                    leftOut.add(String.valueOf(e.getMessage()));
                } catch (IOException e) {
                    leftOut.add(name + ":1: cannot be read");
                }
            }
        }
        return new Loaded(all.catalogue(), List.copyOf(leftOut));
    }

    /**
     * All that one house knows: what comes with the program, the person's own files in {@code DIR/catalogue}, and the
     * box's own calibrations in {@code DIR/calibrations.json} (docs/CALIBRATIONS.md).
     */
    public static Loaded house(Path folder) {
        Loaded loaded = with(folder.resolve("catalogue"));
        Path file = folder.resolve("calibrations.json");
        if (!Files.exists(file)) {
            return loaded;
        }
        List<String> leftOut = new ArrayList<>(loaded.leftOut);
        List<Measured> measured = Calibrations.read(file, loaded.catalogue, leftOut);
        return new Loaded(loaded.catalogue.with(measured), List.copyOf(leftOut));
    }

    private static List<Path> files(Path folder, List<String> leftOut) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            leftOut.add(folder.getFileName() + ":1: cannot be read");
            return List.of();
        }
    }

    private static Added read(Path file, String name) throws DataException, IOException {
        try (InputStream in = Files.newInputStream(file)) {
            Gathered own = new Gathered();
            Fields fields = new Fields(name, JsonReader.read(name, in));
            new ModelDecoder(own, true).maker(fields);
            return new Added(own, fields);
        }
    }

    private record Added(Gathered gathered, Fields fields) {}

    /** A file may name what it likes as long as everything it names exists and nothing is there twice. */
    private static Gathered joined(Gathered before, String name, Added added) throws DataException {
        Gathered together = before.copy();
        OwnWords own = new OwnWords(together);
        List<Pair> pairs = added.gathered.pairs.stream().map(own::joined).toList();
        for (OwnClaim claim : added.gathered.claims) {
            if (!own.join(claim)) {
                throw new DataException(name, claim.line(), "\"claims\" names no model: " + claim.model());
            }
        }
        added.gathered.pairs.clear();
        added.gathered.pairs.addAll(pairs);
        together.addAll(added.gathered);
        Catalogue catalogue;
        try {
            catalogue = together.catalogue();
        } catch (IllegalArgumentException e) {
            throw new DataException(name, added.fields.lineOf("models"), String.valueOf(e.getMessage()));
        }
        for (Measured measured : added.gathered.measured) {
            if (catalogue.model(measured.model()).isEmpty()) {
                throw new DataException(
                        name, added.fields.lineOf("measured"), "\"measured\" names no model: " + measured.model());
            }
        }
        List<String> findings = Lint.check(catalogue);
        if (!findings.isEmpty()) {
            throw new DataException(name, added.fields.lineOf("models"), findings.getFirst());
        }
        return together;
    }
}
