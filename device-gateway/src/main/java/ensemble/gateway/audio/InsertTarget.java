package ensemble.gateway.audio;

import java.util.List;

/**
 * An insert in the mixer's terms, by output number; nothing but when it began ever changes, so that one volatile reference hands
 * it over.
 */
public final class InsertTarget {
    static final long NOT_BEGUN = Long.MIN_VALUE;

    static final InsertTarget NONE = of(0, List.of(), Insert.NONE);

    final long ticket;
    final int frames;
    final Insert.Cue[][] cues;

    /** Where in the program it began; written once, by the audio thread. */
    volatile long beganAt = NOT_BEGUN;

    private InsertTarget(long ticket, int frames, Insert.Cue[][] cues) {
        this.ticket = ticket;
        this.frames = frames;
        this.cues = cues;
    }

    /** An insert for outputs in this order. */
    public static InsertTarget of(long ticket, List<String> outputs, Insert insert) {
        Insert.Cue[][] cues = outputs.stream()
                .map(node -> insert.cues().getOrDefault(node, List.of()).toArray(Insert.Cue[]::new))
                .toArray(Insert.Cue[][]::new);
        return new InsertTarget(ticket, insert.frames(), cues);
    }
}
