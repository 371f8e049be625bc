package ensemble.house.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.house.delivery.Parcel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
        description =
                "Packs the Lambdas, the cloud's stack and the skill for deployment, and the gateway as a Debian package."
                        + " Needs no running house.",
        mixinStandardHelpOptions = true)
final class PackageCommand implements Callable<Integer> {
    /** What a shell answers for a program that is not there. */
    private static final int NO_SUCH_COMMAND = 127;

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
                        .put("lambdaBytes", packed.lambdaBytes())
                        .put("box", packed.box().map(Path::toString).orElse(null));
                spec.commandLine().getOut().println(told);
            } else {
                spec.commandLine()
                        .getOut()
                        .printf(
                                "skill-lambda.zip %.1f MB, stack.json and skill-package/ are in %s%n",
                                packed.lambdaBytes() / 1e6, packed.folder());
                spec.commandLine()
                        .getOut()
                        .println(packed.box()
                                .map(deb -> deb.getFileName() + " installs the gateway on a Debian box")
                                .orElse("the gateway was not packed: dpkg-deb is missing (apt-get install dpkg)"));
            }
            return Ensemble.DONE;
        } catch (IOException failed) {
            throw new Cannot(Ensemble.CANNOT, "cannot pack: " + failed.getMessage());
        }
    }

    /**
     * What was packed and where it lies.
     *
     * @param box the gateway's Debian package; empty where dpkg-deb cannot be had
     */
    record Packed(Path folder, long lambdaBytes, Optional<Path> box) {}

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
        return new Packed(folder, bytes, box(root, folder.resolve("ensemble-gateway.deb")));
    }

    private static Optional<Path> box(Path root, Path deb) throws IOException {
        Process packing = new ProcessBuilder(
                        root.resolve("device-gateway/src/main/box/build-deb").toString(), deb.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(packing.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            int status = packing.waitFor();
            if (status == NO_SUCH_COMMAND) {
                return Optional.empty();
            }
            if (status != 0) {
                throw new IOException(said.strip());
            }
            return Optional.of(deb);
        } catch (InterruptedException stopped) {
            packing.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopped);
        }
    }
}
