package ensemble.house;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;

/**
 * How to start the house's cloud.
 *
 * @param data its folder: {@code certs/}, {@code cloud/} with shadows, keys and the table
 * @param hub the hub's thing name: 1 to 40 of a-z, 0-9 and inner '-'
 * @param bindAddress where MQTT listens, such as 127.0.0.1
 * @param mqttPort 0 for any free one
 * @param issuer what access tokens call their issuer: the address of the house's HTTP port
 * @param cloudLatency what each REST and DynamoDB call takes longer than here; zero or more
 * @param tableInMemory whether the table is forgotten with the process
 * @param clock the time everywhere in it
 */
public record CloudConfig(
        Path data,
        String hub,
        String bindAddress,
        int mqttPort,
        String issuer,
        Duration cloudLatency,
        boolean tableInMemory,
        InstantSource clock) {
    /** The usual hub. */
    public static final String DEFAULT_HUB = "speaker-box";

    /** @throws IllegalArgumentException if a value is out of its range */
    public CloudConfig {
        if (!hub.matches("[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?")) {
            throw new IllegalArgumentException("a hub's name is 1 to 40 of a-z, 0-9 and inner '-', not '" + hub + "'");
        }
        if (cloudLatency.isNegative()) {
            throw new IllegalArgumentException("a latency is zero or more, not " + cloudLatency);
        }
    }

    /** The usual house on loopback with a real clock. */
    public static CloudConfig local(Path data, int mqttPort, String issuer) {
        return new CloudConfig(
                data, DEFAULT_HUB, "127.0.0.1", mqttPort, issuer, Duration.ZERO, false, InstantSource.system());
    }

    /** The same with another latency. */
    public CloudConfig withLatency(Duration latency) {
        return new CloudConfig(data, hub, bindAddress, mqttPort, issuer, latency, tableInMemory, clock);
    }

    /** The same with a table that is forgotten. */
    public CloudConfig withTableInMemory() {
        return new CloudConfig(data, hub, bindAddress, mqttPort, issuer, cloudLatency, true, clock);
    }
}
