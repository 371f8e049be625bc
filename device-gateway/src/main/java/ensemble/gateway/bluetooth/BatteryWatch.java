package ensemble.gateway.bluetooth;

import java.util.OptionalInt;

/** Says once that a battery runs low, before the speaker drops out, and again only after it has been charged. */
final class BatteryWatch {
    static final int LOW_PERCENT = 15;
    static final int CHARGED_PERCENT = 25;

    private boolean low;

    /** @return whether this is the moment to announce it */
    boolean see(OptionalInt percent) {
        if (percent.isEmpty()) {
            return false;
        }
        boolean before = low;
        if (percent.getAsInt() <= LOW_PERCENT) {
            low = true;
        } else if (percent.getAsInt() >= CHARGED_PERCENT) {
            low = false;
        }
        return low && !before;
    }

    boolean low() {
        return low;
    }
}
