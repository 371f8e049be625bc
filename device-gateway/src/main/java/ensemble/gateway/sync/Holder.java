package ensemble.gateway.sync;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.contract.state.UnmeasuredWhy;
import ensemble.gateway.audio.AudioGraph;
import ensemble.gateway.audio.Marks;
import ensemble.gateway.audio.Microphone;
import ensemble.gateway.audio.MicrophoneFault;
import ensemble.gateway.store.StateFile;
import ensemble.gateway.sync.analysis.AnalysisFault;
import ensemble.gateway.sync.analysis.SweepAnalysis;
import ensemble.gateway.sync.analysis.WindowAnalysis;
import ensemble.gateway.time.Clocks;
import ensemble.sync.hold.Decision;
import ensemble.sync.hold.Hearing;
import ensemble.sync.hold.SweepFinder;
import ensemble.sync.hold.Window;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps speakers together while music plays, once it was asked to: lays a mark under the program of each, hears them by the
 * microphone in windows of 15 s, two windows in each, and hands what follows to the {@link SyncDesk}. It moves no speaker. Off
 * until asked for; without a calibration since the box began there is nothing to hold. One thread is in {@link #run}.
 */
public final class Holder {
    private static final Logger LOG = LoggerFactory.getLogger(Holder.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration AFTER_FAULT = Duration.ofSeconds(10);

    private final SyncDesk desk;
    private final AudioGraph graph;
    private final Optional<Microphone> microphone;
    private final WindowAnalysis analysis;
    private final SweepAnalysis sweeps;
    private final Clocks clocks;
    private final Executor analysing;
    private final Runnable wake;
    private final HoldView view;
    private final HoldFile file;
    private final Semaphore news = new Semaphore(0);
    private boolean wanted;

    /**
     * @param analysing runs one analysis at a time, some seconds each
     * @param wake called when corrections or the status have changed
     * @param show shows people how it goes
     */
    public Holder(
            SyncDesk desk,
            AudioGraph graph,
            Optional<Microphone> microphone,
            WindowAnalysis analysis,
            SweepAnalysis sweeps,
            Clocks clocks,
            Executor analysing,
            Runnable wake,
            Consumer<ObjectNode> show,
            StateFile file) {
        this.desk = desk;
        this.graph = graph;
        this.microphone = microphone;
        this.analysis = analysis;
        this.sweeps = sweeps;
        this.clocks = clocks;
        this.analysing = analysing;
        this.wake = wake;
        this.view = new HoldView(show);
        this.file = new HoldFile(file);
        wanted = this.file.load();
        desk.hold(wanted && microphone.isPresent(), clocks.now());
        view.says(wanted, wanted ? "About to begin." : "Not asked for.");
    }

    /** Asks for it, or for its end; kept through restarts. Any thread. */
    public synchronized void want(boolean on) {
        if (wanted != on) {
            wanted = on;
            file.keep(on);
            desk.hold(on && microphone.isPresent(), clocks.now());
            wake.run();
        }
        news.release();
    }

    private synchronized boolean isWanted() {
        return wanted;
    }

    private void rest(Duration atMost) throws InterruptedException {
        if (news.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            news.drainPermits();
        }
    }

    /** Holds whenever it is wanted and can be done, until its thread is interrupted. */
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                try {
                    rest(once() ? Duration.ofMillis(100) : PAUSE);
                } catch (MicrophoneFault deaf) {
                    view.says(isWanted(), String.valueOf(deaf.getMessage()));
                    rest(AFTER_FAULT);
                }
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** Holds for as long as nothing but hearing changes; false if it could not begin. */
    boolean once() throws MicrophoneFault, InterruptedException {
        Optional<Holding> can = desk.holding(clocks.now());
        if (can.isEmpty() || microphone.isEmpty() || !isWanted()) {
            view.says(isWanted(), why());
            return false;
        }
        Holding holding = can.get();
        long made = clocks.nanos();
        long changes = desk.changes();
        Marks marks =
                graph.mark(holding.members().stream().map(Holding.Member::node).toList());
        try {
            Listening listening = new Listening(marks, window -> take(holding, window, changes));
            Returning returning = new Returning(graph, holding.members());
            Sweeps sought = new Sweeps(holding, listening, returning, changes);
            view.listens(true);
            microphone.get().follow((samples, count, whole) -> {
                if (listening.now() == 0) {
                    begins(holding, (clocks.nanos() - made) * 1e-9 - count / (double) Microphone.RATE);
                }
                listening.heard(samples, count, whole, holding);
                follow(holding, listening.now(), changes);
                sought.step();
                return isWanted() && desk.changes() == changes;
            });
        } finally {
            graph.unmark();
            view.listens(false);
        }
        return true;
    }

    private static void begins(Holding holding, double late) {
        synchronized (holding) {
            holding.begins(Math.max(0, late));
        }
    }

    private String why() {
        if (!isWanted()) {
            return "Not asked for.";
        }
        if (microphone.isEmpty()) {
            return "This box has no microphone: plug one in and name it in the setting 'microphone'.";
        }
        return desk.isMicrophoneMoved()
                ? "The microphone was moved: line the speakers up again."
                : "Waiting: line the speakers up once, so that the box knows how each of them is heard.";
    }

    /** What was corrected goes on in straight pieces; where one ends, the next is handed over. */
    private void follow(Holding holding, double now, long changes) {
        synchronized (holding) {
            if (holding.turns(now) && desk.changes() == changes) {
                desk.steer(holding.corrections(now), clocks.now());
                wake.run();
            }
        }
    }

    private void take(Holding holding, Listening.Heard heard, long changes) {
        analysing.execute(() -> {
            try {
                decide(holding, heard, changes);
            } catch (AnalysisFault broken) {
                LOG.warn("A window was not analysed: {}", broken.getMessage());
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            } finally {
                heard.done();
            }
        });
    }

    private void decide(Holding holding, Listening.Heard heard, long changes)
            throws AnalysisFault, InterruptedException {
        Window window = heard.window();
        List<Boolean> sounding = sounding(holding);
        List<Hearing> hearings = heard.isPause()
                ? holding.pause()
                : analysis.of(window, holding.prints(), expected(holding, heard.middle()));
        synchronized (holding) {
            if (desk.changes() != changes || !heard.isCurrent()) {
                return;
            }
            double now = heard.now();
            Decision decision = holding.hear(heard.middle(), now, hearings, sounding);
            LOG.debug("Heard {}: {}", hearings, decision);
            if (decision.notice() == Decision.Notice.MICROPHONE_MOVED) {
                desk.microphoneMoved();
            } else {
                desk.held(holding.calibrations(now, clocks.now()), clocks.now());
                desk.ended(holding.suspected(), UnmeasuredWhy.STALLED);
                desk.ended(holding.lost(), UnmeasuredWhy.REFUSED);
                desk.steer(holding.corrections(now), clocks.now());
            }
            view.heard(holding, hearings, decision, now);
        }
        wake.run();
    }

    /** The sweeps of speakers that came back, in one stretch of holding. Belongs to the listening thread but where said. */
    private final class Sweeps {
        private final Holding holding;
        private final Listening listening;
        private final Returning returning;
        private final long changes;
        private Optional<Returning.Sought> sought = Optional.empty();
        private int anchors;

        Sweeps(Holding holding, Listening listening, Returning returning, long changes) {
            this.holding = holding;
            this.listening = listening;
            this.returning = returning;
            this.changes = changes;
        }

        void step() {
            if (sought.isEmpty()) {
                sought = returning.step(listening.now(), desk.returned(), this::mayCompare);
                anchors = listening.anchors();
                return;
            }
            Returning.Sought one = sought.get();
            Optional<float[]> heard = listening.stretch(one.position() - Returning.BEFORE, Returning.FRAMES);
            if (anchors != listening.anchors()) {
                sought = Optional.empty();
                returning.ended();
            } else if (heard.isPresent()) {
                sought = Optional.empty();
                double from = listening.secondsOf(one.position() - Returning.BEFORE);
                analysing.execute(() -> look(one, heard.get(), from));
            }
        }

        private boolean mayCompare(int i) {
            synchronized (holding) {
                return holding.mayCompare(i);
            }
        }

        /** On a thread of its own. */
        private void look(Returning.Sought one, float[] heard, double from) {
            try {
                Optional<SweepFinder.Found> found =
                        sweeps.of(heard, holding.prints().get(one.speaker()));
                synchronized (holding) {
                    if (desk.changes() != changes || anchors != listening.anchors()) {
                        return;
                    }
                    Optional<OptionalDouble> placed = found.map(sweep -> placed(one, sweep, from));
                    view.returned(holding, one.speaker(), placed);
                }
                wake.run();
            } catch (AnalysisFault broken) {
                LOG.warn("A sweep was not analysed: {}", broken.getMessage());
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            } finally {
                returning.ended();
            }
        }

        private OptionalDouble placed(Returning.Sought one, SweepFinder.Found sweep, double from) {
            double now = listening.now();
            double at = from + sweep.frame() / Microphone.RATE;
            double delay = (sweep.frame() - Returning.BEFORE) / Microphone.RATE;
            OptionalDouble jump = holding.placed(one.speaker(), at, delay, now);
            LOG.debug("Found {} of {} by a sweep; jumps {}", sweep, one, jump);
            desk.held(holding.calibrations(now, clocks.now()), clocks.now());
            desk.steer(holding.corrections(now), clocks.now());
            return jump;
        }
    }

    private static List<Optional<ensemble.sync.hold.Expected>> expected(Holding holding, double middle) {
        synchronized (holding) {
            return holding.expected(middle);
        }
    }

    private List<Boolean> sounding(Holding holding) {
        var facts = graph.snapshot();
        List<Boolean> out = new ArrayList<>();
        for (Holding.Member member : holding.members()) {
            out.add(facts.sink(member.node()).filter(sink -> sink.sounding()).isPresent());
        }
        return out;
    }
}
