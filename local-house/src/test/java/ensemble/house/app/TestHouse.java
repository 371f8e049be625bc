package ensemble.house.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.wav.WavAudio;
import ensemble.wav.WavWriter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** A running house of a test, with its own ports and folder, asked over HTTP as anybody would. */
final class TestHouse implements AutoCloseable {
    /** Refusals that a stalled machine brings about as well as a speaker does. */
    private static final Set<String> DISTURBED = Set.of("recording-gap", "unsteady", "take-incomplete");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long PATIENCE_NANOS = Duration.ofSeconds(30).toNanos();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Path data;
    private final int port;
    private final House house;

    private TestHouse(Path data, int port, House house) {
        this.data = data;
        this.port = port;
        this.house = house;
    }

    static TestHouse start(Path data, boolean audioServer) throws Exception {
        return start(data, audioServer, freePorts(), false);
    }

    static TestHouse start(Path data, boolean audioServer, int port, boolean empty) throws Exception {
        return start(data, audioServer, port, empty, false);
    }

    /** A house whose box is nobody's yet, on the in-process graph. */
    static TestHouse startUnclaimed(Path data) throws Exception {
        return start(data, false, freePorts(), false, true);
    }

    /** A house on the in-process graph whose box runs on the jars that a build leaves, as outside the tests. */
    static TestHouse startPacked(Path data) throws Exception {
        return start(data, false, freePorts(), false, false, GatewayRuntime.built(Path.of("..")));
    }

    private static TestHouse start(Path data, boolean audioServer, int port, boolean empty, boolean unclaimed)
            throws Exception {
        return start(data, audioServer, port, empty, unclaimed, GatewayRuntime.likeThisProcess(Path.of("..")));
    }

    private static TestHouse start(
            Path data, boolean audioServer, int port, boolean empty, boolean unclaimed, GatewayRuntime runtime)
            throws Exception {
        RunSettings settings = new RunSettings(
                port,
                data,
                4,
                empty,
                unclaimed,
                audioServer ? RunSettings.Sound.PRIVATE_SERVER : RunSettings.Sound.IN_PROCESS,
                false,
                Duration.ofMillis(30));
        return new TestHouse(
                data, port, House.start(settings, runtime, sentence -> System.out.println("house: " + sentence)));
    }

    /** The first of three neighbouring ports that are free now. */
    static int freePorts() throws IOException {
        for (int port = 21_000 + (int) (ProcessHandle.current().pid() % 500) * 20; port < 60_000; port += 3) {
            if (isFree(port) && isFree(port + 1) && isFree(port + 2)) {
                return port;
            }
        }
        throw new IOException("no three neighbouring ports are free");
    }

    private static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return probe.isBound();
        } catch (IOException busy) {
            return false;
        }
    }

    int port() {
        return port;
    }

    Path data() {
        return data;
    }

    /** What came of a sentence. */
    JsonNode say(String sentence) throws Exception {
        return say(sentence, "en-US", "test");
    }

    /** What came of a sentence in a language, as part of a conversation. */
    JsonNode say(String sentence, String locale, String session) throws Exception {
        return json(post(
                "/say",
                body().put("text", sentence)
                        .put("locale", locale)
                        .put("session", session)
                        .toString()));
    }

    JsonNode status() throws Exception {
        return json(get("/status"));
    }

    JsonNode speaker(String id) throws Exception {
        for (JsonNode speaker : status().path("speakers")) {
            if (speaker.path("id").asText().equals(id)) {
                return speaker;
            }
        }
        throw new AssertionError("status has no speaker " + id);
    }

    /** Records every speaker and what went past the gateway, and voids a take that the machine itself broke. */
    Take record(double seconds) throws Exception {
        return record(seconds, "speaker");
    }

    /** The same, as it arrives at the microphone, each speaker alone. */
    Take recordAtMicrophone(double seconds) throws Exception {
        return record(seconds, "mic");
    }

    private Take record(double seconds, String at) throws Exception {
        for (int voided = 0; ; voided++) {
            Path out = Files.createTempFile("take", ".wav");
            Path control = Files.createTempFile("control", ".wav");
            ObjectNode asked = body().put("seconds", seconds)
                    .put("at", at)
                    .put("out", out.toString())
                    .put("control", control.toString());
            long late = lateBlocks();
            JsonNode told = json(post("/room/record", asked.toString()));
            Take take = new Take(WavAudio.read(out), WavAudio.read(control), told, lateBlocks() - late);
            Files.delete(out);
            Files.delete(control);
            if (!take.brokenByMachine()) {
                return take;
            }
            System.out.println("void: the machine itself was late: " + take.lateBlocks() + " blocks; " + told);
            if (voided == 2) {
                throw new AssertionError("three takes in a row were broken by the machine itself");
            }
        }
    }

    /** Blocks that the room's cable waited for in vain so far: whatever is silent then, the machine is to blame. */
    long lateBlocks() throws Exception {
        return json(get("/room/status")).path("lateBlocks").asLong();
    }

    HttpResponse<String> get(String path) throws Exception {
        return http.send(HttpRequest.newBuilder(uri(path)).GET().build(), HttpResponse.BodyHandlers.ofString());
    }

    /** The Echo plays this, on both sides, over and over. */
    void plays(float[] mono) throws Exception {
        Path file = Files.createTempFile("program", ".wav");
        float[] stereo = new float[2 * mono.length];
        for (int i = 0; i < stereo.length; i++) {
            stereo[i] = mono[i / 2];
        }
        try (SeekableByteChannel channel = Files.newByteChannel(file, StandardOpenOption.WRITE);
                WavWriter out = new WavWriter(channel, 2, mono.length)) {
            out.write(stereo, mono.length);
            out.finish();
        }
        json(post(
                "/room/play",
                body().put("file", file.toString()).put("loop", true).toString()));
    }

    /**
     * Measures a group. What the machine's stalls did to a take voids the try: two voids at most, counted aloud, then what
     * came of it is told.
     */
    JsonNode linesUp(String group) throws Exception {
        for (int voided = 0; ; voided++) {
            JsonNode result = linesUpOnce(group);
            if (!DISTURBED.contains(result.path("reason").asText()) || voided == 2) {
                return result;
            }
            System.out.println("void, the take was disturbed: " + (voided + 1) + " of 2");
        }
    }

    JsonNode linesUpOnce(String group) throws Exception {
        JsonNode result = json(post("/calibrate", body().put("group", group).toString()));
        System.out.println("lined up: " + result);
        return result;
    }

    /** How the newest calibration goes, as the box's own page shows it. */
    JsonNode calibration() throws Exception {
        return json(http.send(
                HttpRequest.newBuilder(page("/calibration.json")).GET().build(), HttpResponse.BodyHandlers.ofString()));
    }

    /** How linking stands, as the box's own page shows it. */
    JsonNode link() throws Exception {
        return json(http.send(
                HttpRequest.newBuilder(page("/api/link")).GET().build(), HttpResponse.BodyHandlers.ofString()));
    }

    /** Presses a button of linking on the box's own page. */
    HttpResponse<String> link(ObjectNode pressed) throws Exception {
        return http.send(
                HttpRequest.newBuilder(page("/api/link"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(pressed.toString()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private URI page(String path) {
        return URI.create("http://127.0.0.1:" + (port + 1) + path);
    }

    /** Everything that the box's own page shows. */
    JsonNode pageShows() throws Exception {
        URI page = URI.create("http://127.0.0.1:" + (port + 1) + "/api/status");
        return json(http.send(HttpRequest.newBuilder(page).GET().build(), HttpResponse.BodyHandlers.ofString()));
    }

    /** Asks the box's own page, as its browser would. */
    HttpResponse<String> onPage(String path, String json) throws Exception {
        return onPage(path, "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<String> onPage(String path, String type, byte[] body) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + (port + 1) + path))
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, String body) throws Exception {
        return http.send(
                HttpRequest.newBuilder(uri(path))
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    String token(String user, String ttl) throws Exception {
        return json(get("/token?user=" + user + ttl)).path("access_token").asText();
    }

    static JsonNode json(HttpResponse<String> response) throws IOException {
        if (response.statusCode() != 200) {
            throw new AssertionError("answered " + response.statusCode() + ": " + response.body());
        }
        return JSON.readTree(response.body());
    }

    static JsonNode parsed(String text) throws IOException {
        return JSON.readTree(text);
    }

    static ObjectNode body() {
        return JSON.createObjectNode();
    }

    /** Looks again and again until something holds. */
    void until(String what, Condition condition) throws Exception {
        until(what, PATIENCE_NANOS, condition);
    }

    void until(String what, long patienceNanos, Condition condition) throws Exception {
        long deadline = System.nanoTime() + patienceNanos;
        while (!condition.holds()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("still not: " + what + "; status " + status());
            }
            TimeUnit.MILLISECONDS.sleep(25);
        }
    }

    @FunctionalInterface
    interface Condition {
        boolean holds() throws Exception;
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    @Override
    public void close() {
        house.close();
        http.close();
    }
}
