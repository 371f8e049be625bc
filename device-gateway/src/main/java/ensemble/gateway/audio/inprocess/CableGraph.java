package ensemble.gateway.audio.inprocess;

import ensemble.contract.value.Gain;
import ensemble.gateway.audio.AudioGraph;
import ensemble.gateway.audio.GraphSnapshot;
import ensemble.gateway.audio.GraphState;
import ensemble.gateway.audio.Insert;
import ensemble.gateway.audio.Marks;
import ensemble.gateway.audio.Meters;
import ensemble.gateway.audio.Microphone;
import ensemble.gateway.audio.Mix;
import ensemble.gateway.audio.MixDesk;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;

/**
 * The graph over a cable to a virtual room, for machines without an audio server: the room's clock drives it, block by
 * block. While nobody listens on the socket it is down and tries again. Safe to use from any thread.
 */
public final class CableGraph implements AudioGraph {
    private static final long FIRST_PAUSE_NANOS = Duration.ofMillis(50).toNanos();
    private static final long LONGEST_PAUSE_NANOS = Duration.ofSeconds(2).toNanos();

    private final Path socket;
    private final MixDesk desk;
    private final Runnable wake;
    private final Meters meters = new Meters();
    private final CableMicrophone microphone = new CableMicrophone();
    private final Thread thread;
    private volatile RoomSinks room = RoomSinks.NONE;
    private volatile GraphState state;
    private volatile boolean closed;

    /**
     * @param socket where the room listens
     * @param sinks the outputs
     * @param wake called when something in the snapshot changed
     */
    public CableGraph(Path socket, List<String> sinks, Runnable wake) {
        this.socket = socket;
        this.desk = new MixDesk(sinks);
        this.wake = wake;
        this.state = new GraphState.Down("The room at " + socket + " was not reached yet.");
        this.thread = Thread.ofPlatform().daemon().name("audio-cable").start(this::run);
    }

    private void run() {
        long pause = FIRST_PAUSE_NANOS;
        while (!closed) {
            try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
                channel.connect(UnixDomainSocketAddress.of(socket));
                pause = FIRST_PAUSE_NANOS;
                converse(new Cable(channel));
            } catch (IOException lost) {
                down("The room at " + socket + " is not there: " + lost.getMessage() + ".");
            }
            if (!closed) {
                LockSupport.parkNanos(pause);
                pause = Math.min(2 * pause, LONGEST_PAUSE_NANOS);
            }
        }
    }

    private void converse(Cable cable) throws IOException {
        CableBlock block = new CableBlock(desk, meters);
        ByteBuffer listen = ByteBuffer.allocateDirect(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        boolean listening = false;
        while (!closed) {
            switch (cable.receive()) {
                case Cable.SINKS -> {
                    byte[] json = new byte[cable.body().remaining()];
                    cable.body().get(json);
                    room = RoomSinks.parse(json);
                    block.lead(room);
                    state = new GraphState.Running(InProcessGraph.SERVER);
                    wake.run();
                }
                case Cable.PROGRAM -> {
                    cable.send(Cable.OUTPUT, block.answer(cable.body()));
                    if (microphone.wanted() != listening) {
                        listening = !listening;
                        listen.clear().putInt(listening ? 1 : 0).flip();
                        cable.send(Cable.LISTEN, listen);
                    }
                    if (block.sent()) {
                        wake.run();
                    }
                }
                case Cable.MIC -> microphone.take(cable.body());
                default -> {
                    // A newer room may say more than this gateway knows.
                }
            }
        }
    }

    /** The room's microphone. */
    public Microphone microphone() {
        return microphone;
    }

    private void down(String reason) {
        room = RoomSinks.NONE;
        meters.silence();
        GraphState now = new GraphState.Down(reason);
        boolean changed = !now.equals(state);
        state = now;
        if (changed && !closed) {
            wake.run();
        }
    }

    @Override
    public long apply(Mix mix) {
        return desk.apply(mix);
    }

    @Override
    public long insert(Insert insert) {
        return desk.insert(insert);
    }

    @Override
    public OptionalLong began(long insert) {
        return desk.began(insert);
    }

    @Override
    public void duck(Gain gain) {
        desk.duck(gain);
    }

    @Override
    public Marks mark(List<String> nodes) {
        return desk.mark(nodes);
    }

    @Override
    public void unmark() {
        desk.unmark();
    }

    @Override
    public GraphSnapshot snapshot() {
        RoomSinks now = room;
        return meters.snapshot(state, InProcessGraph.FED, desk.sinks(now::isPresent, now::isPresent, meters::sounding));
    }

    @Override
    public void close() {
        closed = true;
        // Interrupting closes the channel that the thread reads from.
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(2));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
