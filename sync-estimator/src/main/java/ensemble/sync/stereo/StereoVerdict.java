package ensemble.sync.stereo;

import ensemble.sync.estimate.Reason;
import java.util.List;
import java.util.OptionalDouble;

/** What a take of the stereo test file says. Whether the two sides are swapped, it cannot say. */
public sealed interface StereoVerdict {
    /** What was found besides. */
    List<Finding> findings();

    /**
     * The two sides were measured.
     *
     * @param offsetMicros right minus left: positive = the right one is later
     * @param uncertaintyMicros k = 2
     * @param late the later side; neither if the offset is within its uncertainty
     * @param levelDb right minus left; empty if the microphone's automatic gain forbids it
     * @param tier by the offset's size
     * @param combNullHz the lowest frequency at which sounds common to both sides cancel at the microphone
     */
    record Measured(
            double offsetMicros,
            double uncertaintyMicros,
            Side late,
            OptionalDouble levelDb,
            Tier tier,
            OptionalDouble combNullHz,
            List<Finding> findings)
            implements StereoVerdict {
        public Measured {
            findings = List.copyOf(findings);
        }

        /** The articles' word for such an offset. */
        public String advice() {
            double size = Math.abs(offsetMicros);
            return size <= 1200 ? "studio-grade" : size <= 1500 ? "usable" : size <= 15_000 ? "redo" : "audible echo";
        }

        /** Which side to turn down to match levels; neither if they match or were not measured. */
        public Side turnDown() {
            if (levelDb.isEmpty() || LevelTier.of(levelDb.getAsDouble()) == LevelTier.MATCHED) {
                return Side.NEITHER;
            }
            return levelDb.getAsDouble() > 0 ? Side.RIGHT : Side.LEFT;
        }
    }

    /** No value, and why. */
    record Refused(Reason reason, List<Finding> findings) implements StereoVerdict {
        public Refused {
            findings = List.copyOf(findings);
        }
    }
}
