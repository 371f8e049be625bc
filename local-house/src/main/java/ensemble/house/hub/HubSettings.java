package ensemble.house.hub;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How the gateway's process is started.
 *
 * @param java the Java to run it on
 * @param classpath its own jars, nothing of the house
 * @param config its configuration file
 * @param log where its output goes
 * @param environment what leads it to its audio server; added to a clean environment
 */
public record HubSettings(Path java, String classpath, Path config, Path log, Map<String, String> environment) {
    /** A small box's Java: one collector thread, no second compiler, a network library that takes its memory from the heap. */
    List<String> command() {
        return List.of(
                java.toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xms8m",
                "-Xmx48m",
                "-Xmn6m",
                "-Xss256k",
                "-XX:ReservedCodeCacheSize=16m",
                "-XX:+ExitOnOutOfMemoryError",
                "-Densemble.gateway.endsWithParent=true",
                "-Dio.netty.allocator.type=unpooled",
                "-Dio.netty.noPreferDirect=true",
                "-Dio.netty.eventLoopThreads=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.util.logging.SimpleFormatter.format=%1$tFT%1$tT.%1$tL %4$s %5$s%6$s%n",
                "-cp",
                classpath,
                "ensemble.gateway.Gateway",
                config.toString());
    }
}
