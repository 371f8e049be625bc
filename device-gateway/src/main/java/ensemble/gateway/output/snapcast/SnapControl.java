package ensemble.gateway.output.snapcast;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.gateway.output.snapcast.SnapPlan.Call;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * JSON-RPC over TCP with the server on this machine: every two seconds its status is read, and what is not as it must be is set
 * right. Requests run on the executor; the loop only reads the newest answer.
 */
final class SnapControl implements SnapDesk {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long EVERY_NANOS = 2_000_000_000L;
    private static final long STALE_NANOS = 5 * EVERY_NANOS;
    private static final int TIMEOUT_MILLIS = 1000;

    /** Corrections within one turn; more would mean that somebody else is setting the same things. */
    private static final int MOST_CALLS = 32;

    /** Lines that are none of our answer: notifications of what we have just changed. */
    private static final int MOST_LINES = 200;

    private final int port;
    private final Map<String, List<String>> outputs;
    private final Executor executor;
    private final Runnable wake;
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile @Nullable Answer newest;
    private long askedNanos;
    private boolean asked;

    private record Answer(SnapStatus status, long atNanos) {}

    /**
     * @param outputs each output's stream and its clients' ids or names
     * @param wake called when there is a newer answer
     */
    SnapControl(int port, Map<String, List<String>> outputs, Executor executor, Runnable wake) {
        this.port = port;
        this.outputs = new TreeMap<>(outputs);
        this.executor = executor;
        this.wake = wake;
    }

    @Override
    public Optional<SnapStatus> newest(long nowNanos) {
        Answer answer = newest;
        return answer == null || nowNanos - answer.atNanos() > STALE_NANOS
                ? Optional.empty()
                : Optional.of(answer.status());
    }

    @Override
    public void look(long nowNanos) {
        boolean due = !asked || nowNanos - askedNanos >= EVERY_NANOS;
        if (due && busy.compareAndSet(false, true)) {
            asked = true;
            askedNanos = nowNanos;
            executor.execute(() -> ask(nowNanos));
        }
    }

    private void ask(long nowNanos) {
        try (Socket socket = new Socket()) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
            Conversation server = new Conversation(socket);
            SnapStatus status = SnapStatus.read(server.call("Server.GetStatus", JSON.createObjectNode()));
            Optional<Call> call = SnapPlan.next(status, outputs);
            for (int calls = 0; call.isPresent() && calls < MOST_CALLS; calls++) {
                server.call(call.get());
                status = SnapStatus.read(server.call("Server.GetStatus", JSON.createObjectNode()));
                call = SnapPlan.next(status, outputs);
            }
            boolean news = !Optional.ofNullable(newest).map(Answer::status).equals(Optional.of(status));
            newest = new Answer(status, nowNanos);
            if (news) {
                wake.run();
            }
        } catch (IOException away) {
            // What was said before grows stale, and then is not told any more.
        } finally {
            busy.set(false);
        }
    }

    /** One connection; belongs to one thread. */
    private static final class Conversation {
        private final OutputStream out;
        private final BufferedReader in;
        private int last;

        Conversation(Socket socket) throws IOException {
            out = socket.getOutputStream();
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        }

        void call(Call call) throws IOException {
            ObjectNode params = JSON.createObjectNode();
            switch (call) {
                case Call.SetClients(String group, List<String> clients) -> {
                    params.put("id", group);
                    clients.forEach(params.putArray("clients")::add);
                    call("Group.SetClients", params);
                }
                case Call.SetStream(String group, String stream) ->
                    call("Group.SetStream", params.put("id", group).put("stream_id", stream));
                case Call.Unmute(String group) ->
                    call("Group.SetMute", params.put("id", group).put("mute", false));
            }
        }

        JsonNode call(String method, ObjectNode params) throws IOException {
            ObjectNode request = JSON.createObjectNode();
            request.put("id", ++last)
                    .put("jsonrpc", "2.0")
                    .put("method", method)
                    .set("params", params);
            out.write((request + "\r\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
            for (int lines = 0; lines < MOST_LINES; lines++) {
                String line = in.readLine();
                if (line == null) {
                    throw new IOException("the server hung up");
                }
                JsonNode said = JSON.readTree(line);
                if (said.path("id").asInt(-1) == last) {
                    if (said.has("error")) {
                        throw new IOException(said.path("error").path("message").asText());
                    }
                    return said.path("result");
                }
            }
            throw new IOException("no answer to " + method);
        }
    }
}
