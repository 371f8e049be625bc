package ensemble.gateway.audio;

import ensemble.contract.value.Gain;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Where wishes arrive, for every adapter alike: numbers them, hands them to the mixer, and keeps the last one, so that a
 * returning audio server finds it in force. Safe to use from any thread.
 */
public final class MixDesk {
    /** A stream has at most 32 channels. */
    public static final int MOST_OUTPUTS = 16;

    private final List<String> outputs;
    private final Mixer mixer;
    private long ticket;
    private long insertTicket;
    private Mix mix = Mix.SILENCE;

    /** @throws IllegalArgumentException for more outputs than {@link #MOST_OUTPUTS}, or a name given twice */
    public MixDesk(List<String> outputs) {
        if (outputs.size() > MOST_OUTPUTS || Set.copyOf(outputs).size() < outputs.size()) {
            throw new IllegalArgumentException("at most 16 different outputs, not " + outputs);
        }
        this.outputs = List.copyOf(outputs);
        this.mixer = new Mixer(outputs.size());
    }

    public List<String> outputs() {
        return outputs;
    }

    /** The mixer; all but its {@link Mixer#publish} belongs to the audio thread. */
    public Mixer mixer() {
        return mixer;
    }

    /** As {@link AudioGraph#apply}. */
    public synchronized long apply(Mix wish) {
        ticket++;
        mix = wish;
        mixer.publish(MixTarget.of(ticket, outputs, wish));
        return ticket;
    }

    /** As {@link AudioGraph#insert}. */
    public synchronized long insert(Insert wish) {
        insertTicket++;
        mixer.publish(InsertTarget.of(insertTicket, outputs, wish));
        return insertTicket;
    }

    /** As {@link AudioGraph#began}. */
    public OptionalLong began(long insert) {
        return mixer.began(insert);
    }

    /** As {@link AudioGraph#duck}. */
    public void duck(Gain gain) {
        mixer.duck((float) gain.factor());
    }

    /** As {@link AudioGraph#mark}. */
    public Marks mark(List<String> nodes) {
        Marks marks = Marks.of(outputs, nodes);
        mixer.mark(marks);
        return marks;
    }

    /** As {@link AudioGraph#unmark}. */
    public void unmark() {
        mixer.mark(null);
    }

    /** The sinks of a snapshot: configured ones first, then names that only the mix knows. */
    public synchronized List<SinkSnapshot> sinks(
            Predicate<String> present, Predicate<String> linked, Predicate<Integer> sounding) {
        List<SinkSnapshot> sinks = new ArrayList<>();
        for (int output = 0; output < outputs.size(); output++) {
            String node = outputs.get(output);
            boolean reached = linked.test(node);
            sinks.add(new SinkSnapshot(node, present.test(node), reached, reached && sounding.test(output)));
        }
        Set<String> others = new TreeSet<>(mix.outputs().keySet());
        outputs.forEach(others::remove);
        others.forEach(node -> sinks.add(new SinkSnapshot(node, false, false, false)));
        return sinks;
    }
}
