package ensemble.skill.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ensemble.skill.command.Fulfilment;
import ensemble.skill.fake.FakeTokens;
import ensemble.skill.fake.TestHouse;
import ensemble.skill.time.LookTimes;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntentsMatchModelTest {
    @ParameterizedTest
    @ValueSource(strings = {"en-US", "en-GB", "en-CA", "en-AU", "en-IN", "de-DE", "fr-FR", "es-ES", "it-IT"})
    void everyIntentOfTheModelHasAHandlerAndEveryHandlerAnIntent(String locale) throws IOException {
        TestHouse test = new TestHouse();
        Fulfilment fulfilment = new Fulfilment(test.store, test.shadows, test.time, LookTimes.USUAL);
        IntentTable table =
                new IntentTable(new FakeTokens(), test.store, test.claims, test.shadows, fulfilment, test.time);
        Set<String> inModel = new TreeSet<>();
        String path = "/skill-package/interactionModels/custom/" + locale + ".json";
        try (InputStream file = Objects.requireNonNull(getClass().getResourceAsStream(path), path)) {
            JsonNode intents = new ObjectMapper().readTree(file).at("/interactionModel/languageModel/intents");
            intents.forEach(intent -> inModel.add(intent.path("name").asText()));
        }
        assertEquals(inModel, new TreeSet<>(table.intents()));
    }
}
