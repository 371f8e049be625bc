package ensemble.skill.editing;

import ensemble.contract.value.Name;

/**
 * A name that is allowed, but that Alexa may take for something else of the house: "a few things share that name".
 *
 * @param other what is called so too
 */
public record NameWarning(Kind kind, Name other) {
    /** What the other thing is. */
    public enum Kind {
        GROUP,
        SPEAKER,
        SCENE
    }
}
