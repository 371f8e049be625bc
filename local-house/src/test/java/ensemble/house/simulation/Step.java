package ensemble.house.simulation;

import ensemble.contract.id.GroupId;
import java.util.Optional;

/** Something that happens to the house at a moment. */
record Step(long atMillis, What what) {
    /** How something is asked for. */
    enum Saying {
        TURN_ON,
        TURN_OFF,
        PLAY,
        EVERYWHERE,
        STOP_ALL
    }

    /** How a service misbehaves. */
    enum Trouble {
        /** Refuses before anything is done. */
        REFUSES,
        /** Does it, but its answer is lost. */
        LOSES_ANSWERS
    }

    sealed interface What {}

    /**
     * A person asks.
     *
     * @param byVoice through the custom skill; otherwise by smart home
     * @param again milliseconds until the same request is delivered once more, 0 = never
     */
    record Ask(String id, boolean byVoice, Saying saying, GroupId group, long again) implements What {}

    /**
     * The hub's connection breaks.
     *
     * @param unnoticedMillis how long both ends believe it still stands
     */
    record LinkBreaks(long forMillis, long unnoticedMillis) implements What {}

    /** Reports take so much longer. */
    record SlowHub(long forMillis, long delayMillis) implements What {}

    record PowerCut(long forMillis) implements What {}

    /** The power goes while the hub keeps what it decided. */
    record PowerCutWhileKeeping(boolean kept, long forMillis) implements What {}

    record ServerDown(long forMillis) implements What {}

    record SpeakerAway(String speaker, long forMillis) implements What {}

    /** The next calls of the store go wrong. */
    record StoreTrouble(Trouble trouble, int calls) implements What {}

    /** The next calls of the shadow service go wrong. */
    record ShadowTrouble(Trouble trouble, int calls) implements What {}

    Optional<Ask> ask() {
        return what instanceof Ask ask ? Optional.of(ask) : Optional.empty();
    }
}
