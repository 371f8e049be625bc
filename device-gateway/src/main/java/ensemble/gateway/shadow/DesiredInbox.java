package ensemble.gateway.shadow;

import ensemble.contract.state.HouseConfig;
import ensemble.contract.state.RoutingWish;
import ensemble.gateway.wake.Waker;

/**
 * Holds the newest wish and house. Duplicates, late ones and those out of order change nothing: the highest number wins.
 * Safe from any thread.
 */
public final class DesiredInbox {
    private final Waker waker;
    private Desired newest = Desired.NOTHING;

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

    private void take(Desired next) {
        if (!next.equals(newest)) {
            newest = next;
            waker.wake();
        }
    }
}
