package ensemble.gateway.audio.inprocess;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SocketChannel;

/**
 * The cable's framing, little-endian: int32 type, int32 length, then so many bytes. The room sends {@link #SINKS} (a JSON
 * array of {@code {"name", "present"}}, first of all and at every change) and {@link #PROGRAM} (int64 sequence, float32
 * stereo); each program block is answered by one {@link #OUTPUT} (int64 sequence, int32 count, then per present sink: int32
 * index in the latest list, float32 stereo of as many frames). After {@link #LISTEN} (int32 1 = yes, 0 = no) it also gets
 * {@link #MIC} (int64 sequence, float32 of each frame).
 */
final class Cable {
    static final int SINKS = 1;
    static final int PROGRAM = 2;
    static final int OUTPUT = 3;
    static final int LISTEN = 4;
    static final int MIC = 5;
    private static final int HEADER_BYTES = 8;
    private static final int MOST_BYTES = 1 << 22;

    private final SocketChannel channel;
    private final ByteBuffer header = buffer(HEADER_BYTES);
    private ByteBuffer body = buffer(1 << 14);

    Cable(SocketChannel channel) {
        this.channel = channel;
    }

    private static ByteBuffer buffer(int bytes) {
        return ByteBuffer.allocateDirect(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Waits for the next message; its bytes are then in {@link #body}. Returns its type. */
    int receive() throws IOException {
        fill(header.clear());
        int type = header.flip().getInt();
        int length = header.getInt();
        if (length < 0 || length > MOST_BYTES) {
            throw new IOException("a message of " + length + " bytes is none of the cable's");
        }
        if (length > body.capacity()) {
            body = buffer(length);
        }
        fill(body.clear().limit(length));
        body.flip();
        return type;
    }

    ByteBuffer body() {
        return body;
    }

    private void fill(ByteBuffer into) throws IOException {
        while (into.hasRemaining()) {
            if (channel.read(into) < 0) {
                throw new EOFException("the other end hung up");
            }
        }
    }

    /** Sends one message. */
    void send(int type, ByteBuffer message) throws IOException {
        header.clear().putInt(type).putInt(message.remaining()).flip();
        while (header.hasRemaining()) {
            channel.write(header);
        }
        while (message.hasRemaining()) {
            channel.write(message);
        }
    }
}
