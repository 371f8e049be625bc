package ensemble.house.broker;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decides as AWS IoT does: what no statement allows is denied, and an explicit denial wins over every allowance. */
public final class PolicyEvaluator {
    private static final Pattern PART = Pattern.compile("\\$\\{([^}]*)\\}|\\*|\\?|[^*?$]+|\\$");

    private PolicyEvaluator() {}

    /**
     * Whether an action is allowed.
     *
     * @param action such as {@code iot:Subscribe}
     * @param resource the full ARN, such as {@code arn:aws:iot:local:000000000000:topicfilter/a/#}; a filter is compared
     *     as it is written, its own wildcards mean nothing here
     * @param variables what {@code ${name}} stands for; a statement with an unknown name does not apply
     */
    public static boolean allows(Policy policy, String action, String resource, Map<String, String> variables) {
        boolean allowed = false;
        for (Policy.Statement statement : policy.statements()) {
            if (applies(statement, action, resource, variables)) {
                if (!statement.allow()) {
                    return false;
                }
                allowed = true;
            }
        }
        return allowed;
    }

    private static boolean applies(
            Policy.Statement statement, String action, String resource, Map<String, String> variables) {
        return statement.actions().stream().anyMatch(pattern -> matches(pattern, action, Map.of()))
                && statement.resources().stream().anyMatch(pattern -> matches(pattern, resource, variables));
    }

    /** A variable's value is taken literally, so that a client named {@code *} gains nothing by it. */
    private static boolean matches(String pattern, String text, Map<String, String> variables) {
        StringBuilder regex = new StringBuilder();
        Matcher parts = PART.matcher(pattern);
        while (parts.find()) {
            String part = parts.group();
            if (parts.group(1) != null) {
                String value = variables.get(parts.group(1));
                if (value == null || value.isEmpty()) {
                    return false;
                }
                regex.append(Pattern.quote(value));
            } else if (part.equals("*")) {
                regex.append(".*");
            } else {
                regex.append(part.equals("?") ? "." : Pattern.quote(part));
            }
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL).matcher(text).matches();
    }
}
