package ensemble.gateway.shadow.iot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ensemble.contract.shadow.ShadowFormatException;
import ensemble.contract.state.LinkAsk;
import ensemble.contract.value.LinkKey;
import ensemble.gateway.shadow.Desired.Arrived;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The link shadow's messages, in the shapes of AWS IoT's documentation. */
final class LinkMessagesTest {
    private static final String STATE = "{\"claim\": \"c1\", \"of\": \"AAECAwQFBgcICQoLDA0ODw\", \"number\": 42}";
    private static final String TIMES = "{\"claim\": {\"timestamp\": 100}, \"of\": {\"timestamp\": 100}}";

    @Test
    void aDeltaAndAWholeDocumentCarryTheSameQuestionAndItsAge() throws Exception {
        String delta = "{\"version\": 3, \"timestamp\": 130, \"state\": " + STATE + ", \"metadata\": " + TIMES + "}";
        String whole = "{\"state\": {\"desired\": " + STATE + ", \"reported\": {\"st\": \"open\"}}, \"metadata\":"
                + " {\"desired\": " + TIMES + "}, \"version\": 3, \"timestamp\": 130}";
        Optional<Arrived<LinkAsk>> wanted =
                Optional.of(new Arrived<>(new LinkAsk("c1", new LinkKey("AAECAwQFBgcICQoLDA0ODw"), 42), 30, 0, 7));

        assertEquals(wanted, ShadowMessages.link(bytes(delta), true, 7));
        assertEquals(wanted, ShadowMessages.link(bytes(whole), false, 7));
    }

    @Test
    void aShadowWithoutAQuestionHasNone() throws Exception {
        assertEquals(
                Optional.empty(),
                ShadowMessages.link(
                        bytes("{\"state\": {\"reported\": {\"st\": \"open\"}}, \"timestamp\": 1}"), false, 0));
    }

    /** Without its age it is as old as can be: then nobody is asked, rather than too late. */
    @Test
    void aQuestionOfUnknownAgeIsTooOld() throws Exception {
        Arrived<LinkAsk> asked = ShadowMessages.link(bytes("{\"state\": " + STATE + "}"), true, 0)
                .orElseThrow();
        assertTrue(asked.writtenNanos() < -LinkAsk.LIFE.toNanos());
    }

    @Test
    void aQuestionThatBreaksTheContractIsRefused() {
        assertThrows(
                ShadowFormatException.class,
                () -> ShadowMessages.link(bytes("{\"state\": {\"claim\": \"c1\", \"of\": 7}}"), true, 0));
    }

    @Test
    void onlyAMissingShadowIsAbsent() throws Exception {
        assertTrue(ShadowMessages.isAbsent(bytes("{\"code\": 404, \"message\": \"No shadow exists\"}")));
        assertFalse(ShadowMessages.isAbsent(bytes("{\"code\": 500, \"message\": \"Internal service failure\"}")));
        assertFalse(ShadowMessages.isAbsent(bytes("{\"message\": \"?\"}")));
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
