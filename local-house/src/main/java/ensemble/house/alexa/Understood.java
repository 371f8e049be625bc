package ensemble.house.alexa;

import java.util.Map;

/** What a sentence comes to. */
sealed interface Understood {
    /**
     * A directive to a device.
     *
     * @param documented whether Amazon's documentation promises this phrase for this interface
     */
    record Directive(String namespace, String name, Endpoint endpoint, boolean documented) implements Understood {}

    /** A device phrase, but no device of that name was discovered. */
    record NoSuchDevice(String asked) implements Understood {}

    /** An intent of the skill, with its slots as spoken. */
    record Intent(String name, Map<String, String> slots) implements Understood {}

    /** The skill is opened without saying what for. */
    record Launch() implements Understood {}

    /** Neither a device nor the skill is meant; Alexa would answer by herself. */
    record NotForUs() implements Understood {}
}
