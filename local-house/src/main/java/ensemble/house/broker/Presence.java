package ensemble.house.broker;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** Who is connected, and AWS's events about it. Any thread may call. */
public final class Presence {
    /** Where AWS publishes the events; the client id follows. */
    static final String TOPIC = "$aws/events/presence/";

    private final InstantSource clock;
    private final Map<String, Present> present = new HashMap<>();
    private final Map<String, Long> lastVersion = new HashMap<>();

    private record Present(Connection connection, long version) {}

    /** @param clock for the events' timestamps */
    public Presence(InstantSource clock) {
        this.clock = clock;
    }

    /** Whether any client with this thing's certificate is connected. */
    public synchronized boolean isConnected(String thing) {
        return present.values().stream()
                .anyMatch(each -> each.connection().thing().equals(thing));
    }

    /** Milliseconds that those who are connected now have been, together. */
    public synchronized long openMillis() {
        return present.values().stream()
                .mapToLong(each -> millis(each.connection()))
                .sum();
    }

    /** Milliseconds since a connection was let in. */
    long millis(Connection connection) {
        return Math.max(0, Duration.between(connection.since(), clock.instant()).toMillis());
    }

    /**
     * A client came. The version number is never lower than the second it happened in, so that it goes on rising when the
     * house is restarted.
     */
    synchronized ObjectNode came(Connection connection) {
        long seconds = clock.instant().getEpochSecond();
        long version = Math.max(lastVersion.getOrDefault(connection.clientId(), -1L) + 1, seconds);
        lastVersion.put(connection.clientId(), version);
        present.put(connection.clientId(), new Present(connection, version));
        return event(connection, "connected", version).put("ipAddress", connection.address());
    }

    /** A client went; the event has its connection's version number, as in AWS IoT. */
    synchronized ObjectNode went(Connection connection, DisconnectReason reason) {
        Present known = present.get(connection.clientId());
        long version = lastVersion.getOrDefault(connection.clientId(), 0L);
        if (known != null && known.connection().equals(connection)) {
            version = known.version();
            present.remove(connection.clientId());
        }
        return event(connection, "disconnected", version)
                .put("clientInitiatedDisconnect", reason == DisconnectReason.CLIENT_INITIATED_DISCONNECT)
                .put("disconnectReason", reason.name());
    }

    private ObjectNode event(Connection connection, String type, long version) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("clientId", connection.clientId())
                .put("timestamp", clock.instant().toEpochMilli())
                .put("eventType", type)
                .put("sessionIdentifier", connection.sessionId())
                .put("principalIdentifier", connection.certificateId())
                .put("versionNumber", version);
    }
}
