package ensemble.house.room.cable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/** Accepts one gateway at a time and reads what it says, on a thread of its own; the audio thread writes to it. */
final class GatewayLink implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger("ensemble.room");

    private final ServerSocketChannel server;
    private final Mailbox mailbox;
    private final ByteBuffer incoming = ByteBuffer.allocateDirect(CableProtocol.MAX_BYTES + CableProtocol.HEAD_BYTES)
            .order(ByteOrder.LITTLE_ENDIAN);
    private volatile @Nullable SocketChannel gateway;
    private volatile boolean listening;
    private volatile boolean closed;

    GatewayLink(ServerSocketChannel server, Mailbox mailbox) {
        this.server = server;
        this.mailbox = mailbox;
    }

    void start() {
        Thread.ofPlatform().daemon().name("room-cable-reader").start(this::serve);
    }

    /** The gateway that is there; null if none is. */
    @Nullable
    SocketChannel gateway() {
        return gateway;
    }

    /** Whether the gateway asked for the microphone. */
    boolean listening() {
        return listening;
    }

    /** On the audio thread: sends a message whole, or cuts a gateway off that has not read for long. */
    void send(SocketChannel to, ByteBuffer message) {
        try {
            to.write(message);
            if (message.hasRemaining()) {
                cutOff(to, "it does not read what the room sends");
            }
        } catch (IOException e) {
            cutOff(to, String.valueOf(e.getMessage()));
        }
    }

    private void cutOff(SocketChannel channel, String why) {
        if (!closed) {
            LOG.log(System.Logger.Level.INFO, "the gateway on the cable is cut off: " + why);
        }
        gateway = null;
        try {
            channel.close();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "closing the cable failed", e);
        }
    }

    private void serve() {
        while (!closed) {
            try (SocketChannel channel = server.accept()) {
                attend(channel);
            } catch (IOException e) {
                if (!server.isOpen()) {
                    return;
                }
                LOG.log(System.Logger.Level.INFO, "the cable: " + e.getMessage());
            } finally {
                gateway = null;
            }
        }
    }

    private void attend(SocketChannel channel) throws IOException {
        try (Selector selector = Selector.open()) {
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ);
            incoming.clear();
            listening = false;
            gateway = channel;
            read(channel, selector);
        }
    }

    private void read(SocketChannel channel, Selector selector) throws IOException {
        while (channel.isOpen()) {
            selector.select();
            selector.selectedKeys().clear();
            if (!channel.isOpen()) {
                return;
            }
            if (channel.read(incoming) < 0) {
                return;
            }
            incoming.flip();
            try {
                while (takeOne()) {
                    // one message after another
                }
            } catch (Mailbox.BadMessage e) {
                cutOff(channel, "it sent " + e.getMessage());
                return;
            }
            incoming.compact();
        }
    }

    private boolean takeOne() throws Mailbox.BadMessage {
        if (incoming.remaining() < CableProtocol.HEAD_BYTES) {
            return false;
        }
        int type = incoming.getInt(incoming.position());
        int length = incoming.getInt(incoming.position() + 4);
        if (length < 0 || length > CableProtocol.MAX_BYTES) {
            throw new Mailbox.BadMessage("a message of " + length + " bytes");
        }
        if (incoming.remaining() < CableProtocol.HEAD_BYTES + length) {
            return false;
        }
        int end = incoming.position() + CableProtocol.HEAD_BYTES + length;
        int whole = incoming.limit();
        incoming.limit(end).position(end - length);
        if (type == CableProtocol.OUTPUT) {
            mailbox.take(incoming);
        } else if (type == CableProtocol.LISTEN) {
            if (length != 4) {
                throw new Mailbox.BadMessage("a listen of " + length + " bytes");
            }
            listening = incoming.getInt() != 0;
        }
        incoming.limit(whole).position(end);
        return true;
    }

    @Override
    public void close() {
        closed = true;
        SocketChannel channel = gateway;
        try {
            server.close();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "closing the cable failed", e);
        }
        if (channel != null) {
            cutOff(channel, "the room ends");
        }
    }
}
