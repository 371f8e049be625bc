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
 * @param classpath its own jars, nothing of the house
 * @param config its configuration file
 * @param log where its output goes
 * @param environment what leads it to its audio server; added to a clean environment
 * @param archive where class-data sharing keeps what makes the next start quick; left out for a class path of folders
 */
public record HubSettings(
        Path java, String classpath, Path config, Path log, Map<String, String> environment, Optional<Path> archive) {
    List<String> command() {
        List<String> command = new ArrayList<>(List.of(
                java.toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xms16m",
                "-Xmx48m",
                "-Xss256k",
                "-XX:MaxMetaspaceSize=64m",
                "-XX:ReservedCodeCacheSize=24m",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.util.logging.SimpleFormatter.format=%1$tFT%1$tT.%1$tL %4$s %5$s%6$s%n"));
        archive.ifPresent(file -> command.addAll(
                List.of("-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + file, "-Xlog:cds=off")));
        command.addAll(List.of("-cp", classpath, "ensemble.gateway.Gateway", config.toString()));
        return command;
    }
}
