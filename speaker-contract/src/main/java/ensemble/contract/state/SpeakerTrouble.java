package ensemble.contract.state;

/** What is the matter with one speaker. Closed: each has a sentence and a remedy in the skill. */
public enum SpeakerTrouble {
    NONE,
    /** Not in reach or switched off; it is being called. */
    AWAY,
    /** Called so often without success that the hub waits to be asked. */
    GIVEN_UP,
    /** Its link comes and goes; it is left alone for a while so that the others are not disturbed. */
    FLAPPING,
    /** Switches itself off when it has had no sound for a while. */
    STANDBY,
    BATTERY_LOW,
    /** Connected, but takes no sound. */
    NO_SOUND_TAKEN,
    NOT_PAIRED,
    /** The radio has no room for one more stream. */
    NO_CAPACITY
}
