package ensemble.pulse;

import java.nio.file.Path;
import java.util.Map;

/**
 * Where a PulseAudio server (or PipeWire's stand-in for one) listens.
 *
 * @param address as libpulse spells it, e.g. {@code unix:/run/user/1000/pulse/native}; empty = libpulse's own default
 */
public record PulseServer(String address) {
    public static final PulseServer DEFAULT = new PulseServer("");

    /** A server on a Unix domain socket. */
    public static PulseServer socket(Path socket) {
        return new PulseServer("unix:" + socket);
    }

    /** What {@code PULSE_SERVER} names in an environment, else libpulse's own default. */
    public static PulseServer in(Map<String, String> environment) {
        return new PulseServer(environment.getOrDefault("PULSE_SERVER", ""));
    }
}
