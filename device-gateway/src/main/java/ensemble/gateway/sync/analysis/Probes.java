package ensemble.gateway.sync.analysis;

import ensemble.sync.probe.Probe;
import ensemble.sync.probe.Slot;
import java.util.ArrayList;
import java.util.List;

/**
 * The probes that the box plays: every speaker at least three times, so that one that drifts (a clock of its own) can be told
 * from one that jumped.
 */
public final class Probes {
    private static final int THREE_VISITS_UP_TO = 4;

    private Probes() {}

    /** @param speakers 2 to 16 */
    public static Probe of(int speakers) {
        Probe usual = Probe.of(speakers);
        if (speakers <= THREE_VISITS_UP_TO) {
            return usual;
        }
        List<Slot> slots = new ArrayList<>(usual.slots());
        int next = slots.getLast().start();
        for (int speaker = 1; speaker < speakers; speaker++) {
            next += Probe.SLOT_FRAMES;
            slots.add(new Slot(speaker, next, 1));
        }
        return new Probe(speakers, slots, next + Probe.SLOT_FRAMES);
    }
}
