package ensemble.house.simulation;

import ensemble.house.simulation.Step.Trouble;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** What the next calls of a service will suffer. */
final class Troubles {
    private final Deque<Trouble> ahead = new ArrayDeque<>();

    void add(Trouble trouble, int calls) {
        for (int call = 0; call < calls; call++) {
            ahead.add(trouble);
        }
    }

    Optional<Trouble> next() {
        return Optional.ofNullable(ahead.poll());
    }
}
