package ensemble.house.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PolicyTest {
    private static final String ARN = "arn:aws:iot:local:000000000000:";

    @ParameterizedTest
    @CsvSource({
        "iot:Connect,   client/speaker-box, true",
        "iot:Connect,   client/speaker-box2, false",
        "iot:Connect,   client/other, false",
        "iot:Publish,   topic/$aws/things/speaker-box/shadow/name/routing/update, true",
        "iot:Publish,   topic/$aws/things/speaker-box/shadow/name/routing/get, true",
        "iot:Publish,   topic/$aws/things/speaker-box/shadow/update, true",
        "iot:Publish,   topic/$aws/things/speaker-box/shadow/name/routing/delete, false",
        "iot:Publish,   topic/$aws/things/other/shadow/name/routing/update, false",
        "iot:Publish,   topic/ensemble/speaker-box/log, true",
        "iot:Publish,   topic/ensemble/other/log, false",
        "iot:RetainPublish, topic/ensemble/speaker-box/log, false",
        "iot:Subscribe, topicfilter/$aws/things/speaker-box/shadow/name/+/update/delta, true",
        "iot:Subscribe, topicfilter/ensemble/speaker-box/#, true",
        "iot:Subscribe, topicfilter/#, false",
        "iot:Subscribe, topicfilter/$aws/things/+/shadow/#, false",
        "iot:Receive,   topic/$aws/things/speaker-box/shadow/name/routing/update/delta, true",
        "iot:Receive,   topic/$aws/events/presence/connected/speaker-box, false"
    })
    void aHubMayDoThisMuch(String action, String resource, boolean allowed) throws IOException {
        Policy hub = Policies.ofThisHouse().apply("speaker-box");
        Map<String, String> names =
                Map.of("iot:Connection.Thing.ThingName", "speaker-box", "iot:ClientId", "speaker-box");
        assertEquals(allowed, PolicyEvaluator.allows(hub, action, ARN + resource, names));
    }

    @Test
    void aDenialWinsInWhateverOrder() {
        String allow = "{\"Effect\":\"Allow\",\"Action\":\"iot:*\",\"Resource\":\"*\"}";
        String deny = "{\"Effect\":\"Deny\",\"Action\":[\"iot:Publish\"],\"Resource\":[\"*topic/secret/?\"]}";
        for (String statements : new String[] {allow + "," + deny, deny + "," + allow}) {
            Policy policy = Policy.parse("{\"Statement\":[" + statements + "]}");
            assertFalse(PolicyEvaluator.allows(policy, "iot:Publish", ARN + "topic/secret/a", Map.of()));
            assertTrue(PolicyEvaluator.allows(policy, "iot:Publish", ARN + "topic/secret/ab", Map.of()));
        }
    }

    @Test
    void aNameFullOfWildcardsGainsNothing() {
        Policy policy = Policy.parse(
                "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"iot:Publish\",\"Resource\":\"*topic/${iot:ClientId}/x\"}}");
        assertFalse(PolicyEvaluator.allows(policy, "iot:Publish", ARN + "topic/other/x", Map.of("iot:ClientId", "*")));
        assertTrue(PolicyEvaluator.allows(policy, "iot:Publish", ARN + "topic/*/x", Map.of("iot:ClientId", "*")));
        assertFalse(PolicyEvaluator.allows(policy, "iot:Publish", ARN + "topic//x", Map.of("iot:ClientId", "")));
        assertFalse(PolicyEvaluator.allows(policy, "iot:Publish", ARN + "topic/a/x", Map.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "{}",
                "{\"Statement\":[{\"Effect\":\"Maybe\",\"Action\":\"a\",\"Resource\":\"b\"}]}",
                "{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"a\"}]}",
                "{\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"a\",\"Resource\":\"b\",\"Condition\":{}}]}",
                "{\"Statement\":[{\"Effect\":\"Allow\",\"NotAction\":\"a\",\"Resource\":\"b\"}]}"
            })
    void whatItCannotJudgeItRefuses(String document) {
        assertThrows(IllegalArgumentException.class, () -> Policy.parse(document));
    }

    @ParameterizedTest
    @CsvSource({
        "#, a/b, true",
        "#, $aws/x, false",
        "+/x, $aws/x, false",
        "$aws/#, $aws/x, true",
        "a/#, a, true",
        "a/+, a/b, true",
        "a/+, a/b/c, false",
        "a/+/c, a/b/c, true",
        "a/b, a/b/c, false",
        "a/b/c, a/b, false"
    })
    void filtersMatchAsMqttSays(String filter, String topic, boolean matches) {
        assertEquals(matches, Filters.matches(filter, topic));
    }
}
