package ensemble.gateway.audio;

import ensemble.contract.value.Gain;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** A graph moved by hand: what is asked is carried only when the test says so. */
public final class FakeGraph implements AudioGraph {
    public final List<Mix> asked = new ArrayList<>();
    private final Set<String> present = new HashSet<>();
    private GraphState state = new GraphState.Running("fake");
    private long carried;
    private long inserted;

    /** What was to be played on top, in order; each is over at once. */
    public final List<Insert> inserts = new ArrayList<>();

    public Gain ducked = Gain.UNITY;

    public FakeGraph(String... sinks) {
        present.addAll(List.of(sinks));
    }

    /** Everything asked so far has reached the sinks. */
    public void carryAll() {
        carried = asked.size();
    }

    public void leaves(String sink) {
        present.remove(sink);
    }

    public void returns(String sink) {
        present.add(sink);
    }

    public void goesDown(String reason) {
        state = new GraphState.Down(reason);
    }

    public void comesBack() {
        state = new GraphState.Running("fake");
    }

    public Mix last() {
        return asked.getLast();
    }

    @Override
    public long apply(Mix mix) {
        asked.add(mix);
        return asked.size();
    }

    @Override
    public synchronized long insert(Insert insert) {
        inserts.add(insert);
        inserted = inserts.size();
        return inserted;
    }

    @Override
    public synchronized OptionalLong began(long insert) {
        return insert == inserted ? OptionalLong.of(0) : OptionalLong.empty();
    }

    @Override
    public void duck(Gain gain) {
        ducked = gain;
    }

    @Override
    public Marks mark(List<String> nodes) {
        return Marks.of(present.stream().sorted().toList(), nodes);
    }

    @Override
    public void unmark() {}

    @Override
    public GraphSnapshot snapshot() {
        List<SinkSnapshot> sinks = present.stream()
                .sorted()
                .map(node -> new SinkSnapshot(node, true, true, false))
                .toList();
        return new GraphSnapshot(state, sinks, carried, 0, 0, 100, Optional.of("echo"), true, inserted);
    }

    @Override
    public void close() {}
}
