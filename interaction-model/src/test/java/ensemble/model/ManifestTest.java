package ensemble.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ManifestTest {
    /** What stands between the invocation name and what is asked. */
    private static final Map<String, String> CALLS = Map.of(
            "en", "Alexa, ask %s (?:to )?",
            "de", "Alexa, (?:frage|sage) %s ",
            "fr", "Alexa, demande à %s (?:de |d')?",
            "es", "Alexa, (?:pide|pregunta) a %s (?:que )?",
            "it", "Alexa, chiedi a %s (?:di )?");

    private final JsonNode manifest = ModelFile.read("skill.json").path("manifest");
    private final JsonNode locales = manifest.path("publishingInformation").path("locales");

    @Test
    void everyModelIsPublishedAndEveryPublishedLocaleHasAModel() {
        Set<String> published = new TreeSet<>();
        locales.fieldNames().forEachRemaining(published::add);
        assertEquals(new TreeSet<>(ModelFile.locales()), published);
        Set<String> privacy = new TreeSet<>();
        manifest.path("privacyAndCompliance").path("locales").fieldNames().forEachRemaining(privacy::add);
        assertEquals(published, privacy);
    }

    @ParameterizedTest
    @MethodSource("ensemble.model.ModelFile#locales")
    void examplePhrasesAreSamplesOfTheModel(String locale) {
        JsonNode model = ModelFile.languageModel(locale);
        String call = Objects.requireNonNull(CALLS.get(locale.substring(0, 2)));
        Pattern calling =
                Pattern.compile(call.formatted(model.path("invocationName").asText()) + "(?<rest>.+)");
        List<Pattern> samples = new ArrayList<>();
        for (JsonNode intent : model.path("intents")) {
            for (String sample : ModelFile.texts(intent.path("samples"))) {
                samples.add(Pattern.compile(sample.replaceAll("\\{[a-z]+}", "[\\\\p{L} ]+")));
            }
        }
        List<String> phrases = ModelFile.texts(locales.path(locale).path("examplePhrases"));
        assertEquals(3, phrases.size());
        for (String phrase : phrases) {
            var said = calling.matcher(phrase);
            assertTrue(said.matches(), phrase + " does not call the skill");
            String rest = said.group("rest");
            assertTrue(
                    samples.stream().anyMatch(sample -> sample.matcher(rest).matches()), rest + " matches no sample");
        }
    }

    @ParameterizedTest
    @MethodSource("ensemble.model.ModelFile#locales")
    void publishingFieldsKeepTheirLimits(String locale) {
        JsonNode fields = locales.path(locale);
        assertTrue(between(fields, "name", 2, 50));
        assertTrue(between(fields, "summary", 10, 160), () -> locale + " summary");
        assertTrue(between(fields, "description", 100, 4_000), () -> locale + " description");
        List<String> keywords = ModelFile.texts(fields.path("keywords"));
        assertTrue(!keywords.isEmpty() && keywords.size() <= 30);
        keywords.forEach(word -> assertFalse(word.contains(" "), word));
        assertEquals(
                ModelFile.languageModel(locale).path("invocationName").asText(),
                fields.path("name").asText().toLowerCase(Locale.ROOT),
                "people look for what they say");
    }

    @ParameterizedTest
    @CsvSource({"smallIconUri, 108", "largeIconUri, 512"})
    void iconsAreThereInTheirSizes(String field, int size) throws IOException {
        for (JsonNode locale : locales) {
            String uri = locale.path(field).asText();
            assertTrue(uri.startsWith("file://assets/"), uri);
            try (InputStream icon = getClass().getResourceAsStream("/skill-package/" + uri.substring(7));
                    DataInputStream png = new DataInputStream(Objects.requireNonNull(icon, uri))) {
                assertEquals(0x89504E47, png.readInt(), "a PNG begins so");
                png.skipNBytes(12);
                assertEquals(size, png.readInt());
                assertEquals(size, png.readInt());
            }
        }
    }

    @Test
    void oneEndpointPerRegionServesBothModelsAndMaySendEvents() {
        JsonNode apis = manifest.path("apis");
        assertEquals(apis.path("custom").path("regions"), apis.path("smartHome").path("regions"));
        for (String region : List.of("NA", "EU", "FE")) {
            assertEquals(
                    "${SKILL_LAMBDA_ARN_" + region + "}",
                    apis.at("/custom/regions/" + region + "/endpoint/uri").asText());
        }
        assertEquals("3", apis.path("smartHome").path("protocolVersion").asText());
        assertEquals(
                "alexa::async_event:write",
                manifest.path("permissions").path(0).path("name").asText());
    }

    @Test
    void everyTaskOfTheManifestIsDefined() {
        for (JsonNode task : manifest.at("/apis/custom/tasks")) {
            String name = task.path("name").asText();
            JsonNode definition =
                    ModelFile.read("tasks/" + name + "." + task.path("version").asText() + ".json");
            assertTrue(definition.path("paths").has("/" + name));
        }
        assertFalse(manifest.at("/apis/custom/tasks").isEmpty());
    }

    private static boolean between(JsonNode fields, String name, int least, int most) {
        int length = fields.path(name).asText().length();
        return length >= least && length <= most;
    }
}
