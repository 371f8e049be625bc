package ensemble.gateway.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/**
 * A sink that one of PipeWire's modules makes, in a {@code pipewire} process of its own that is a client of the box's server:
 * when the module crashes, nobody else stops playing. If the sink is missing though its process runs, the process is started
 * anew: it has lost its server, or the module has given up. The loop's own thread.
 */
public final class ModuleSink implements AutoCloseable {
    private static final long PATIENCE_NANOS = 5_000_000_000L;

    private final Servant servant;
    private long missingSince = Long.MIN_VALUE;

    /**
     * @param directory of its own, where the module's configuration is written
     * @param module as {@code libpipewire-module-raop-sink}
     * @param arguments in PipeWire's notation
     * @throws IOException if the configuration cannot be written
     */
    public ModuleSink(Launcher launcher, Path directory, String module, String arguments) throws IOException {
        Path file = directory.resolve("module.conf");
        Files.createDirectories(
                directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.writeString(file, configuration(module, arguments));
        servant = new Servant(
                launcher, List.of("pipewire", "-c", file.toAbsolutePath().toString()));
    }

    private static String configuration(String module, String arguments) {
        return """
                context.properties = { log.level = 1 }
                context.spa-libs = {
                  audio.convert.* = audioconvert/libspa-audioconvert
                  support.*       = support/libspa-support
                }
                context.modules = [
                  { name = libpipewire-module-rt args = { nice.level = -11 rt.prio = 83 } flags = [ ifexists nofail ] }
                  { name = libpipewire-module-protocol-native }
                  { name = libpipewire-module-client-node }
                  { name = libpipewire-module-adapter }
                  { name = %s args = { %s } }
                ]
                """.formatted(module, arguments);
    }

    /** Looks after it once. */
    public void look(OutputFacts facts) {
        if (!facts.sound()) {
            missingSince = Long.MIN_VALUE;
            return;
        }
        servant.look(facts.nowNanos());
        if (facts.present() || !servant.isRunning()) {
            missingSince = Long.MIN_VALUE;
        } else if (missingSince == Long.MIN_VALUE) {
            missingSince = facts.nowNanos();
        } else if (facts.nowNanos() - missingSince >= PATIENCE_NANOS) {
            missingSince = Long.MIN_VALUE;
            servant.renew("it made no sink", facts.nowNanos());
        }
    }

    /** Why there is no sink, in one clause; empty while its process runs. */
    public java.util.Optional<String> trouble() {
        return servant.trouble();
    }

    @Override
    public void close() {
        servant.close();
    }
}
