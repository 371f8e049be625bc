package ensemble.contract.state;

import java.util.Locale;

/** How linking stands at a box. */
public enum LinkState {
    /** No code is shown. */
    CLOSED,
    /** A code is shown and may be used. */
    OPEN,
    /** Somebody has said the code; the box asks whoever is there whether that is right. */
    ASKED,
    /** Somebody at the box has said yes. */
    CONFIRMED,
    /** Somebody at the box has said no. */
    REFUSED,
    /** Nobody at the box has answered in time. */
    LATE;

    /** As the shadow spells it. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What only a newer box knows is nothing that an older skill could act on. */
    public static LinkState ofWire(String wire) {
        for (LinkState state : values()) {
            if (state.wire().equals(wire)) {
                return state;
            }
        }
        return CLOSED;
    }
}
