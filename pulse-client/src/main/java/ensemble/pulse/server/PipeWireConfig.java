package ensemble.pulse.server;

import java.nio.file.Path;

/**
 * How a private PipeWire shall run.
 *
 * @param directory its sockets, configuration and logs; made if missing. Its path must be short: a Unix socket's
 *     path may have 107 bytes
 * @param quantum frames per turn of the graph, pinned: 16 to 8192
 * @param framesPerSecond the graph's rate
 */
public record PipeWireConfig(Path directory, int quantum, int framesPerSecond) {
    public PipeWireConfig {
        if (quantum < 16 || quantum > 8192) {
            throw new IllegalArgumentException("a quantum has 16 to 8192 frames, not " + quantum);
        }
    }

    /** 1024 frames at 48 kHz: 21.3 ms. */
    public static PipeWireConfig in(Path directory) {
        return new PipeWireConfig(directory, 1024, 48_000);
    }

    /** The same with another quantum. */
    public PipeWireConfig quantum(int frames) {
        return new PipeWireConfig(directory, frames, framesPerSecond);
    }
}
