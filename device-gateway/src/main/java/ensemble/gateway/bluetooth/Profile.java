package ensemble.gateway.bluetooth;

import java.util.Locale;
import java.util.Optional;

/** The services of a device that matter here, by their assigned number. */
public enum Profile {
    /** Plays what it is sent: a speaker. */
    AUDIO_SINK("110b"),
    /** Sends what it plays: an Echo, a phone. */
    AUDIO_SOURCE("110a"),
    REMOTE_CONTROL_TARGET("110c"),
    REMOTE_CONTROL("110e"),
    HANDS_FREE("111e"),
    HEADSET("1108"),
    DEVICE_INFORMATION("1200");

    private static final String BASE = "-0000-1000-8000-00805f9b34fb";

    private final String number;

    Profile(String number) {
        this.number = number;
    }

    /** The full identifier as BlueZ spells it. */
    public String uuid() {
        return "0000" + number + BASE;
    }

    static Optional<Profile> of(String uuid) {
        String wanted = uuid.toLowerCase(Locale.ROOT);
        for (Profile profile : values()) {
            if (profile.uuid().equals(wanted)) {
                return Optional.of(profile);
            }
        }
        return Optional.empty();
    }

    /** Those of a device's services that are known here. */
    public static java.util.Set<Profile> among(Iterable<String> uuids) {
        java.util.Set<Profile> found = java.util.EnumSet.noneOf(Profile.class);
        uuids.forEach(uuid -> of(uuid).ifPresent(found::add));
        return found;
    }
}
