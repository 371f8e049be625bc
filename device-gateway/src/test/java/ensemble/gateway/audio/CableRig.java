package ensemble.gateway.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ensemble.gateway.audio.inprocess.CableGraph;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The room's end of the cable, written from the protocol's description alone; its time passes block by block. */
final class CableRig implements AudioRig {
    private static final int BLOCK = 480;
    private static final int PATIENCE_BLOCKS = 2000;

    private final Path socket;
    private final List<String> sinks;
    private final Map<String, Boolean> present = new LinkedHashMap<>();
    private final CableGraph graph;
    private ServerSocketChannel server;
    private SocketChannel gateway;
    private Program program = Program.tones(0, 0);
    private long frame;
    private long sequence;

    CableRig(Path socket, List<String> sinks) throws IOException {
        this.socket = socket;
        this.sinks = sinks;
        sinks.forEach(sink -> present.put(sink, true));
        server = listen();
        graph = new CableGraph(socket, sinks, () -> {});
        gateway = server.accept();
        sendSinks();
    }

    private ServerSocketChannel listen() throws IOException {
        Files.deleteIfExists(socket);
        ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        return channel.bind(UnixDomainSocketAddress.of(socket));
    }

    /** The room goes away. */
    void hangUp() throws IOException {
        server.close();
        gateway.close();
        Files.deleteIfExists(socket);
    }

    /** The room is there again. */
    void comeBack() throws IOException {
        server = listen();
        gateway = server.accept();
        sendSinks();
    }

    private void sendSinks() throws IOException {
        // Turned round, so that an index into this list is not by chance the gateway's own.
        String json = sinks.reversed().stream()
                .map(sink -> "{\"name\":\"" + sink + "\",\"present\":" + present.get(sink) + ",\"new\":1}")
                .collect(Collectors.joining(",", "[", "]"));
        byte[] utf8 = json.getBytes(StandardCharsets.UTF_8);
        send(buffer(8 + utf8.length).putInt(1).putInt(utf8.length).put(utf8));
    }

    private static ByteBuffer buffer(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private void send(ByteBuffer message) throws IOException {
        message.flip();
        while (message.hasRemaining()) {
            gateway.write(message);
        }
    }

    private ByteBuffer receive(int bytes) throws IOException {
        ByteBuffer into = buffer(bytes);
        while (into.hasRemaining()) {
            assertTrue(gateway.read(into) >= 0, "the gateway hung up");
        }
        return into.flip();
    }

    private Map<String, float[]> turn(float[] block) throws IOException {
        ByteBuffer message = buffer(16 + 4 * block.length).putInt(2).putInt(8 + 4 * block.length);
        message.putLong(++sequence);
        for (float sample : block) {
            message.putFloat(sample);
        }
        send(message);
        ByteBuffer header = receive(8);
        assertEquals(3, header.getInt());
        ByteBuffer answer = receive(header.getInt());
        assertEquals(sequence, answer.getLong());
        Map<String, float[]> heard = new HashMap<>();
        for (int left = answer.getInt(); left > 0; left--) {
            float[] stereo = new float[block.length];
            String sink = sinks.reversed().get(answer.getInt());
            for (int sample = 0; sample < stereo.length; sample++) {
                stereo[sample] = answer.getFloat();
            }
            heard.put(sink, stereo);
        }
        assertEquals(0, answer.remaining());
        return heard;
    }

    private float[] next() {
        float[] block = new float[2 * BLOCK];
        program.fill(frame, block, BLOCK);
        frame += BLOCK;
        return block;
    }

    @Override
    public AudioGraph graph() {
        return graph;
    }

    @Override
    public void play(Program next) {
        program = next;
    }

    @Override
    public void await(String what, Predicate<GraphSnapshot> suits) throws IOException {
        for (int block = 0; !suits.test(graph.snapshot()); block++) {
            assertTrue(block < PATIENCE_BLOCKS, "waited too long until " + what);
            turn(next());
        }
    }

    @Override
    public Take record(int frames, Script meanwhile) throws Exception {
        Recording recording = new Recording(sinks, frames);
        while (recording.room() > 0) {
            float[] block = next();
            recording.add(block, turn(block), Math.min(BLOCK, recording.room()));
            meanwhile.at(recording.frames());
        }
        return recording.take();
    }

    @Override
    public void present(String sink, boolean there) throws IOException {
        present.put(sink, there);
        sendSinks();
    }

    @Override
    public int recorderLagFrames() {
        return 0;
    }

    @Override
    public void close() throws IOException {
        graph.close();
        gateway.close();
        server.close();
    }
}
