package ensemble.house.room.cable;

import java.io.EOFException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The gateway's end of the cable, strict about what it receives: plays the program into some sinks. */
final class FakeGateway implements AutoCloseable {
    private final SocketChannel channel;
    private long lastSequence = -1;
    private volatile String sinks = "";
    private volatile long programs;
    private volatile long mics;
    private volatile float loudestMic;
    private volatile @Nullable Throwable fault;
    private final int[] fed;
    private volatile boolean mute;
    private final Thread thread;

    FakeGateway(Path socket, int... fed) throws IOException {
        this.fed = fed;
        channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        channel.connect(UnixDomainSocketAddress.of(socket));
        thread = Thread.ofPlatform().daemon().name("fake-gateway").start(this::run);
    }

    private void run() {
        try {
            while (true) {
                one();
            }
        } catch (IOException ended) {
            // the room is gone, or this end was closed
        } catch (Throwable wrong) {
            fault = wrong;
        }
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // written by this one thread only
    private void one() throws IOException {
        ByteBuffer head = read(8);
        int type = head.getInt();
        ByteBuffer body = read(head.getInt());
        switch (type) {
            case 1 -> sinks = StandardCharsets.UTF_8.decode(body).toString();
            case 2 -> {
                check(!sinks.isEmpty(), "the sinks come first");
                check(body.remaining() == 8 + 480 * 8, "a program of " + body.remaining());
                answer(body);
                programs++;
            }
            case 5 -> {
                check(body.remaining() == 8 + 480 * 4, "a microphone of " + body.remaining());
                check(body.getLong() == lastSequence, "the microphone's sequence");
                while (body.hasRemaining()) {
                    loudestMic = Math.max(loudestMic, Math.abs(body.getFloat()));
                }
                mics++;
            }
            default -> check(false, "type " + type);
        }
    }

    private void answer(ByteBuffer program) throws IOException {
        long sequence = program.getLong();
        check(lastSequence < 0 || sequence == lastSequence + 1, sequence + " follows " + lastSequence);
        lastSequence = sequence;
        if (mute) {
            return;
        }
        ByteBuffer out = ByteBuffer.allocate(20 + fed.length * (4 + 480 * 8)).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(3).putInt(out.capacity() - 8).putLong(sequence).putInt(fed.length);
        for (int sink : fed) {
            out.putInt(sink).put(program.duplicate());
        }
        send(out.flip());
    }

    private static void check(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }

    private ByteBuffer read(int bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw new EOFException();
            }
        }
        return buffer.flip();
    }

    void send(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    void listen(boolean on) throws IOException {
        ByteBuffer message = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
        send(message.putInt(4).putInt(4).putInt(on ? 1 : 0).flip());
    }

    void mute(boolean on) {
        mute = on;
    }

    String sinks() {
        return sinks;
    }

    long programs() {
        return programs;
    }

    long mics() {
        return mics;
    }

    float loudestMic() {
        return loudestMic;
    }

    boolean cutOff() {
        return !thread.isAlive();
    }

    /** Throws what it found wrong about the room. */
    void verify() {
        Throwable wrong = fault;
        if (wrong != null) {
            throw new AssertionError("the room broke the protocol", wrong);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
