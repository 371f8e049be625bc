package ensemble.gateway.sync;

import ensemble.contract.state.Act;
import ensemble.contract.state.SpeakerConfig;
import ensemble.contract.state.TicketEcho;
import ensemble.gateway.act.Doer;
import ensemble.gateway.act.Recent;
import ensemble.gateway.act.Task;
import ensemble.gateway.audio.AudioGraph;
import ensemble.gateway.audio.Insert;
import ensemble.gateway.audio.Microphone;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * "Which one is the deck?": a chime on one output, on top of whatever plays and loud whatever its volume is. Done when its sink has
 * had all of it. Speakers that share an output chime together: there is no telling them apart. The loop's own thread.
 */
public final class Chimer implements Doer {
    /** Two notes, a fifth apart, high enough for the smallest speaker; each dies away. */
    private static final double[] NOTES_HZ = {880, 1320};

    private static final double NOTE_SECONDS = 0.22;
    private static final double FADE_IN_SECONDS = 0.004;

    /** A quarter of full scale: heard over music, harmless to an ear beside the speaker. */
    private static final double PEAK = 0.25;

    private final SyncDesk desk;
    private final AudioGraph graph;
    private final Recent<TicketEcho> refused = new Recent<>();
    private final Recent<Long> inserts = new Recent<>();

    public Chimer(SyncDesk desk, AudioGraph graph) {
        this.desk = desk;
        this.graph = graph;
    }

    @Override
    public Set<Act> acts() {
        return Set.of(Act.IDENTIFY);
    }

    @Override
    public void begin(Task task) {
        Optional<String> node = desk.house().speakers().stream()
                .filter(speaker -> speaker.id().value().equals(task.subject()) && desk.isThere(speaker))
                .map(SpeakerConfig::output)
                .findFirst()
                .flatMap(desk::node);
        if (node.isEmpty()) {
            refused.put(task.n(), TicketEcho.AWAY);
        } else if (desk.isAligning()) {
            refused.put(task.n(), TicketEcho.BUSY);
        } else {
            float[] wave = wave();
            List<Insert.Cue> once = List.of(new Insert.Cue(0, 1, wave));
            inserts.put(task.n(), graph.insert(new Insert(Map.of(node.get(), once), wave.length)));
        }
    }

    @Override
    public Optional<TicketEcho> state(long n) {
        Optional<TicketEcho> chimed = inserts.get(n)
                .map(insert -> graph.snapshot().inserted() >= insert ? TicketEcho.DONE : TicketEcho.RUNNING);
        return chimed.or(() -> refused.get(n));
    }

    static float[] wave() {
        int note = (int) (NOTE_SECONDS * Microphone.RATE);
        float[] wave = new float[NOTES_HZ.length * note];
        for (int i = 0; i < wave.length; i++) {
            double seconds = (i % note) / (double) Microphone.RATE;
            double rise = Math.min(1, seconds / FADE_IN_SECONDS);
            double fall = Math.pow(1 - seconds / NOTE_SECONDS, 2);
            wave[i] = (float) (PEAK * rise * fall * Math.sin(2 * Math.PI * NOTES_HZ[i / note] * seconds));
        }
        return wave;
    }
}
