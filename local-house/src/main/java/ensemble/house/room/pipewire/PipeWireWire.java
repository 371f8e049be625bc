package ensemble.house.room.pipewire;

import ensemble.house.room.RoomException;
import ensemble.house.room.RoomProcess;
import ensemble.house.room.RoomWire;
import ensemble.house.room.VirtualSpeaker;
import ensemble.house.room.WireHealth;
import ensemble.pulse.server.PrivatePipeWire;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The wire through a private PipeWire, whose clock it runs on. To the gateway the room is: a sink per speaker, the sink
 * {@link #ECHO} whose monitor is the program, and the source {@link #MIC}. One capture stream hears all of it on one
 * clock. The server stays its owner's.
 */
public final class PipeWireWire implements RoomWire {
    /** The sink that the virtual Echo plays into; the gateway records {@code echo.monitor}. */
    public static final String ECHO = "echo";

    /** The source that the gateway's microphone is. */
    public static final String MIC = "room-mic";

    /** How late the microphone is beyond what the audio server knows. */
    public static final int MIC_DELAY_MILLIS = PulsePump.AHEAD_MILLIS;

    private static final int READY_WITHIN_SECONDS = 15;

    private final PrivatePipeWire server;
    private final List<VirtualSpeaker> speakers;
    private final RoomGraph graph;
    private volatile @Nullable PulsePump pump;
    private volatile @Nullable Thread thread;
    private volatile String serverName = "pipewire";

    /**
     * A wire that {@link #start} will lay.
     *
     * @param speakers the room's, in its order
     */
    public PipeWireWire(PrivatePipeWire server, List<VirtualSpeaker> speakers) {
        this.server = server;
        this.speakers = List.copyOf(speakers);
        this.graph = new RoomGraph(server, this.speakers);
    }

    @Override
    public void start(RoomProcess process) throws RoomException {
        try {
            synchronized (graph) {
                graph.makeNodes();
                PulsePump started = new PulsePump(server.pulse(), process, speakers.size());
                pump = started;
                thread = Thread.ofPlatform().daemon().name("room-pipewire").start(started::run);
                graph.linkAll();
                started.linked();
                serverName = started.ready().get(READY_WITHIN_SECONDS, TimeUnit.SECONDS);
            }
        } catch (RoomException e) {
            close();
            throw e;
        } catch (ExecutionException e) {
            close();
            throw RoomException.cannot("the room cannot reach the audio server: " + e.getCause());
        } catch (TimeoutException e) {
            close();
            throw RoomException.cannot("the audio server does not bring the room's streams up");
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw RoomException.cannot("the room was interrupted while it opened");
        }
    }

    @Override
    public void drop(int speaker) throws RoomException {
        synchronized (graph) {
            graph.drop(speaker);
        }
    }

    @Override
    public void bringBack(int speaker) throws RoomException {
        synchronized (graph) {
            graph.bringBack(speaker);
        }
    }

    @Override
    public WireHealth health() {
        PulsePump now = pump;
        return now == null
                ? new WireHealth(serverName, null, 0, 0, 0, "it has not started")
                : new WireHealth(serverName, null, 0, now.slips(), now.underruns(), now.fault());
    }

    @Override
    public void close() {
        PulsePump now = pump;
        Thread running = thread;
        if (now != null && running != null) {
            now.end();
            try {
                running.join(TimeUnit.SECONDS.toMillis(5));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        synchronized (graph) {
            graph.removeAll();
        }
    }
}
