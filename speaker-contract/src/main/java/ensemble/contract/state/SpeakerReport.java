package ensemble.contract.state;

import ensemble.contract.value.DelayMicros;
import ensemble.contract.value.Gain;
import ensemble.contract.value.Role;
import ensemble.contract.value.Volume;

/**
 * What a hub says of one speaker.
 *
 * @param connected whether its output is there and takes sound
 * @param playing whether it is heard now: its gain has reached the sink
 * @param volume the volume it carries or will carry when it plays
 * @param muted whether its gain is held at silence
 * @param role the part of the program it carries
 * @param gain what the mixer applies at full ramp, volume and trims together, mute left out
 * @param delay what the mixer adds
 */
public record SpeakerReport(
        boolean connected, boolean playing, Volume volume, boolean muted, Role role, Gain gain, DelayMicros delay) {}
