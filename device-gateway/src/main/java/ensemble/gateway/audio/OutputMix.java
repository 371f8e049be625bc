package ensemble.gateway.audio;

import ensemble.contract.value.DelayMicros;
import ensemble.contract.value.Gain;
import ensemble.contract.value.Role;

/**
 * How one output plays the program.
 *
 * @param gain volume and trim together
 * @param role which part of the stereo program
 * @param delay added so that it arrives together with the slowest output
 * @param delayPpm how fast that delay grows from when the mixer takes it up, microseconds a second, -200 to 200; the same
 *     wish given again goes on from where it is. Follows a speaker whose own clock runs apart from the others'
 */
public record OutputMix(Gain gain, Role role, DelayMicros delay, double delayPpm) {
    public static final double MOST_PPM = 200;

    /** @throws IllegalArgumentException for a growth outside its range */
    public OutputMix {
        if (!(Math.abs(delayPpm) <= MOST_PPM)) {
            throw new IllegalArgumentException("a delay grows by at most 200 ppm, not " + delayPpm);
        }
    }

    /** With a delay that stays. */
    public OutputMix(Gain gain, Role role, DelayMicros delay) {
        this(gain, role, delay, 0);
    }
}
