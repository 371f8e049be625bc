package ensemble.house.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ensemble.house.delivery.Deployment;
import ensemble.house.delivery.Deployment.Zone;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "deploy",
        description = {
            "Packs and sends the cloud's stack of one of Alexa's regions, and writes its endpoint into the packed skill.",
            "Needs AWS SAM's command line and an AWS account; the secret of the skill's Alexa client is read from"
                    + " ENSEMBLE_LWA_CLIENT_SECRET."
        },
        mixinStandardHelpOptions = true)
final class DeployCommand implements Callable<Integer> {
    private static final String HOW = """
            deploying needs AWS SAM's command line:
              install it:   pipx install aws-sam-cli
              log in:       aws configure sso, or the variables AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY
              the skill:    npm install -g ask-cli; ask configure
            With the AWS command line alone, give --bucket, a bucket of yours in the region.""";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--zone", defaultValue = "NA", description = "of Alexa's: ${COMPLETION-CANDIDATES}")
    private Zone zone = Zone.NA;

    @Option(names = "--stack", defaultValue = "ensemble", description = "its name (default: ${DEFAULT-VALUE})")
    private String stack = "";

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "a parameter of the stack, such as SkillId=amzn1.ask.skill.x")
    private Map<String, String> given = new HashMap<>();

    @Option(names = "--bucket", description = "where the AWS command line puts the package")
    private Optional<String> bucket = Optional.empty();

    @Override
    public Integer call() throws Exception {
        Path root = Path.of(Optional.ofNullable(System.getenv("ENSEMBLE_ROOT")).orElse("."));
        boolean sam = isThere("sam");
        if (!sam && !(isThere("aws") && bucket.isPresent())) {
            throw new Cannot(Ensemble.CANNOT, HOW);
        }
        PackageCommand.Packed packed = PackageCommand.pack(root);
        Path template = packed.folder().resolve("stack.json");
        Map<String, String> settings = new HashMap<>(given);
        Optional.ofNullable(System.getenv("ENSEMBLE_LWA_CLIENT_SECRET"))
                .ifPresent(secret -> settings.put("LwaClientSecret", secret));
        Deployment deployment = new Deployment(zone, stack, settings);
        List<String> missing = deployment.missing(new ObjectMapper().readTree(template.toFile()));
        if (!missing.isEmpty()) {
            throw new Cannot(Ensemble.WRONG_USE, "the stack needs --set NAME=VALUE for " + String.join(", ", missing));
        }
        if (sam) {
            run(deployment.withSam(template));
            finish(packed.folder(), new ObjectMapper().readTree(output(deployment.outputs())));
        } else {
            Path there = packed.folder().resolve("stack.packaged.json");
            for (List<String> command : deployment.withAws(template, there, bucket.orElseThrow())) {
                run(command);
            }
            spec.commandLine().getOut().println("deployed; the skill's endpoint is the stack's output SkillEndpoint");
        }
        return Ensemble.DONE;
    }

    private void finish(Path folder, JsonNode outputs) throws IOException, Cannot {
        String endpoint = Deployment.endpoint(outputs)
                .orElseThrow(() -> new Cannot(Ensemble.CANNOT, "the stack tells no SkillEndpoint"));
        Path manifest = folder.resolve("skill-package/skill.json");
        Files.writeString(manifest, Deployment.filled(Files.readString(manifest), Map.of(zone.place(), endpoint)));
        spec.commandLine().getOut().println("deployed: " + endpoint);
        spec.commandLine()
                .getOut()
                .println("next, for every zone you serve, then: fill in what is still ${...} in " + manifest
                        + " and run `ask deploy` in " + folder);
    }

    private void run(List<String> command) throws IOException, InterruptedException, Cannot {
        spec.commandLine().getErr().println("ensemble: " + Deployment.shown(command));
        int status = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start()
                .waitFor();
        if (status != 0) {
            throw new Cannot(Ensemble.CANNOT, command.getFirst() + " ended with " + status);
        }
    }

    private static String output(List<String> command) throws IOException, InterruptedException, Cannot {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new Cannot(Ensemble.CANNOT, "the stack's outputs cannot be read");
        }
        return said;
    }

    private static boolean isThere(String program) {
        for (String folder : String.valueOf(System.getenv("PATH")).split(File.pathSeparator)) {
            if (Files.isExecutable(Path.of(folder, program))) {
                return true;
            }
        }
        return false;
    }
}
