package ensemble.house.hub;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How the gateway's process is started.
 *
 * @param java the Java to run it on
 * @param options Java's options for a small box, the very file that the packaged gateway has
 * @param classpath its own jars, nothing of the house
 * @param config its configuration file
 * @param log where its output goes
 * @param environment what leads it to its audio server; added to a clean environment
 */
public record HubSettings(
        Path java, Path options, String classpath, Path config, Path log, Map<String, String> environment) {
    List<String> command() {
        return List.of(
                java.toString(),
                "@" + options,
                "-Densemble.gateway.endsWithParent=true",
                "-cp",
                classpath,
                "ensemble.gateway.Gateway",
                config.toString());
    }
}
