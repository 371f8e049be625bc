package ensemble.gateway.sync;

import ensemble.contract.id.SpeakerId;
import ensemble.gateway.audio.AudioGraph;
import ensemble.gateway.audio.Insert;
import ensemble.gateway.audio.Microphone;
import ensemble.sync.probe.Sweep;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Speakers that were away and play again while they are held: their links have drawn a new latency. Each gets one sweep of its own,
 * at -30 dBFS over the program, as soon as it has played for a second; where that was not clear, up to two more. Belongs to the
 * thread that listens, but for {@link #ended}.
 */
final class Returning {
    private static final double SETTLED_SECONDS = 1;
    private static final float GAIN = 0.0316f;
    private static final int MOST_TRIES = 3;
    private static final double GIVE_UP_SECONDS = 8;

    /** What is cut out of what was heard: from this long before the sweep was played... */
    static final int BEFORE = Microphone.RATE / 5;

    /** ...to where the slowest speaker has played it. */
    static final int FRAMES = BEFORE + 3 * Microphone.RATE + Sweep.frames();

    private final AudioGraph graph;
    private final List<Holding.Member> members;
    private final double[] since;
    private final int[] tries;
    private final float[] sweep;
    private int asked = -1;
    private long insert;
    private double askedAt;
    private volatile boolean busy;

    Returning(AudioGraph graph, List<Holding.Member> members) {
        this.graph = graph;
        this.members = List.copyOf(members);
        since = new double[members.size()];
        Arrays.fill(since, Double.NaN);
        tries = new int[members.size()];
        double[] exact = Sweep.samples();
        sweep = new float[exact.length];
        for (int i = 0; i < sweep.length; i++) {
            sweep[i] = (float) exact[i];
        }
    }

    /**
     * What to listen to.
     *
     * @param speaker its number among the members
     * @param position where in the program its sweep began
     */
    record Sought(int speaker, long position) {}

    /**
     * One step.
     *
     * @param now seconds of hearing
     * @param away whose link was away and is there again, and was not measured since
     * @param mayCompare whether others were heard that a speaker can be compared with
     * @return a sweep that was played and has to be looked for; told once, and nothing else is begun until {@link #ended}
     */
    Optional<Sought> step(double now, Set<SpeakerId> away, Predicate<Integer> mayCompare) {
        if (busy) {
            return Optional.empty();
        }
        if (asked >= 0) {
            return awaited(now);
        }
        for (int i = 0; i < members.size(); i++) {
            if (!away.contains(members.get(i).speaker()) || !isSounding(i)) {
                since[i] = Double.NaN;
                tries[i] = away.contains(members.get(i).speaker()) ? tries[i] : 0;
            } else if (Double.isNaN(since[i])) {
                since[i] = now;
            } else if (now - since[i] >= SETTLED_SECONDS && tries[i] < MOST_TRIES && mayCompare.test(i)) {
                ask(i, now);
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private void ask(int i, double now) {
        tries[i]++;
        asked = i;
        askedAt = now;
        insert = graph.insert(
                new Insert(Map.of(members.get(i).node(), List.of(new Insert.Cue(0, GAIN, sweep))), sweep.length));
    }

    private Optional<Sought> awaited(double now) {
        OptionalLong began = graph.began(insert);
        if (began.isPresent()) {
            Sought sought = new Sought(asked, began.getAsLong());
            asked = -1;
            busy = true;
            return Optional.of(sought);
        }
        if (now - askedAt > GIVE_UP_SECONDS) {
            asked = -1;
        }
        return Optional.empty();
    }

    /** The sweep was found, or not, or will not be looked for. Any thread. */
    void ended() {
        busy = false;
    }

    private boolean isSounding(int i) {
        return graph.snapshot()
                .sink(members.get(i).node())
                .filter(sink -> sink.linked() && sink.sounding())
                .isPresent();
    }
}
