package ensemble.gateway.output.snapcast;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The control port of a Snapcast server, as version 0.26 of Debian 12 was seen to answer: groups of clients, each on a stream;
 * a client that leaves a group gets one of its own, and empty groups go.
 */
public final class FakeSnapserver implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ServerSocket server;
    private final Map<String, List<String>> groups = new TreeMap<>();
    private final Map<String, String> streamOf = new TreeMap<>();
    private final Map<String, Boolean> connected = new TreeMap<>();
    private final Map<String, Boolean> muted = new TreeMap<>();
    private final Map<String, Boolean> streams = new TreeMap<>();
    private final List<String> methods = new ArrayList<>();
    private int made;

    public FakeSnapserver() throws IOException {
        server = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** All these are in one group on the first stream, as a person may have left them. */
    public synchronized void together(String stream, String... clients) {
        groups.put("g" + ++made, new ArrayList<>(List.of(clients)));
        streamOf.put("g" + made, stream);
        List.of(clients).forEach(client -> connected.put(client, true));
    }

    public synchronized void stream(String name, boolean playing) {
        streams.put(name, playing);
    }

    public synchronized void connected(String client, boolean is) {
        connected.put(client, is);
    }

    public synchronized void muted(String client, boolean is) {
        muted.put(client, is);
    }

    /** Each stream's clients. */
    synchronized Map<String, List<String>> routing() {
        Map<String, List<String>> routing = new TreeMap<>();
        groups.forEach((group, clients) -> routing.computeIfAbsent(
                        String.valueOf(streamOf.get(group)), stream -> new ArrayList<>())
                .addAll(clients));
        return routing;
    }

    /** What changed something. */
    synchronized List<String> changes() {
        return methods.stream()
                .filter(method -> !method.equals("Server.GetStatus"))
                .toList();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    String answer = "{\"jsonrpc\":\"2.0\",\"method\":\"Server.OnUpdate\"}\r\n" + answer(line) + "\r\n";
                    socket.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
                }
            } catch (IOException hungUp) {
                // the next one is awaited
            }
        }
    }

    private synchronized String answer(String line) throws IOException {
        JsonNode request = JSON.readTree(line);
        JsonNode params = request.path("params");
        String method = request.path("method").asText();
        methods.add(method);
        String group = params.path("id").asText();
        switch (method) {
            case "Group.SetStream" ->
                streamOf.put(group, params.path("stream_id").asText());
            case "Group.SetClients" -> regroup(group, params.path("clients"));
            case "Server.GetStatus", "Group.SetMute" -> {}
            default -> throw new IOException("no such method: " + method);
        }
        ObjectNode answer = JSON.createObjectNode();
        answer.put("id", request.path("id").asInt()).put("jsonrpc", "2.0").set("result", status());
        return answer.toString();
    }

    private void regroup(String group, JsonNode clients) {
        List<String> ours = new ArrayList<>();
        clients.forEach(client -> ours.add(client.asText()));
        List<String> leaving = new ArrayList<>(groups.getOrDefault(group, List.of()));
        leaving.removeAll(ours);
        groups.values().forEach(list -> list.removeAll(ours));
        groups.put(group, ours);
        for (String client : leaving) {
            groups.put("g" + ++made, new ArrayList<>(List.of(client)));
            streamOf.put("g" + made, String.valueOf(streamOf.get(group)));
        }
        groups.values().removeIf(List::isEmpty);
    }

    private ObjectNode status() {
        ObjectNode result = JSON.createObjectNode();
        ObjectNode all = result.putObject("server");
        ArrayNode list = all.putArray("groups");
        groups.forEach((id, clients) -> {
            ObjectNode group = list.addObject().put("id", id).put("muted", false);
            group.put("stream_id", streamOf.get(id));
            ArrayNode members = group.putArray("clients");
            clients.forEach(client -> {
                ObjectNode one = members.addObject().put("id", client);
                one.put("connected", connected.getOrDefault(client, false));
                one.putObject("host").put("name", client + "-pi");
                one.putObject("config")
                        .put("name", "")
                        .putObject("volume")
                        .put("muted", muted.getOrDefault(client, false));
            });
        });
        ArrayNode sources = all.putArray("streams");
        streams.forEach((id, playing) -> sources.addObject().put("id", id).put("status", playing ? "playing" : "idle"));
        return result;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
