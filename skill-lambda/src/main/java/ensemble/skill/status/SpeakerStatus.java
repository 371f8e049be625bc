package ensemble.skill.status;

import ensemble.contract.id.SpeakerId;
import ensemble.contract.state.Playback;
import ensemble.contract.value.Name;
import ensemble.contract.value.Volume;

/**
 * What may be said of one speaker.
 *
 * @param on it is heard, or will be at the end of a fade
 * @param connected it takes sound, as far as the hub last said
 * @param reachable it is connected and the hub is online
 * @param playback never unknown: a speaker that is off is stopped
 */
public record SpeakerStatus(
        SpeakerId id,
        Name name,
        boolean on,
        boolean connected,
        boolean reachable,
        Volume volume,
        boolean muted,
        Playback playback) {}
