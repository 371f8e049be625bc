package ensemble.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class ManifestTest {
    private final JsonNode manifest = ModelFile.read("skill.json").path("manifest");

    @Test
    void examplePhrasesAreSamplesOfTheModel() {
        JsonNode model = ModelFile.languageModel("en-US");
        String invocation = "Alexa, ask " + model.path("invocationName").asText() + " ";
        List<String> samples = StreamSupport.stream(model.path("intents").spliterator(), false)
                .flatMap(intent -> ModelFile.texts(intent.path("samples")).stream())
                .toList();
        JsonNode locale = manifest.path("publishingInformation").path("locales").path("en-US");
        List<String> phrases = ModelFile.texts(locale.path("examplePhrases"));
        assertEquals(3, phrases.size());
        for (String phrase : phrases) {
            assertTrue(phrase.startsWith(invocation), phrase);
            String said = phrase.substring(invocation.length());
            assertTrue(samples.stream().anyMatch(sample -> isSaidBy(sample, said)), phrase + " matches no sample");
        }
    }

    @Test
    void oneEndpointServesBothModelsAndMaySendEvents() {
        JsonNode apis = manifest.path("apis");
        assertEquals(
                apis.path("custom").path("endpoint"), apis.path("smartHome").path("endpoint"));
        assertEquals("3", apis.path("smartHome").path("protocolVersion").asText());
        assertEquals(
                "alexa::async_event:write",
                manifest.path("permissions").path(0).path("name").asText());
    }

    /** Alexa drops the "to" that joins an invocation to a sample. */
    private static boolean isSaidBy(String sample, String said) {
        String pattern = "(to )?" + sample.replaceAll("\\{[a-z]+}", "[a-z ]+");
        return said.matches(pattern);
    }
}
