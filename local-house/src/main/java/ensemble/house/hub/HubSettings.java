package ensemble.house.hub;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the gateway's process is started.
 *
 * @param java the Java to run it on
 * @param options Java's options for a small box, the very file that the packaged gateway has
 * @param classpath its own jars, nothing of the house
 * @param library the folder that the class path is all of; empty = an archive of classes is not kept
 * @param config its configuration file
 * @param log where its output goes
 * @param environment what leads it to its audio server; added to a clean environment
 */
public record HubSettings(
        Path java,
        Path options,
        String classpath,
        Optional<Path> library,
        Path config,
        Path log,
        Map<String, String> environment) {
    /** The command of the next start. */
    List<String> command() {
        List<String> command = new ArrayList<>(List.of(java.toString(), "@" + options));
        library.ifPresent(
                jars -> command.addAll(new HubArchive(config.resolveSibling("cache"), jars).forStart(java, options)));
        command.addAll(List.of(
                "-Densemble.gateway.endsWith=" + ProcessHandle.current().pid(),
                "-cp",
                classpath,
                "ensemble.gateway.Gateway",
                config.toString()));
        return command;
    }
}
