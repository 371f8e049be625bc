package ensemble.contract.state;

import ensemble.contract.value.Role;
import ensemble.contract.value.Volume;

/**
 * What is wished of one speaker. A speaker that is off keeps the volume and the role it had, for when it is wanted again.
 *
 * @param on whether it is to be heard
 * @param volume how loud, also while off
 * @param muted kept apart from the volume so that unmuting restores it
 * @param role from the group last commanded
 */
public record SpeakerWish(boolean on, Volume volume, boolean muted, Role role) {
    /** A speaker nobody has asked for yet. */
    public static final SpeakerWish UNTOUCHED = new SpeakerWish(false, new Volume(80), false, Role.STEREO);

    public SpeakerWish turned(boolean nowOn) {
        return new SpeakerWish(nowOn, volume, muted, role);
    }

    public SpeakerWish as(Role newRole) {
        return new SpeakerWish(on, volume, muted, newRole);
    }

    public SpeakerWish at(Volume newVolume) {
        return new SpeakerWish(on, newVolume, muted, role);
    }

    public SpeakerWish muted(boolean nowMuted) {
        return new SpeakerWish(on, volume, nowMuted, role);
    }
}
