package ensemble.skill.smarthome;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import ensemble.skill.fake.AlexaSchema;
import ensemble.skill.fake.Directives;
import ensemble.skill.fake.TestHouse;
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
    void everyGroupIsAnEndpoint() {
        JsonNode answer = test.ask(Directives.discover(Directives.TOKEN));
        List<String> names = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (JsonNode endpoint : answer.at("/event/payload/endpoints")) {
            names.add(endpoint.path("friendlyName").asText());
            ids.add(endpoint.path("endpointId").asText());
            assertEquals("SPEAKER", endpoint.at("/displayCategories/0").asText());
            assertEquals(
                    "Ensemble",
                    endpoint.at("/additionalAttributes/manufacturer").asText());
            assertTrue(!endpoint.path("endpointId").asText().contains("demo"), "an endpoint id names no user");
        }
        assertEquals(List.of("Kitchen", "Patio", "Backyard speakers", "All speakers"), names);
        assertEquals(4, ids.size());
        AlexaSchema.check(answer);
    }

    @Test
    void everyAnnouncedPropertyIsRetrievableProactiveAndReported() {
        JsonNode answer = test.ask(Directives.discover(Directives.TOKEN));
        Set<String> announced = new HashSet<>();
        for (JsonNode capability : answer.at("/event/payload/endpoints/0/capabilities")) {
            for (JsonNode property : capability.at("/properties/supported")) {
                announced.add(capability.path("interface").asText() + "."
                        + property.path("name").asText());
                assertTrue(capability.at("/properties/retrievable").asBoolean());
                assertTrue(capability.at("/properties/proactivelyReported").asBoolean());
            }
        }
        JsonNode report = test.ask(Directives.to(
                answer.at("/event/payload/endpoints/0/endpointId").asText(),
                Directives.TOKEN,
                "Alexa",
                "ReportState",
                "m-1"));
        Set<String> reported = new HashSet<>();
        report.at("/context/properties")
                .forEach(property -> reported.add(property.path("namespace").asText() + "."
                        + property.path("name").asText()));
        assertEquals(announced, reported);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rubbish", "expired", "token-of-nobody"})
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
