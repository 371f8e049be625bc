package ensemble.sync.estimate;

import java.util.List;

/**
 * What a take says.
 *
 * <p>An offset is the difference of arrival at the microphone, where the arrival of two speakers is compared by the
 * delay at which the pink-weighted (1/f, 500 Hz to 8 kHz) cross-correlation of their direct sounds is greatest: what
 * aligns music at the place where one listens. Between unlike models this differs from "latency and way through the
 * air" by some 0.1 ms, since each model has its own phase; a figure below 0.05 ms means something by this
 * definition only.
 */
public sealed interface Verdict {
    /**
     * Every gate was passed.
     *
     * @param speakers in the order of the probe
     * @param micPpm how fast the microphone's clock runs against the player's; positive = fast
     */
    record Measured(List<SpeakerArrival> speakers, double micPpm) implements Verdict {
        public Measured {
            speakers = List.copyOf(speakers);
        }
    }

    /**
     * No value, rather than a doubtful one.
     *
     * @param speakers whom it is about, from 0; empty if the take as a whole
     */
    record Refused(Reason reason, List<Integer> speakers) implements Verdict {
        public Refused {
            speakers = List.copyOf(speakers);
        }

        /** About the take as a whole. */
        public static Refused of(Reason reason) {
            return new Refused(reason, List.of());
        }
    }
}
