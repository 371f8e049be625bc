package ensemble.gateway.link;

import ensemble.contract.state.LinkAsk;
import ensemble.contract.value.LinkCode;
import ensemble.contract.value.LinkKey;
import java.util.Optional;

/** How far linking has come at this box. Times are elapsed nanoseconds. */
sealed interface Phase {
    /**
     * Nothing is shown.
     *
     * @param ending what became of the last try; empty before the first
     * @param ask the question of that try; empty if none was put
     */
    record Closed(Optional<Ending> ending, Optional<LinkAsk> ask) implements Phase {
        static final Closed NEVER_TRIED = new Closed(Optional.empty(), Optional.empty());

        static Closed after(Ending ending, LinkAsk ask) {
            return new Closed(Optional.of(ending), Optional.of(ask));
        }
    }

    /** The code is shown, and may be said to Alexa until then. */
    record Open(LinkCode code, LinkKey key, long untilNanos) implements Phase {}

    /** Somebody has said the code; whoever is at the box may answer until then. */
    record Asked(LinkAsk ask, long untilNanos) implements Phase {}

    /**
     * Somebody at the box has said yes; the house is to come until then.
     *
     * @param houseBefore the number of the house that the box had; a newer one is the new house
     */
    record Confirmed(LinkAsk ask, long houseBefore, long untilNanos) implements Phase {}

    /** What became of a try. */
    enum Ending {
        LINKED("linked"),
        REFUSED("refused"),
        /** Nobody at the box answered in time. */
        LATE("late"),
        /** Nobody said the code in time. */
        UNUSED("unused"),
        /** Yes was said here, and no house came. */
        UNFINISHED("unfinished");

        private final String wire;

        Ending(String wire) {
            this.wire = wire;
        }

        /** As the page spells it. */
        String wire() {
            return wire;
        }
    }
}
