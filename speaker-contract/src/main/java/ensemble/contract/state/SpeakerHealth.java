package ensemble.contract.state;

import java.util.OptionalInt;

/**
 * What a hub knows of one speaker's well-being; unknown is empty.
 *
 * @param trouble the most pressing one
 * @param batteryPercent 0 to 100
 * @param signalDbm received strength, below 0
 * @param drops times its link broke in the last 24 hours
 */
public record SpeakerHealth(
        SpeakerTrouble trouble, OptionalInt batteryPercent, OptionalInt signalDbm, OptionalInt drops) {
    public static final SpeakerHealth UNKNOWN =
            new SpeakerHealth(SpeakerTrouble.NONE, OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());

    /** @throws IllegalArgumentException for a battery outside 0 to 100 or a negative count */
    public SpeakerHealth {
        if (batteryPercent.isPresent() && (batteryPercent.getAsInt() < 0 || batteryPercent.getAsInt() > 100)) {
            throw new IllegalArgumentException("a battery holds 0 to 100 percent, not " + batteryPercent.getAsInt());
        }
        if (drops.isPresent() && drops.getAsInt() < 0) {
            throw new IllegalArgumentException("links break 0 times or more, not " + drops.getAsInt());
        }
    }
}
