package ensemble.catalogue.load;

import ensemble.catalogue.data.Catalogue;
import ensemble.catalogue.json.DataException;
import ensemble.catalogue.json.JsonReader;
import ensemble.catalogue.json.Pack;
import ensemble.catalogue.json.Value;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A step of the build: reads the data's files strictly, refuses faults, and packs them into one. */
public final class PackData {
    private PackData() {}

    /** @param args the folder of the data; the file to write. Ends the program with 1 after naming every fault. */
    public static void main(String[] args) throws IOException {
        Path to = Path.of(args[1]);
        try {
            Map<String, Value> files = files(Path.of(args[0]));
            List<String> findings = findings(files);
            if (!findings.isEmpty()) {
                findings.forEach(System.err::println);
                System.exit(1);
            }
            Files.createDirectories(to.toAbsolutePath().getParent());
            try (OutputStream out = Files.newOutputStream(to)) {
                Pack.write(files, out);
            }
        } catch (DataException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    /** Every JSON file by its path in the folder, in that order; the schema is none of the data. */
    static Map<String, Value> files(Path folder) throws IOException, DataException {
        List<Path> paths;
        try (Stream<Path> all = Files.walk(folder)) {
            paths = all.filter(path -> path.toString().endsWith(".json"))
                    .filter(path -> !path.toString().endsWith(".schema.json"))
                    .sorted()
                    .toList();
        }
        Map<String, Value> files = new LinkedHashMap<>();
        for (Path path : paths) {
            String name = folder.relativize(path).toString().replace('\\', '/');
            try (InputStream in = Files.newInputStream(path)) {
                files.put(name, JsonReader.read(name, in));
            }
        }
        return files;
    }

    /** What is wrong with files that can each be read by themselves, a line for each fault. */
    static List<String> findings(Map<String, Value> files) throws DataException {
        Catalogue catalogue;
        try {
            catalogue = Shipped.gathered(files).catalogue();
        } catch (IllegalArgumentException twice) {
            return List.of(String.valueOf(twice.getMessage()));
        }
        return Lint.check(catalogue);
    }
}
