package ensemble.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ResourcesTest {
    private static final Set<String> NEEDED = Set.of("iot:Connect", "iot:Publish", "iot:Subscribe", "iot:Receive");

    /** Audit check IOT_POLICY_OVERLY_PERMISSIVE: nothing a hub may do names more than its own thing. */
    @Test
    void aHubMayTouchOnlyItsOwnThing() throws IOException {
        for (JsonNode statement : resource("hub-policy.json").path("Statement")) {
            assertEquals("Allow", statement.path("Effect").asText());
            assertTrue(NEEDED.contains(statement.path("Action").asText()), statement::toString);
            for (String resource : texts(statement.path("Resource"))) {
                String name = resource.substring("arn:aws:iot:*:*:".length());
                assertTrue(name.contains("${iot:Connection.Thing.ThingName}"), resource);
                String before = name.substring(0, name.indexOf("${"));
                assertFalse(before.contains("*") || before.contains("?"), resource);
            }
        }
    }

    @Test
    void theTableAndItsExpiryAreTheSameTable() throws IOException {
        JsonNode table = resource("table.json");
        JsonNode expiry = resource("table-ttl.json");
        assertEquals(table.path("TableName"), expiry.path("TableName"));
        assertEquals("PAY_PER_REQUEST", table.path("BillingMode").asText());
        assertEquals("ttl", expiry.at("/TimeToLiveSpecification/AttributeName").asText());
        assertEquals("pk", table.at("/KeySchema/0/AttributeName").asText());
        assertEquals("sk", table.at("/KeySchema/1/AttributeName").asText());
    }

    private static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        if (node.isTextual()) {
            texts.add(node.asText());
        }
        node.forEach(each -> texts.add(each.asText()));
        return texts;
    }

    private static JsonNode resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(ResourcesTest.class.getResourceAsStream(name))) {
            return new ObjectMapper().readTree(in);
        }
    }
}
