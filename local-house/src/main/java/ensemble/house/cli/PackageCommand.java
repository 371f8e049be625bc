package ensemble.house.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.house.delivery.Parcel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "package",
        description = "Packs the Lambdas, the cloud's stack and the skill for deployment. Needs no running house.",
        mixinStandardHelpOptions = true)
final class PackageCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--json", description = "print what was packed as JSON")
    private boolean json;

    @Override
    public Integer call() throws Cannot {
        Path root = Path.of(Optional.ofNullable(System.getenv("ENSEMBLE_ROOT")).orElse("."));
        try {
            Packed packed = pack(root);
            if (json) {
                ObjectNode told = JsonNodeFactory.instance
                        .objectNode()
                        .put("folder", packed.folder().toString())
                        .put("lambdaBytes", packed.lambdaBytes());
                spec.commandLine().getOut().println(told);
            } else {
                spec.commandLine()
                        .getOut()
                        .printf(
                                "skill-lambda.zip %.1f MB, stack.json and skill-package/ are in %s%n",
                                packed.lambdaBytes() / 1e6, packed.folder());
            }
            return Ensemble.DONE;
        } catch (IOException failed) {
            throw new Cannot(Ensemble.CANNOT, "cannot pack: " + failed.getMessage());
        }
    }

    /** What was packed and where it lies. */
    record Packed(Path folder, long lambdaBytes) {}

    static Packed pack(Path root) throws IOException {
        Path folder = root.resolve(".ensemble/package").toAbsolutePath().normalize();
        Files.createDirectories(folder);
        long bytes = Parcel.lambda(root.resolve("skill-lambda/target/lib"), folder.resolve("skill-lambda.zip"));
        Files.copy(
                root.resolve("infra/src/main/resources/ensemble/infra/stack.json"),
                folder.resolve("stack.json"),
                StandardCopyOption.REPLACE_EXISTING);
        Path skill = root.resolve("interaction-model/src/main/resources");
        Parcel.copy(skill.resolve("skill-package"), folder.resolve("skill-package"));
        Files.copy(
                skill.resolve("ask-resources.json"),
                folder.resolve("ask-resources.json"),
                StandardCopyOption.REPLACE_EXISTING);
        return new Packed(folder, bytes);
    }
}
