package ensemble.skill.command;

import ensemble.contract.id.GroupId;

/** What a person wants of the set of playing speakers. Absolute: said twice, it means the same. */
public sealed interface Command {
    /** The group is heard too. */
    record TurnOn(GroupId group) implements Command {}

    /** The group's speakers fall silent; the others play on. */
    record TurnOff(GroupId group) implements Command {}

    /** The music moves there: exactly the group's speakers play. */
    record PlayOn(GroupId group) implements Command {}

    /** Every speaker of the house plays. */
    record Everywhere() implements Command {}

    /** No speaker plays. */
    record StopAll() implements Command {}

    /** Whether it can start sound, and so may not take effect late. */
    default boolean isAudible() {
        return switch (this) {
            case TurnOn on -> true;
            case PlayOn moved -> true;
            case Everywhere all -> true;
            case TurnOff off -> false;
            case StopAll none -> false;
        };
    }
}
