package ensemble.gateway.command;

import ensemble.contract.id.GroupId;
import ensemble.contract.id.SpeakerId;
import ensemble.contract.state.Act;
import ensemble.contract.value.Volume;

/** What a person asks on the box's own page. Absolute, so that it may be said twice without harm. */
public sealed interface BoxCommand {
    /** Decided by the loop. */
    sealed interface ForTheLoop extends BoxCommand {}

    /** Changes who is heard and how loud: takes its place in the one order of wishes. */
    sealed interface Routing extends ForTheLoop {}

    /** The group is heard too, or no longer. */
    record Turn(GroupId group, boolean on) implements Routing {}

    /** The group is heard, and nobody else. */
    record Only(GroupId group) implements Routing {}

    record Everywhere() implements Routing {}

    record Nothing() implements Routing {}

    /** The group's loudest member is that loud, the others in their ratio to it. */
    record Loud(GroupId group, Volume volume) implements Routing {}

    record Mute(GroupId group, boolean muted) implements Routing {}

    /** Done once. */
    record Once(Act act, String subject) implements ForTheLoop {
        public static Once lineUp(GroupId group) {
            return new Once(Act.LINE_UP, group.value());
        }

        /** From one more place of the microphone. */
        public static Once lineUpAlso(GroupId group) {
            return new Once(Act.LINE_UP_ALSO, group.value());
        }

        public static Once identify(SpeakerId speaker) {
            return new Once(Act.IDENTIFY, speaker.value());
        }
    }

    /** Speakers are held together while music plays, or no longer. */
    record Hold(boolean on) implements BoxCommand {}

    /** Something of Bluetooth. */
    sealed interface Bluetooth extends BoxCommand {}

    /** Looks for the speakers that are not paired yet. */
    record Search() implements Bluetooth {}

    /** Lets an Echo find the box and pair, or no longer. */
    record Pairing(boolean open) implements Bluetooth {}

    /** Calls a speaker anew, given up on or not. */
    record TryAgain(SpeakerId speaker) implements Bluetooth {}

    /** Forgets a speaker's pairing. */
    record Forget(SpeakerId speaker) implements Bluetooth {}
}
