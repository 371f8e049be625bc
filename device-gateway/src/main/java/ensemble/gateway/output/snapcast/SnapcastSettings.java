package ensemble.gateway.output.snapcast;

/**
 * How the box's Snapcast server runs.
 *
 * @param listen the address at which clients reach it
 * @param port for clients
 * @param controlPort for this process alone, on loopback
 * @param bufferMillis from a sample's capture to its sound at the client, 100 to 2000
 * @param codec pcm, flac or opus
 */
public record SnapcastSettings(String listen, int port, int controlPort, int bufferMillis, String codec) {
    /** Snapcast's own defaults. */
    public static final SnapcastSettings USUAL = new SnapcastSettings("0.0.0.0", 1704, 1705, 1000, "flac");

    public SnapcastSettings {
        if (!listen.matches("[0-9A-Fa-f.:]+")) {
            throw new IllegalArgumentException("snapcast.listen is an address, not '" + listen + "'");
        }
        if (port < 1 || port > 65_535 || controlPort < 1 || controlPort > 65_535 || port == controlPort) {
            throw new IllegalArgumentException("snapcast.port and snapcast.controlPort are two ports from 1 to 65535");
        }
        if (bufferMillis < 100 || bufferMillis > 2000) {
            throw new IllegalArgumentException("snapcast.bufferMs is 100 to 2000, not " + bufferMillis);
        }
        if (!codec.matches("pcm|flac|opus")) {
            throw new IllegalArgumentException("snapcast.codec is pcm, flac or opus, not '" + codec + "'");
        }
    }
}
