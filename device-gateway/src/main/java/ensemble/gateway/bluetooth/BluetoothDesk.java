package ensemble.gateway.bluetooth;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** Where a person's requests wait for the loop's next look. Safe from any thread; never blocks. */
public final class BluetoothDesk {
    /** More than a person can press within one look; beyond it, presses are refused. */
    private static final int MOST = 32;

    private final BlockingQueue<PersonRequest> waiting = new ArrayBlockingQueue<>(MOST);
    private final Runnable wake;

    public BluetoothDesk(Runnable wake) {
        this.wake = wake;
    }

    /** @return false when too much is waiting already */
    public boolean ask(PersonRequest request) {
        boolean taken = waiting.offer(request);
        wake.run();
        return taken;
    }

    List<PersonRequest> take() {
        List<PersonRequest> all = new ArrayList<>();
        waiting.drainTo(all);
        return all;
    }
}
