package ensemble.contract.shadow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ensemble.contract.state.LinkReport;
import ensemble.contract.state.LinkState;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The link shadow's documents, as they stand in the field. */
final class LinkCodecTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void bothSectionsSurviveTheRoundTrip() throws Exception {
        JsonNode desired = golden("link-desired.json");
        JsonNode reported = golden("link-reported.json");

        assertEquals(
                desired,
                JSON.readTree(LinkCodec.desired(LinkCodec.desired(desired).orElseThrow())
                        .toString()));
        assertEquals(
                reported,
                JSON.readTree(LinkCodec.reported(LinkCodec.reported(reported).orElseThrow())
                        .toString()));
    }

    /** The service keeps what is not written again: what is over must be deleted by name. */
    @Test
    void aClosedReportDeletesCodeClaimAndOutputs() throws Exception {
        JsonNode closed = LinkCodec.reported(LinkReport.CLOSED);

        assertTrue(closed.path("key").isNull() && closed.path("re").isNull());
        assertTrue(closed.path("out").isNull());
        assertEquals(Optional.of(LinkReport.CLOSED), LinkCodec.reported(closed));
    }

    /** A field in both sections would be left out of the delta as soon as it is equal. */
    @Test
    void noFieldIsInBothSections() throws Exception {
        Set<String> shared = new HashSet<>();
        golden("link-desired.json").fieldNames().forEachRemaining(shared::add);
        Set<String> reported = new HashSet<>();
        golden("link-reported.json").fieldNames().forEachRemaining(reported::add);
        shared.retainAll(reported);

        assertEquals(Set.of(), shared);
    }

    @Test
    void aShadowNobodyWroteIsNotAnError() throws Exception {
        JsonNode nothing = JSON.readTree("{}").path("state");

        assertEquals(Optional.empty(), LinkCodec.desired(nothing));
        assertEquals(Optional.empty(), LinkCodec.reported(nothing));
    }

    @Test
    void whatANewerHalfAddsIsTolerated() throws Exception {
        JsonNode newer = JSON.readTree("{\"st\": \"pondering\", \"mood\": \"blue\"}");

        assertEquals(LinkState.CLOSED, LinkCodec.reported(newer).orElseThrow().state());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"claim\": 7, \"of\": \"AAECAwQFBgcICQoLDA0ODw\", \"number\": 42} | claim must be a text",
                "{\"claim\": \"a b\", \"of\": \"AAECAwQFBgcICQoLDA0ODw\", \"number\": 42} | a claim is 1 to 32",
                "{\"claim\": \"a\", \"of\": \"short\", \"number\": 42} | 22 characters",
                "{\"claim\": \"a\", \"of\": \"AAECAwQFBgcICQoLDA0ODw\", \"number\": 7} | 10 to 99",
                "{\"claim\": \"a\", \"of\": \"AAECAwQFBgcICQoLDA0ODw\"} | number must be a whole number",
            })
    void aQuestionThatBreaksTheContractIsRefusedByField(String document, String said) throws Exception {
        JsonNode node = JSON.readTree(document);

        ShadowFormatException refused = assertThrows(ShadowFormatException.class, () -> LinkCodec.desired(node));
        assertTrue(refused.toString().contains(said), refused.toString());
    }

    private static JsonNode golden(String name) throws Exception {
        try (var in = LinkCodecTest.class.getResourceAsStream("/golden/" + name)) {
            return JSON.readTree(in);
        }
    }
}
