package ensemble.house.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The stack of one of Alexa's regions, and the commands that send it. Pure.
 *
 * @param settings the template's parameters, by name
 */
public record Deployment(Zone zone, String stack, Map<String, String> settings) {
    /** Alexa calls a skill in the region of its customers; sources: Amazon's page on hosting a smart-home skill. */
    public enum Zone {
        NA("us-east-1", "SKILL_LAMBDA_ARN_NA"),
        EU("eu-west-1", "SKILL_LAMBDA_ARN_EU"),
        FE("us-west-2", "SKILL_LAMBDA_ARN_FE");

        private final String region;
        private final String place;

        Zone(String region, String place) {
            this.region = region;
            this.place = place;
        }

        public String region() {
            return region;
        }

        /** What the manifest writes where this zone's endpoint belongs. */
        public String place() {
            return "${" + place + "}";
        }
    }

    public Deployment {
        settings = Map.copyOf(settings);
    }

    /** What the template asks for and was not given. */
    public List<String> missing(JsonNode template) {
        List<String> missing = new ArrayList<>();
        template.path("Parameters").properties().forEach(parameter -> {
            if (!parameter.getValue().has("Default") && !settings.containsKey(parameter.getKey())) {
                missing.add(parameter.getKey());
            }
        });
        return missing;
    }

    /** Sends it with AWS SAM, which makes the bucket it needs by itself. */
    public List<String> withSam(Path template) {
        List<String> command = new ArrayList<>(List.of(
                "sam",
                "deploy",
                "--template-file",
                template.toString(),
                "--stack-name",
                stack,
                "--region",
                zone.region(),
                "--resolve-s3",
                "--capabilities",
                "CAPABILITY_IAM",
                "--no-confirm-changeset",
                "--no-fail-on-empty-changeset",
                "--parameter-overrides"));
        command.addAll(pairs());
        return command;
    }

    /** Asks for the stack's outputs. */
    public List<String> outputs() {
        return List.of(
                "sam", "list", "stack-outputs", "--stack-name", stack, "--region", zone.region(), "--output", "json");
    }

    /** Sends it with the AWS command line alone, through a bucket of one's own: first the package, then the stack. */
    public List<List<String>> withAws(Path template, Path packed, String bucket) {
        List<String> deploy = new ArrayList<>(List.of(
                "aws",
                "cloudformation",
                "deploy",
                "--template-file",
                packed.toString(),
                "--stack-name",
                stack,
                "--region",
                zone.region(),
                "--capabilities",
                "CAPABILITY_IAM",
                "CAPABILITY_AUTO_EXPAND",
                "--no-fail-on-empty-changeset",
                "--parameter-overrides"));
        deploy.addAll(pairs());
        return List.of(
                List.of(
                        "aws",
                        "cloudformation",
                        "package",
                        "--template-file",
                        template.toString(),
                        "--s3-bucket",
                        bucket,
                        "--region",
                        zone.region(),
                        "--use-json",
                        "--output-template-file",
                        packed.toString()),
                deploy);
    }

    /** Whether a command may be shown: it may hold a secret. */
    public static String shown(List<String> command) {
        return String.join(" ", command).replaceAll("(Secret=)\\S+", "$1...");
    }

    /** The endpoint in what {@code sam list stack-outputs} prints. */
    public static Optional<String> endpoint(JsonNode outputs) {
        for (JsonNode output : outputs) {
            if (output.path("OutputKey").asText().equals("SkillEndpoint")) {
                return Optional.of(output.path("OutputValue").asText());
            }
        }
        return Optional.empty();
    }

    /**
     * The skill's manifest with what is known filled in.
     *
     * @param known by what the manifest writes in its place
     */
    public static String filled(String manifest, Map<String, String> known) {
        String text = manifest;
        for (Map.Entry<String, String> one : new TreeMap<>(known).entrySet()) {
            text = text.replace(one.getKey(), one.getValue());
        }
        return text;
    }

    private List<String> pairs() {
        return new TreeMap<>(settings)
                .entrySet().stream()
                        .map(one -> one.getKey() + "=" + one.getValue())
                        .toList();
    }
}
