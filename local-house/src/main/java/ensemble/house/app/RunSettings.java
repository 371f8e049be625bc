package ensemble.house.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalInt;

/**
 * How a house is run.
 *
 * @param port HTTP; the next is the box's page, the one after that MQTT; 1 to 65533
 * @param data the folder it lives in
 * @param speakers how many virtual speakers, 1 to 16
 * @param empty a house without speakers and groups
 * @param unclaimed the box is nobody's until somebody links it; without effect once somebody has
 * @param sound what carries it
 * @param lan whether the box's page is open to the home's network
 * @param cloudLatency what each call to a cloud service takes longer
 */
public record RunSettings(
        int port,
        Path data,
        int speakers,
        boolean empty,
        boolean unclaimed,
        Sound sound,
        boolean lan,
        Duration cloudLatency) {
    private static final int MOST_PORT = 65_535;

    /** A house whose user owns the box. */
    public RunSettings(
            int port, Path data, int speakers, boolean empty, Sound sound, boolean lan, Duration cloudLatency) {
        this(port, data, speakers, empty, false, sound, lan, cloudLatency);
    }

    /** What carries the sound. */
    public enum Sound {
        /** A private PipeWire with virtual speakers, or the next best where none can be had. */
        PRIVATE_SERVER,
        /** No audio server: the graph is in the gateway's process. */
        IN_PROCESS,
        /** This machine's own audio session, with its real speakers. */
        REAL
    }

    public RunSettings {
        if (port < 1 || port > 65_533) {
            throw new IllegalArgumentException(
                    "--port must be 1 to 65533 (it and the two after it are used), not " + port);
        }
        if (speakers < 1 || speakers > 16) {
            throw new IllegalArgumentException("--speakers must be 1 to 16, not " + speakers);
        }
        if (cloudLatency.isNegative() || cloudLatency.toMillis() > 5_000) {
            throw new IllegalArgumentException("--cloud-latency-ms must be 0 to 5000, not " + cloudLatency.toMillis());
        }
        data = data.toAbsolutePath().normalize();
    }

    int pagePort() {
        return port + 1;
    }

    /** Where a phone in the home's network finds the page by https; this machine's own browser needs none. */
    OptionalInt securePort() {
        return lan && port + 3 <= MOST_PORT ? OptionalInt.of(port + 3) : OptionalInt.empty();
    }

    int mqttPort() {
        return port + 2;
    }
}
