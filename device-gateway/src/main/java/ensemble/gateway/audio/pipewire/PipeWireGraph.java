package ensemble.gateway.audio.pipewire;

import ensemble.contract.value.Gain;
import ensemble.gateway.audio.AudioGraph;
import ensemble.gateway.audio.GraphSnapshot;
import ensemble.gateway.audio.GraphState;
import ensemble.gateway.audio.Insert;
import ensemble.gateway.audio.Marks;
import ensemble.gateway.audio.Meters;
import ensemble.gateway.audio.Mix;
import ensemble.gateway.audio.MixDesk;
import ensemble.gateway.audio.ProgramInput;
import ensemble.pulse.PulseUnavailable;
import ensemble.pulse.RealtimePriority;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;

/**
 * The graph on PipeWire. Three threads: the audio thread (real-time where the kernel allows), the one that keeps links true,
 * and the one that calls {@code wake}, so that the audio thread never runs foreign code. When the server goes, the state
 * says why, and the graph returns by itself with the mix in force. Safe to use from any thread.
 */
public final class PipeWireGraph implements AudioGraph {
    /** Below the audio server's own threads, above everything ordinary. */
    private static final int PRIORITY = 20;

    private static final long FIRST_PAUSE_NANOS = Duration.ofMillis(100).toNanos();
    private static final long LONGEST_PAUSE_NANOS = Duration.ofSeconds(3).toNanos();
    private static final System.Logger LOG = System.getLogger(PipeWireGraph.class.getName());

    private final PipeWireSettings settings;
    private final MixDesk desk;
    private final Runnable wake;
    private final Meters meters = new Meters();
    private final Thread messenger;
    private final Thread audio;
    private final LinkKeeper links;
    private volatile GraphState state = new GraphState.Down("The audio server was not reached yet.");
    private volatile RealtimePriority scheduling = new RealtimePriority.Refused("the audio thread has not started");
    private volatile boolean news;
    private volatile boolean closed;

    /** @param wake called, from a thread of the graph's own, when something in the snapshot changed */
    public PipeWireGraph(PipeWireSettings settings, Runnable wake) {
        this.settings = settings;
        this.desk = new MixDesk(settings.sinks());
        this.wake = wake;
        this.messenger = Thread.ofPlatform().daemon().name("audio-news").start(this::deliver);
        this.links = new LinkKeeper(settings, this::tell);
        this.audio = Thread.ofPlatform().daemon().name("audio").start(this::play);
    }

    private void tell() {
        news = true;
        LockSupport.unpark(messenger);
    }

    private void deliver() {
        while (!closed) {
            if (news) {
                news = false;
                wake.run();
            } else {
                LockSupport.park(this);
            }
        }
    }

    private void play() {
        WarmUp.run();
        scheduling = RealtimePriority.request(PRIORITY);
        if (scheduling instanceof RealtimePriority.Refused refused) {
            LOG.log(System.Logger.Level.WARNING, "No real-time audio thread: {0}.", refused.reason());
        }
        long pause = FIRST_PAUSE_NANOS;
        while (!closed) {
            try (Session session = new Session(settings, desk, meters, this::tell)) {
                become(new GraphState.Running(session.serverName()));
                pause = FIRST_PAUSE_NANOS;
                session.run(() -> closed, links::programLinked);
            } catch (PulseUnavailable gone) {
                become(new GraphState.Down(String.valueOf(gone.getMessage())));
                meters.silence();
                LockSupport.parkNanos(pause);
                pause = Math.min(2 * pause, LONGEST_PAUSE_NANOS);
            }
        }
    }

    private void become(GraphState now) {
        if (!now.equals(state)) {
            state = now;
            tell();
        }
    }

    /** How the kernel schedules the audio thread. */
    public RealtimePriority scheduling() {
        return scheduling;
    }

    /** Whether the program's source leads into the mixer. */
    public boolean programLinked() {
        return links.programLinked();
    }

    /** Whether the program's pitch is off by a 400th just now, because the audio server lost a quantum. */
    public boolean catchingUp() {
        return meters.catchingUp();
    }

    private String called(String node) {
        return settings.programs().stream()
                .filter(input -> input.is(node))
                .map(ProgramInput::name)
                .findFirst()
                .orElse(node);
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
        return meters.snapshot(
                state,
                links.program().map(this::called),
                desk.sinks(
                        sink -> links.reach(sink).present(),
                        sink -> links.reach(sink).linked(),
                        meters::sounding));
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(messenger);
        LockSupport.unpark(audio);
        links.close();
        try {
            audio.join(Duration.ofSeconds(3));
            messenger.join(Duration.ofSeconds(3));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
