package ensemble.gateway.sync;

import ensemble.contract.state.Act;
import ensemble.contract.state.SpeakerConfig;
import ensemble.contract.state.Ticket;
import ensemble.contract.state.TicketEcho;
import ensemble.gateway.act.Doer;
import ensemble.gateway.audio.AudioGraph;
import ensemble.gateway.audio.Insert;
import ensemble.gateway.audio.Microphone;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * "Which one is the deck?": a chime on one output, on top of whatever plays and loud whatever its volume is. Done when its sink has
 * had all of it. Speakers that share an output chime together: there is no telling them apart. The loop's own thread.
 */
public final class Chimer implements Doer {
    private static final int KEPT = 8;

    /** Two notes, a fifth apart, high enough for the smallest speaker; each dies away. */
    private static final double[] NOTES_HZ = {880, 1320};

    private static final double NOTE_SECONDS = 0.22;
    private static final double FADE_IN_SECONDS = 0.004;

    /** A quarter of full scale: heard over music, harmless to an ear beside the speaker. */
    private static final double PEAK = 0.25;

    private final SyncDesk desk;
    private final AudioGraph graph;
    private final SortedMap<Long, TicketEcho> refused = new TreeMap<>();
    private final SortedMap<Long, Long> inserts = new TreeMap<>();

    public Chimer(SyncDesk desk, AudioGraph graph) {
        this.desk = desk;
        this.graph = graph;
    }

    @Override
    public Set<Act> acts() {
        return Set.of(Act.IDENTIFY);
    }

    @Override
    public void begin(Ticket ticket) {
        Optional<String> node = desk.house().speakers().stream()
                .filter(speaker -> speaker.id().value().equals(ticket.subject()) && desk.isThere(speaker))
                .map(SpeakerConfig::output)
                .findFirst()
                .flatMap(desk::node);
        if (node.isEmpty()) {
            refused.put(ticket.n(), TicketEcho.AWAY);
        } else if (desk.isAligning()) {
            refused.put(ticket.n(), TicketEcho.BUSY);
        } else {
            float[] wave = wave();
            List<Insert.Cue> once = List.of(new Insert.Cue(0, 1, wave));
            inserts.put(ticket.n(), graph.insert(new Insert(Map.of(node.get(), once), wave.length)));
        }
        forget(refused);
        forget(inserts);
    }

    @Override
    public Optional<TicketEcho> state(long n) {
        Optional<TicketEcho> chimed = Optional.ofNullable(inserts.get(n))
                .map(insert -> graph.snapshot().inserted() >= insert ? TicketEcho.DONE : TicketEcho.RUNNING);
        return chimed.or(() -> Optional.ofNullable(refused.get(n)));
    }

    private static void forget(SortedMap<Long, ?> map) {
        while (map.size() > KEPT) {
            map.remove(map.firstKey());
        }
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
