package ensemble.house.alexa;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;

/** What a sentence comes to. */
sealed interface Understood {
    /**
     * A directive to a device, or a question about its state.
     *
     * @param instance of the interface, where a device has several; empty otherwise
     * @param documented whether Amazon's documentation promises this phrase for this interface
     */
    record Directive(DeviceAct act, Endpoint endpoint, String instance, ObjectNode payload, boolean documented)
            implements Understood {}

    /** Every group at once. */
    record Everything(DeviceAct act) implements Understood {}

    /** New devices are to be looked for. */
    record Discover() implements Understood {}

    /** The Echo herself is meant. */
    record Own(EchoAct act, Optional<Integer> number) implements Understood {}

    /** A device phrase, but no device of that name was discovered. */
    record NoSuchDevice(String asked) implements Understood {}

    /** The device is there and has no such interface, or no such mode. */
    record Unable(Endpoint endpoint) implements Understood {}

    /**
     * An intent of the skill.
     *
     * @param slots as spoken
     * @param confirmation {@code NONE}, {@code CONFIRMED} or {@code DENIED}
     * @param goesOn whether it goes on with a dialogue
     */
    record Intent(String name, Map<String, String> slots, String confirmation, boolean goesOn) implements Understood {
        Intent(String name, Map<String, String> slots) {
            this(name, slots, "NONE", false);
        }
    }

    /** The skill is opened without saying what for. */
    record Launch() implements Understood {}

    /** The words of a routine that was accepted. */
    record Routine(Routines.Entry entry) implements Understood {}

    /** The answer to Alexa's own question whether a routine is wanted. */
    record Offered(boolean taken) implements Understood {}

    /** Neither a device nor the skill is meant; Alexa would answer by herself. */
    record NotForUs() implements Understood {}
}
