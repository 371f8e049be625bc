package ensemble.skill.editing;

/** Why a house cannot be changed so. Closed: each has a sentence. */
public enum EditRefusal {
    NO_SUCH_GROUP,
    NO_SUCH_SPEAKER,
    NO_SUCH_SCENE,
    /** Another group, or another speaker, is called that already. */
    NAME_TAKEN,
    /** The name means something else to Alexa or to this skill, such as "everywhere". */
    NAME_RESERVED,
    /** Longer than a name may be. */
    NAME_TOO_LONG,
    /** Nothing in it can be said. */
    NAME_EMPTY,
    TOO_MANY_GROUPS,
    TOO_MANY_SCENES,
    /** A group needs a speaker. */
    NO_SPEAKERS,
    /** Others changed the same house too often at once. */
    BUSY,
    /** A part of our own cloud did not answer; nothing was changed. */
    TROUBLE
}
