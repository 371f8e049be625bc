package ensemble.sync.estimate;

import java.util.OptionalDouble;

/**
 * How one speaker is heard at the microphone.
 *
 * @param index its number in the probe, from 0
 * @param offsetMicros by how much later it is heard than speaker 0; exactly 0 for speaker 0
 * @param uncertaintyMicros k = 2; for speaker 0 that of the reference itself
 * @param levelDb by how much louder than speaker 0 music from it is heard; empty if levels were not measured
 * @param reversed whether its polarity is opposite to speaker 0's
 */
public record SpeakerArrival(
        int index, double offsetMicros, double uncertaintyMicros, OptionalDouble levelDb, boolean reversed) {}
