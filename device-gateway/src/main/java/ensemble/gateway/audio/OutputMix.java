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
 */
public record OutputMix(Gain gain, Role role, DelayMicros delay) {}
