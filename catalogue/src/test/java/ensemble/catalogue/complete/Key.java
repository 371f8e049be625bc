package ensemble.catalogue.complete;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One thing an article says: a table's row, a product's name or a measured number with its unit.
 *
 * @param note for rows and products where it is in the data; for what is left out the reason
 */
record Key(String article, String kind, String key, String note) {
    /** article;kind;key;note */
    static List<Key> read(Path file) throws IOException {
        List<Key> keys = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] cells = line.split(";", 4);
                keys.add(new Key(cells[0], cells[1], cells[2], cells.length > 3 ? cells[3] : ""));
            }
        }
        return keys;
    }

    String id() {
        return article + ";" + kind + ";" + key;
    }
}
