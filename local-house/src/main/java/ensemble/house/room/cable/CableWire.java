package ensemble.house.room.cable;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import ensemble.house.room.RoomException;
import ensemble.house.room.RoomProcess;
import ensemble.house.room.RoomWire;
import ensemble.house.room.VirtualSpeaker;
import ensemble.house.room.WireHealth;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The wire without an audio server. The room is the clock: one block of 480 frames each 10 ms, caught up when behind by
 * up to half a second. Each block goes out as program and is answered with what the sinks shall play; where no gateway
 * is, or its answer does not come within a block's time, the block is silence. A gateway that kept up so far is waited
 * for a tenth of a second once before that.
 */
public final class CableWire implements RoomWire {
    private record Laid(GatewayLink link, CableClock clock, Thread thread) {}

    private final Path socket;
    private final List<VirtualSpeaker> speakers;
    private final boolean[] present;
    private volatile byte[] sinks;
    private volatile @Nullable Laid laid;

    /**
     * A wire that {@link #start} will lay.
     *
     * @param socket where to listen; a stale socket there is replaced. Its path may have 107 bytes
     * @param speakers the room's, in its order
     */
    public CableWire(Path socket, List<VirtualSpeaker> speakers) {
        this.socket = socket;
        this.speakers = List.copyOf(speakers);
        this.present = new boolean[speakers.size()];
        Arrays.fill(present, true);
        this.sinks = sinksMessage(this.speakers, present);
    }

    private static byte[] sinksMessage(List<VirtualSpeaker> speakers, boolean[] present) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < present.length; i++) {
            list.addObject().put("name", speakers.get(i).node()).put("present", present[i]);
        }
        byte[] json = list.toString().getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(CableProtocol.HEAD_BYTES + json.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(CableProtocol.SINKS)
                .putInt(json.length)
                .put(json)
                .array();
    }

    @Override
    public void start(RoomProcess process) throws RoomException {
        try {
            if (Files.exists(socket)
                    && !Files.readAttributes(socket, BasicFileAttributes.class).isOther()) {
                throw RoomException.cannot(socket + " is there already and is no socket");
            }
            Files.deleteIfExists(socket);
            ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            server.bind(UnixDomainSocketAddress.of(socket));
            Mailbox mailbox = new Mailbox(speakers.size());
            GatewayLink link = new GatewayLink(server, mailbox);
            CableClock clock = new CableClock(process, link, mailbox, () -> sinks);
            Thread thread = Thread.ofPlatform().daemon().name("room-cable").unstarted(clock::run);
            mailbox.belongsTo(thread);
            laid = new Laid(link, clock, thread);
            link.start();
            thread.start();
        } catch (IOException e) {
            throw RoomException.cannot("cannot listen at " + socket + ": " + e.getMessage());
        }
    }

    @Override
    public void drop(int speaker) {
        setPresent(speaker, false);
    }

    @Override
    public void bringBack(int speaker) {
        setPresent(speaker, true);
    }

    private synchronized void setPresent(int speaker, boolean there) {
        if (present[speaker] != there) {
            present[speaker] = there;
            sinks = sinksMessage(speakers, present);
        }
    }

    @Override
    public WireHealth health() {
        Laid now = laid;
        boolean connected = now != null && now.link().gateway() != null;
        return new WireHealth(
                "in-process", connected, now == null ? 0 : now.clock().silentBlocks(), 0, 0, null);
    }

    @Override
    public void close() {
        Laid now = laid;
        if (now == null) {
            return;
        }
        now.clock().end();
        now.link().close();
        try {
            now.thread().join();
            Files.deleteIfExists(socket);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            System.getLogger("ensemble.room").log(System.Logger.Level.WARNING, "the socket stays: " + socket, e);
        }
    }
}
