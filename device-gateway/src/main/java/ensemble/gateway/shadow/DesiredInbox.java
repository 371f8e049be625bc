package ensemble.gateway.shadow;

import ensemble.contract.state.HouseConfig;
import ensemble.contract.state.LinkAsk;
import ensemble.contract.state.RoutingWish;
import ensemble.gateway.wake.Waker;
import java.util.Optional;

/**
 * Holds the newest wish, house and question. Duplicates, late ones and those out of order change nothing: the highest number wins.
 * Safe from any thread.
 */
public final class DesiredInbox {
    private final Waker waker;
    private Desired newest = Desired.NOTHING;
    private Optional<Desired.Arrived<LinkAsk>> ask = Optional.empty();
    private boolean unclaimed;

    public DesiredInbox(Waker waker) {
        this.waker = waker;
    }

    public synchronized Desired newest() {
        return newest;
    }

    public synchronized void routing(Desired.Arrived<RoutingWish> wish) {
        take(newest.withRouting(wish));
    }

    public synchronized void config(Desired.Arrived<HouseConfig> house) {
        take(newest.withConfig(house));
    }

    /** The question whether to be linked that was written last; empty while nobody has asked. */
    public synchronized Optional<Desired.Arrived<LinkAsk>> ask() {
        return ask;
    }

    /** Which of two was written later is told by the server's clock; the same one again keeps its first age. */
    public synchronized void ask(Desired.Arrived<LinkAsk> asked) {
        if (ask.isEmpty()
                || (!ask.get().value().equals(asked.value())
                        && asked.writtenNanos() > ask.get().writtenNanos())) {
            ask = Optional.of(asked);
            waker.wake();
        }
    }

    /** Whether the cloud has said that no house has ever claimed this box; false while it has said nothing. */
    public synchronized boolean isUnclaimed() {
        return unclaimed && newest.config().isEmpty();
    }

    /** The cloud has no house for this box. */
    public synchronized void noHouse() {
        unclaimed = true;
        waker.wake();
    }

    private void take(Desired next) {
        if (!next.equals(newest)) {
            newest = next;
            waker.wake();
        }
    }
}
