package ensemble.contract.state;

/** Why a hub could not make a wish true. Closed: each kind has a sentence in the skill. */
public enum FaultKind {
    /** None of the wished speakers is there. */
    SPEAKERS_AWAY,
    /** The box has no sound: its audio server is gone or was never there. */
    NO_SOUND,
    /** The wish arrived too old to start sound. */
    EXPIRED,
    /** The wish names speakers that the box does not have. */
    UNKNOWN_SPEAKER,
    /** The wish would turn some of the speakers of one output and not the others. */
    SHARED_OUTPUT
}
