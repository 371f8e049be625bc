package ensemble.skill.command;

import ensemble.contract.id.GroupId;
import ensemble.contract.id.SpeakerId;

/** What a command is about. */
public sealed interface Subject {
    record OfGroup(GroupId id) implements Subject {}

    /** One speaker, and with it those that share its output: they play as one. */
    record OfSpeaker(SpeakerId id) implements Subject {}

    /** Whatever plays, or the box itself; for acts that have no smaller subject. */
    record Whole() implements Subject {}

    static Subject of(GroupId group) {
        return new OfGroup(group);
    }

    static Subject of(SpeakerId speaker) {
        return new OfSpeaker(speaker);
    }

    static Subject whole() {
        return new Whole();
    }

    /** As a ticket names it; empty for the whole box. */
    default String ticketed() {
        return switch (this) {
            case OfGroup group -> group.id().value();
            case OfSpeaker speaker -> speaker.id().value();
            case Whole whole -> "";
        };
    }
}
