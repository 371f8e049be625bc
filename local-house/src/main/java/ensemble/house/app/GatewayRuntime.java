package ensemble.house.app;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What the gateway's process runs on.
 *
 * @param java the Java command
 * @param classpath the gateway's own jars
 * @param archive where class-data sharing keeps what makes its next start quick
 */
public record GatewayRuntime(Path java, String classpath, Optional<Path> archive) {
    /**
     * The one that a build leaves.
     *
     * @param root the project's folder
     */
    public static GatewayRuntime built(Path root) {
        return new GatewayRuntime(
                javaCommand(),
                root.resolve("device-gateway/target/lib") + "/*",
                Optional.of(root.resolve(".ensemble/gateway.jsa")));
    }

    /** This process's own class path: for tests, which run before anything is packaged. */
    public static GatewayRuntime likeThisProcess() {
        return new GatewayRuntime(
                javaCommand(), String.valueOf(System.getProperty("java.class.path")), Optional.empty());
    }

    private static Path javaCommand() {
        return Path.of(String.valueOf(System.getProperty("java.home")), "bin", "java");
    }
}
