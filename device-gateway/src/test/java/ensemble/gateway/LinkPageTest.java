package ensemble.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.contract.shadow.ShadowName;
import ensemble.contract.state.LinkAsk;
import ensemble.contract.value.LinkCode;
import ensemble.contract.value.LinkKey;
import ensemble.gateway.link.LinkDesk;
import ensemble.gateway.shadow.Desired.Arrived;
import ensemble.gateway.shadow.DesiredInbox;
import ensemble.gateway.shadow.ReportedOutbox;
import ensemble.gateway.time.Clocks;
import ensemble.gateway.wake.Waker;
import ensemble.gateway.web.Answer;
import ensemble.gateway.web.Refused;
import ensemble.gateway.web.Request;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Linking as the page shows it and takes it. */
final class LinkPageTest {
    private static final LinkCode CODE = new LinkCode("48217733");

    private final DesiredInbox inbox = new DesiredInbox(new Waker());
    private final LinkPage page = new LinkPage(new LinkDesk(List.of(), inbox, new Away(), Clocks.system(), () -> CODE));

    /** The cloud cannot be reached. */
    private static final class Away implements ReportedOutbox {
        @Override
        public void say(ShadowName shadow, ObjectNode reported) {
            // Kept until it can be; nobody asks here.
        }

        @Override
        public boolean connected() {
            return false;
        }
    }

    @Test
    void aCodeIsShownAndThatTheCloudIsAway() throws Exception {
        assertEquals("closed", shown().path("state").asText());
        assertEquals(
                "4821 7733",
                body(page.act(request("{\"open\": true}"))).path("code").asText());
        assertTrue(shown().path("cloud").isBoolean() && !shown().path("cloud").asBoolean());
        assertTrue(shown().path("seconds").asInt() > 590);
    }

    @Test
    void theQuestionIsAnsweredOnceAndByItsName() throws Exception {
        page.act(request("{\"open\": true}"));
        inbox.ask(new Arrived<>(
                new LinkAsk("c1", LinkKey.of(CODE), 42), 0, 0, Clocks.system().nanos()));
        assertEquals(42, shown().path("number").asInt());
        assertEquals(409, status(page.act(request("{\"claim\": \"c2\", \"yes\": true}"))));
        assertEquals(
                "confirmed",
                body(page.act(request("{\"claim\": \"c1\", \"yes\": true}")))
                        .path("state")
                        .asText());
        assertEquals(409, status(page.act(request("{\"claim\": \"c1\", \"yes\": false}"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"open\": false}",
                "{\"claim\": \"c1\"}",
                "{\"claim\": 1, \"yes\": true}",
                "{\"claim\": \"c1\", \"yes\": \"true\"}",
                "[]",
                "yes",
                ""
            })
    void whatIsNoAnswerChangesNothing(String body) {
        assertThrows(Refused.class, () -> page.act(request(body)));
        assertEquals("closed", shown().path("state").asText());
    }

    private JsonNode shown() {
        return body(page.show(request("")));
    }

    private static Request request(String body) {
        return new Request("/api/link", "", body.getBytes(StandardCharsets.UTF_8), Optional.empty(), true);
    }

    private static int status(Answer answer) {
        return ((Answer.Whole) answer).status();
    }

    private static JsonNode body(Answer answer) {
        try {
            return new ObjectMapper().readTree(((Answer.Whole) answer).body());
        } catch (java.io.IOException broken) {
            throw new AssertionError(broken);
        }
    }
}
