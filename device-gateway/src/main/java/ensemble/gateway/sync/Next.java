package ensemble.gateway.sync;

import ensemble.sync.estimate.Reason;

/** What a refused take calls for. */
enum Next {
    /** Chance: the same again. */
    AGAIN,
    LOUDER,
    SOFTER,
    /** A person has to do something first. */
    GIVE_UP;

    static Next after(Reason reason) {
        return switch (reason) {
            case LATENCY_JUMPED, RECORDING_GAP, UNSTEADY, CLOCK_IMPLAUSIBLE, TAKE_INCOMPLETE -> AGAIN;
            case TOO_QUIET, PROBE_NOT_FOUND, SPEAKER_SILENT, BURIED_IN_NOISE -> LOUDER;
            case CLIPPED -> SOFTER;
            case TOO_SHORT, TOO_LONG, RATE_TOO_LOW, OBSTRUCTED, TOO_UNLIKE, MONO_COLLAPSE -> GIVE_UP;
        };
    }
}
