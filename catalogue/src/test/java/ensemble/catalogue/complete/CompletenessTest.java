package ensemble.catalogue.complete;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ensemble.catalogue.data.Catalogue;
import ensemble.catalogue.load.Loader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Nothing of the five articles is forgotten. The articles themselves are not ours to keep here: what they say is
 * listed by key; where they are at hand (ENSEMBLE_ARTICLES, or a folder {@code shared/articles} beside the project)
 * the list is checked against them.
 */
final class CompletenessTest {
    private static final Path DATA = Path.of("src/main/data");
    private static final Path KEYS = Path.of("src/test/resources/article-keys.csv");
    private static final Path OMITTED = DATA.resolve("omitted.csv");

    @Test
    void everythingTheArticlesSayIsInTheDataOrLeftOutWithAReason() throws IOException {
        Told told = Told.by(DATA);
        Catalogue catalogue = Loader.shipped();
        Set<String> omitted = Key.read(OMITTED).stream().map(Key::id).collect(Collectors.toSet());
        List<String> missing = new ArrayList<>();
        for (Key key : Key.read(KEYS)) {
            boolean found =
                    switch (key.kind()) {
                        case "row" -> told.places.contains(key.article() + ": " + key.note());
                        case "product" -> catalogue.model(key.note()).isPresent();
                        default -> told.number(key.article(), key.key());
                    };
            if (!found && !omitted.contains(key.id())) {
                missing.add(key.id());
            }
        }
        assertEquals(List.of(), missing);
    }

    @Test
    void whatIsLeftOutIsThereToBeLeftOutAndHasAReason() throws IOException {
        Set<String> known = Key.read(KEYS).stream().map(Key::id).collect(Collectors.toSet());
        for (Key key : Key.read(OMITTED)) {
            assertEquals(true, known.contains(key.id()), key.id());
            assertEquals(true, key.note().length() > 5, key.id());
        }
    }

    @Test
    void theListIsWhatTheArticlesSay() throws IOException {
        Optional<Path> articles = articles();
        assumeTrue(articles.isPresent(), "the articles are not here: ls \"$ENSEMBLE_ARTICLES\"");
        Set<String> extracted = new TreeSet<>();
        List<Path> files;
        try (Stream<Path> all = Files.list(articles.orElseThrow())) {
            files = all.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        }
        assertEquals(5, files.size());
        for (int i = 0; i < files.size(); i++) {
            extracted.addAll(Extract.keys(String.valueOf("ABCDE".charAt(i)), Files.readString(files.get(i))));
        }
        // One article's table has lost its bars: its rows are listed by hand and looked for as text.
        String flattened = Files.readString(files.get(1));
        Set<String> listed = new TreeSet<>();
        for (Key key : Key.read(KEYS)) {
            boolean byHand = key.article().equals("B")
                    && (key.kind().equals("row") || key.kind().equals("cell"));
            if (byHand) {
                assertEquals(true, flattened.contains(key.key()), key.id());
            } else {
                listed.add(key.id());
            }
        }
        Files.write(Path.of("target/article-keys-extracted.csv"), extracted);
        assertEquals(String.join("\n", extracted), String.join("\n", listed));
    }

    private static Optional<Path> articles() {
        String told =
                Optional.ofNullable(System.getProperty("ENSEMBLE_ARTICLES")).orElse(System.getenv("ENSEMBLE_ARTICLES"));
        if (told != null) {
            return Optional.of(Path.of(told)).filter(Files::isDirectory);
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path folder = at.resolve("shared/articles");
            if (Files.isDirectory(folder)) {
                return Optional.of(folder);
            }
        }
        return Optional.empty();
    }
}
