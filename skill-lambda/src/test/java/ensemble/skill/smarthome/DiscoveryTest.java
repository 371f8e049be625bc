package ensemble.skill.smarthome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import ensemble.contract.value.Name;
import ensemble.skill.certify.Certifies;
import ensemble.skill.editing.Edit;
import ensemble.skill.editing.EditOutcome;
import ensemble.skill.editing.Editing;
import ensemble.skill.fake.AlexaSchema;
import ensemble.skill.fake.Directives;
import ensemble.skill.fake.Houses;
import ensemble.skill.fake.TestHouse;
import ensemble.skill.household.Settings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiscoveryTest {
    private final TestHouse test = new TestHouse();

    @Test
    void everyGroupHasItsDevicesAndSoHasTheBox() {
        List<String> names = new ArrayList<>();
        for (JsonNode endpoint : discovered()) {
            names.add(endpoint.path("friendlyName").asText() + " "
                    + endpoint.at("/displayCategories/0").asText());
            assertEquals(
                    "Ensemble",
                    endpoint.at("/additionalAttributes/manufacturer").asText());
            assertTrue(!endpoint.path("endpointId").asText().contains("demo"), "an endpoint id names no user");
        }
        List<String> wanted = new ArrayList<>();
        for (String group : List.of("Kitchen", "Patio", "Backyard speakers", "All speakers")) {
            wanted.addAll(List.of(
                    group + " SPEAKER", group + " sync CONTACT_SENSOR", "Line up " + group + " ACTIVITY_TRIGGER"));
        }
        wanted.add("Speaker box OTHER");
        for (String speaker : List.of("Kitchen Shelf", "Patio Left", "Patio Right", "Deck")) {
            wanted.addAll(List.of(speaker + " connection CONTACT_SENSOR", "Identify " + speaker + " ACTIVITY_TRIGGER"));
        }
        assertEquals(wanted, names);
    }

    @Test
    void singleSpeakersAndScenesAreDevicesWhereTheHouseWantsThem() {
        edited(new Edit.Change(new Settings(false, true)));
        edited(new Edit.SaveScene(new Name("Garden party")));
        edited(new Edit.CreateGroup(new Name("Deck"), Set.of(Houses.DECK)));
        Set<String> names = new HashSet<>();
        discovered().forEach(endpoint -> names.add(endpoint.path("friendlyName").asText()));
        assertTrue(names.containsAll(Set.of("Kitchen Shelf", "Garden party", "Deck", "Deck speaker")), names::toString);
        assertEquals(discovered().size(), names.size(), "no two devices share a name");
    }

    @Test
    void whereAlexaHasNoVolumeItIsLeftOut() {
        edited(new Edit.Change(Settings.USUAL.speaking("fr-FR")));
        JsonNode group = discovered().get(0);
        assertTrue(!group.path("capabilities").toString().contains("Alexa.Speaker"));
        JsonNode report = test.ask(
                Directives.to(group.path("endpointId").asText(), Directives.TOKEN, "Alexa", "ReportState", "m-1"));
        assertTrue(!report.toString().contains("Alexa.Speaker"));
        assertTrue(discovered().toString().contains("Synchro Kitchen"));
    }

    private JsonNode discovered() {
        return test.ask(Directives.discover(Directives.TOKEN)).at("/event/payload/endpoints");
    }

    private void edited(Edit edit) {
        EditOutcome outcome = new Editing(test.store, test.shadows).carryOut(test.house(), edit);
        assertTrue(outcome instanceof EditOutcome.Done, outcome::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rubbish", "expired", "token-of-nobody"})
    @Certifies("S5")
    void aStrangerHasNoEndpointsAndThatIsNoError(String token) {
        JsonNode answer = test.ask(Directives.discover(token));
        assertEquals("Discover.Response", answer.at("/event/header/name").asText());
        assertTrue(answer.at("/event/payload/endpoints").isArray());
        assertEquals(0, answer.at("/event/payload/endpoints").size());
        AlexaSchema.check(answer);
    }

    @Test
    void anOutageIsNotAnEmptyHouse() {
        ControlTest.assertError("INTERNAL_ERROR", test.ask(Directives.discover("unavailable")));
        test.store.away = true;
        ControlTest.assertError("INTERNAL_ERROR", test.ask(Directives.discover(Directives.TOKEN)));
    }
}
