package ensemble.catalogue.complete;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What the data files tell, by the article it is from. */
final class Told {
    /** Numbers with units, and every number bare, by article. */
    private final Map<String, Set<String>> numbers = new HashMap<>();
    /** Every place named, as {@code A: table, row}. */
    final Set<String> places = new HashSet<>();

    static Told by(Path folder) throws IOException {
        Told told = new Told();
        ObjectMapper json = new ObjectMapper();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".json")
                            && !path.toString().contains("schema"))
                    .toList()) {
                told.walk(json.readTree(file.toFile()), Set.of());
            }
        }
        return told;
    }

    boolean number(String article, String number) {
        return numbers.getOrDefault(article, Set.of()).contains(number);
    }

    private void walk(JsonNode node, Set<String> inherited) {
        if (node.isArray()) {
            node.forEach(inner -> walk(inner, inherited));
        }
        if (!node.isObject()) {
            return;
        }
        Set<String> articles = inherited;
        if (node.hasNonNull("from")) {
            articles = new TreeSet<>();
            for (String place : node.get("from").asText().split("; ")) {
                places.add(place);
                articles.add(place.substring(0, place.indexOf(':')));
            }
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            value(field.getKey(), field.getValue(), node, articles);
            walk(field.getValue(), articles);
        }
    }

    private void value(String name, JsonNode value, JsonNode owner, Set<String> articles) {
        if (value.isNumber()) {
            String number = Extract.plain(value.asText()).replace("-", "");
            boolean seconds = Set.of("hold", "wait", "within").contains(name);
            tell(articles, number, seconds ? "s" : owner.path("unit").asText());
        }
        Iterable<JsonNode> texts = value.isArray() ? value : java.util.List.of(value);
        for (JsonNode text : texts) {
            if (text.isTextual() && !name.equals("from")) {
                Extract.numbers(text.asText()).forEach(number -> {
                    articles.forEach(article -> add(article, number));
                    articles.forEach(article -> add(article, number.split(" ")[0]));
                });
                Extract.cells("||" + text.asText())
                        .forEach(number -> articles.forEach(article -> add(article, number)));
            }
        }
    }

    private void tell(Set<String> articles, String number, String unit) {
        for (String article : articles) {
            add(article, number + " " + unit);
            add(article, number);
        }
    }

    private void add(String article, String number) {
        numbers.computeIfAbsent(article, name -> new HashSet<>()).add(number);
    }
}
