package ensemble.house.broker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * An AWS IoT policy document.
 *
 * @param statements in the order of the document, which does not matter
 */
public record Policy(List<Statement> statements) {
    private static final Set<String> UNDERSTOOD = Set.of("Sid", "Effect", "Action", "Resource");

    /** Keeps its own copy of the list. */
    public Policy {
        statements = List.copyOf(statements);
    }

    /**
     * One statement.
     *
     * @param allow whether it allows; otherwise it denies
     * @param actions such as {@code iot:Publish}; {@code *} and {@code ?} are wildcards
     * @param resources ARNs with wildcards and {@code ${variables}}
     */
    public record Statement(boolean allow, List<String> actions, List<String> resources) {
        /** Keeps its own copies of the lists. */
        public Statement {
            actions = List.copyOf(actions);
            resources = List.copyOf(resources);
        }
    }

    /**
     * Reads a document.
     *
     * @throws IllegalArgumentException if it is not a policy, or uses what the local house cannot judge (conditions,
     *     NotAction, NotResource): better no house than one that lets through what the cloud would refuse
     */
    public static Policy parse(String document) {
        JsonNode root;
        try {
            root = new ObjectMapper().readTree(document);
        } catch (JsonProcessingException notJson) {
            throw new IllegalArgumentException("a policy is a JSON document: " + notJson.getOriginalMessage(), notJson);
        }
        List<Statement> statements = new ArrayList<>();
        JsonNode all = root.path("Statement");
        for (JsonNode statement : all.isObject() ? List.of(all) : all) {
            statement.fieldNames().forEachRemaining(name -> {
                if (!UNDERSTOOD.contains(name)) {
                    throw new IllegalArgumentException("the local house cannot judge '" + name + "' in a policy");
                }
            });
            String effect = statement.path("Effect").asText();
            if (!effect.equals("Allow") && !effect.equals("Deny")) {
                throw new IllegalArgumentException("a policy's Effect is Allow or Deny, not '" + effect + "'");
            }
            statements.add(
                    new Statement(effect.equals("Allow"), texts(statement, "Action"), texts(statement, "Resource")));
        }
        if (statements.isEmpty()) {
            throw new IllegalArgumentException("a policy has a Statement");
        }
        return new Policy(statements);
    }

    private static List<String> texts(JsonNode statement, String field) {
        JsonNode node = statement.path(field);
        List<String> texts = new ArrayList<>();
        if (node.isTextual()) {
            texts.add(node.textValue());
        }
        node.forEach(each -> texts.add(each.asText()));
        if (texts.isEmpty()) {
            throw new IllegalArgumentException("a policy's statement has a " + field);
        }
        return texts;
    }
}
