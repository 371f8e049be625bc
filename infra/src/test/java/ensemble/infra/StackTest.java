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
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What can be known of the stack without deploying it: everything it names exists, and nothing may more than it needs. */
final class StackTest {
    private static final Pattern IN_TEXT = Pattern.compile("\\$\\{([A-Za-z:.]+)}");
    private static final Set<String> PSEUDO =
            Set.of("AWS::Region", "AWS::AccountId", "AWS::Partition", "AWS::StackName", "AWS::NoValue");

    /** What the transform adds to a function that publishes an alias. */
    private static final Set<String> OF_A_FUNCTION = Set.of("Alias", "Version", "Arn");

    /** Every operation that the two Lambdas call; a transaction of puts needs the right to put. */
    private static final Set<String> CALLED = Set.of(
            "dynamodb:GetItem",
            "dynamodb:Query",
            "dynamodb:PutItem",
            "dynamodb:DeleteItem",
            "iot:GetThingShadow",
            "iot:UpdateThingShadow",
            "logs:CreateLogStream",
            "logs:PutLogEvents",
            "sqs:SendMessage");

    private final JsonNode stack;

    StackTest() throws IOException {
        stack = resource("stack.json");
    }

    @Test
    void everythingThatIsNamedExists() {
        Set<String> unknown = new TreeSet<>();
        collect(stack, unknown);
        assertEquals(Set.of(), unknown);
    }

    @Test
    void everyParameterAndEveryRoleIsUsed() {
        String all = stack.path("Resources").toString();
        stack.path("Parameters")
                .fieldNames()
                .forEachRemaining(name -> assertTrue(
                        all.contains("{\"Ref\":\"" + name + "\"}") || all.contains("${" + name + "}"),
                        name + " is asked for in vain"));
    }

    @Test
    void noRoleMayMoreThanItsLambdaCalls() {
        List<JsonNode> statements = new ArrayList<>();
        stack.path("Resources").forEach(resource -> {
            if (resource.path("Type").asText().equals("AWS::IAM::Role")) {
                assertFalse(resource.at("/Properties").has("ManagedPolicyArns"), "a policy of somebody else's");
                resource.at("/Properties/Policies").forEach(policy -> policy.at("/PolicyDocument/Statement")
                        .forEach(statements::add));
            }
        });
        assertTrue(statements.size() >= 6);
        for (JsonNode statement : statements) {
            assertEquals("Allow", statement.path("Effect").asText());
            for (JsonNode action : statement.path("Action")) {
                assertTrue(CALLED.contains(action.asText()), action + " is called by nobody");
            }
            JsonNode resource = statement.path("Resource");
            assertTrue(resource.isObject(), resource + " is not a resource of this stack");
            String text = resource.path("Fn::Sub").asText();
            assertTrue(text.isEmpty() || text.endsWith(".Arn}") || text.endsWith(":thing/box-*"), text);
        }
    }

    /** The stand-ins enforce the very same files. */
    @Test
    void theTableAndTheBoxesPolicyAreThoseOfTheStandIns() throws IOException {
        JsonNode table = stack.at("/Resources/Table/Properties");
        JsonNode local = resource("table.json");
        for (String part : List.of("AttributeDefinitions", "KeySchema", "BillingMode")) {
            assertEquals(local.path(part), table.path(part), part);
        }
        assertEquals(resource("table-ttl.json").path("TimeToLiveSpecification"), table.path("TimeToLiveSpecification"));
        assertEquals(resource("hub-policy.json"), stack.at("/Resources/BoxPolicy/Properties/PolicyDocument"));
    }

    @Test
    void onlyAlexaMayCallTheSkillAndOnlyForThisSkill() {
        Set<String> principals = new TreeSet<>();
        for (JsonNode permission : permissions("SkillFunction.Alias")) {
            assertEquals("SkillId", permission.at("/EventSourceToken/Ref").asText());
            principals.add(permission.path("Principal").asText());
        }
        assertEquals(Set.of("alexa-connectedhome.amazon.com", "alexa-appkit.amazon.com"), principals);
    }

    @Test
    void onlyOurTwoRulesMayCallTheStatusLambda() {
        Set<String> sources = new TreeSet<>();
        for (JsonNode permission : permissions("StatusFunction.Alias")) {
            assertEquals("iot.amazonaws.com", permission.path("Principal").asText());
            assertEquals("AWS::AccountId", permission.at("/SourceAccount/Ref").asText());
            sources.add(permission.at("/SourceArn/Fn::GetAtt/0").asText());
        }
        assertEquals(Set.of("ShadowRule", "PresenceRule"), sources);
    }

    @Test
    void theFunctionsAreSnapshotsOfOnePackageWithinAlexasTime() {
        for (String name : List.of("SkillFunction", "StatusFunction")) {
            JsonNode function = stack.at("/Resources/" + name + "/Properties");
            assertEquals("skill-lambda.zip", function.path("CodeUri").asText());
            assertEquals("java25", function.path("Runtime").asText());
            assertEquals("PublishedVersions", function.at("/SnapStart/ApplyOn").asText());
            assertEquals("live", function.path("AutoPublishAlias").asText());
            String log = function.at("/LoggingConfig/LogGroup/Ref").asText();
            assertTrue(
                    stack.at("/Resources/" + log + "/Properties/RetentionInDays")
                                    .asInt()
                            <= 30,
                    log);
        }
        assertEquals(8, stack.at("/Resources/SkillFunction/Properties/Timeout").asInt());
    }

    /** A shadow that is new, as {@code link} was, is heard and may be written without a change here. */
    @Test
    void rulesAndRightsNameNoSingleShadow() throws IOException {
        String rule = stack.at("/Resources/ShadowRule/Properties/TopicRulePayload/Sql")
                .asText();
        assertTrue(rule.contains("'$aws/things/+/shadow/name/+/update/documents'"), rule);
        String rights = resource("hub-policy.json").toString();
        assertTrue(rights.contains("/shadow/name/*/get") && rights.contains("/shadow/name/*/update"), rights);
        for (String shadow : List.of("routing", "config", "sync", "health", "link")) {
            assertFalse(rule.contains(shadow) || rights.contains("name/" + shadow), shadow);
        }
    }

    @Test
    void secretsAreNotShown() {
        stack.path("Parameters")
                .properties()
                .forEach(parameter -> assertEquals(
                        parameter.getKey().contains("Secret"),
                        parameter.getValue().path("NoEcho").asBoolean(),
                        parameter.getKey()));
        assertFalse(stack.path("Outputs").toString().contains("Secret\""));
    }

    private List<JsonNode> permissions(String function) {
        List<JsonNode> found = new ArrayList<>();
        stack.path("Resources").forEach(resource -> {
            boolean isOne = resource.path("Type").asText().equals("AWS::Lambda::Permission");
            if (isOne && resource.at("/Properties/FunctionName/Ref").asText().equals(function)) {
                assertEquals(
                        "lambda:InvokeFunction",
                        resource.at("/Properties/Action").asText());
                found.add(resource.path("Properties"));
            }
        });
        assertEquals(2, found.size(), function);
        return found;
    }

    private void collect(JsonNode node, Set<String> unknown) {
        if (node.has("Ref")) {
            check(node.path("Ref").asText(), unknown);
        }
        if (node.has("Fn::GetAtt")) {
            check(node.at("/Fn::GetAtt/0").asText() + ".", unknown);
        }
        if (node.has("Fn::Sub")) {
            Matcher matcher = IN_TEXT.matcher(node.path("Fn::Sub").asText());
            while (matcher.find()) {
                check(matcher.group(1), unknown);
            }
        }
        node.forEach(child -> collect(child, unknown));
    }

    private void check(String name, Set<String> unknown) {
        String base = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
        String rest = name.contains(".") ? name.substring(name.indexOf('.') + 1) : "";
        JsonNode resource = stack.path("Resources").path(base);
        boolean known = PSEUDO.contains(name) || stack.path("Parameters").has(name) || !resource.isMissingNode();
        boolean isFunction = resource.path("Type").asText().equals("AWS::Serverless::Function");
        if (!known || (isFunction && !rest.isEmpty() && !OF_A_FUNCTION.contains(rest))) {
            unknown.add(name);
        }
    }

    private static JsonNode resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(StackTest.class.getResourceAsStream(name))) {
            return new ObjectMapper().readTree(in);
        }
    }
}
