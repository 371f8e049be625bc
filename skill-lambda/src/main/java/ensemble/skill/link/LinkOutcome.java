package ensemble.skill.link;

import ensemble.contract.value.LinkKey;

/** What came of a code that somebody said. */
public sealed interface LinkOutcome {
    /** @param number what the box shows beside its question, too */
    record Asked(LinkKey key, int number) implements LinkOutcome {}

    /** No box waits under it: never, not any more, or for somebody else. Which of these, nobody is told. */
    record Unknown() implements LinkOutcome {}

    /** This account has tried too many. */
    record TooMany() implements LinkOutcome {}

    /** All accounts together have. */
    record Slow() implements LinkOutcome {}

    /** The box belongs to another account. */
    record Others() implements LinkOutcome {}
}
