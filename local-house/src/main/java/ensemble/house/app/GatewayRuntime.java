package ensemble.house.app;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What the gateway's process runs on.
 *
 * @param java the Java command
 * @param options the file of its options
 * @param classpath the gateway's own jars
 * @param library the folder that holds all of them, and nothing else; empty = they lie here and there
 */
public record GatewayRuntime(Path java, Path options, String classpath, Optional<Path> library) {
    private static final String OPTIONS = "device-gateway/src/main/box/java.options";

    /**
     * The one that a build leaves.
     *
     * @param root the project's folder
     */
    public static GatewayRuntime built(Path root) {
        Path library = root.resolve("device-gateway/target/lib");
        return new GatewayRuntime(
                javaCommand(), root.resolve(OPTIONS).toAbsolutePath(), library + "/*", Optional.of(library));
    }

    /**
     * This process's own class path: for tests, which run before anything is packaged.
     *
     * @param root the project's folder
     */
    public static GatewayRuntime likeThisProcess(Path root) {
        return new GatewayRuntime(
                javaCommand(),
                root.resolve(OPTIONS).toAbsolutePath(),
                String.valueOf(System.getProperty("java.class.path")),
                Optional.empty());
    }

    private static Path javaCommand() {
        return Path.of(String.valueOf(System.getProperty("java.home")), "bin", "java");
    }
}
