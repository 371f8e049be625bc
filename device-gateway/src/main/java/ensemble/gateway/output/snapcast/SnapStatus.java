package ensemble.gateway.output.snapcast;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a Snapcast server says of itself, as far as it matters here.
 *
 * @param streams by name, whether sound comes in
 */
record SnapStatus(List<Group> groups, Map<String, Boolean> streams) {
    SnapStatus {
        groups = List.copyOf(groups);
        streams = Map.copyOf(streams);
    }

    /** Clients that play one stream. */
    record Group(String id, String stream, boolean muted, List<Client> clients) {
        Group {
            clients = List.copyOf(clients);
        }
    }

    /** @param name what its owner calls it, else its machine */
    record Client(String id, String name, boolean connected, boolean muted) {
        boolean is(String called) {
            return id.equals(called) || name.equals(called);
        }
    }

    /** Reads the result of {@code Server.GetStatus}; what is missing is empty. */
    static SnapStatus read(JsonNode result) {
        JsonNode server = result.path("server");
        List<Group> groups = new ArrayList<>();
        for (JsonNode group : server.path("groups")) {
            List<Client> clients = new ArrayList<>();
            for (JsonNode client : group.path("clients")) {
                String given = client.path("config").path("name").asText();
                clients.add(new Client(
                        client.path("id").asText(),
                        given.isEmpty() ? client.path("host").path("name").asText() : given,
                        client.path("connected").asBoolean(),
                        client.path("config").path("volume").path("muted").asBoolean()));
            }
            groups.add(new Group(
                    group.path("id").asText(),
                    group.path("stream_id").asText(),
                    group.path("muted").asBoolean(),
                    clients));
        }
        Map<String, Boolean> streams = new TreeMap<>();
        for (JsonNode stream : server.path("streams")) {
            streams.put(
                    stream.path("id").asText(), stream.path("status").asText().equals("playing"));
        }
        return new SnapStatus(groups, streams);
    }

    Optional<Client> client(String called) {
        return groups.stream()
                .flatMap(group -> group.clients().stream())
                .filter(client -> client.is(called))
                .findFirst();
    }

    /** The group that a client is in. */
    Optional<Group> groupOf(String called) {
        return groups.stream()
                .filter(group -> group.clients().stream().anyMatch(client -> client.is(called)))
                .findFirst();
    }
}
