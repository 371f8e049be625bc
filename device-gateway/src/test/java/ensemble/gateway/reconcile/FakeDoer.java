package ensemble.gateway.reconcile;

import ensemble.contract.state.Act;
import ensemble.contract.state.TicketEcho;
import ensemble.gateway.act.Doer;
import ensemble.gateway.act.Task;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Does what it can do when the test says so; an act that it cannot do, or one begun twice, is a failure of the caller. */
final class FakeDoer implements Doer {
    final List<Task> begun = new ArrayList<>();
    private final Set<Act> acts;
    private final Map<Long, TicketEcho> states = new HashMap<>();

    FakeDoer(Act... acts) {
        this.acts = Set.of(acts);
    }

    void ends(long n, TicketEcho echo) {
        states.put(n, echo);
    }

    /** As after a restart: nothing is remembered. */
    void forgets() {
        states.clear();
    }

    @Override
    public Set<Act> acts() {
        return acts;
    }

    @Override
    public void begin(Task task) {
        if (!acts.contains(task.act()) || begun.contains(task)) {
            throw new AssertionError("must not begin " + task);
        }
        begun.add(task);
        states.put(task.n(), TicketEcho.RUNNING);
    }

    @Override
    public Optional<TicketEcho> state(long n) {
        return Optional.ofNullable(states.get(n));
    }
}
