package ensemble.gateway.bluetooth;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * One device as one adapter knows it: pairing with another adapter is another pairing.
 *
 * @param name what its owner or its maker calls it; comes from outside, so never markup and never a key
 * @param icon BlueZ's guess of its kind, as {@code audio-headphones}
 * @param resolved its services have been read in this connection
 * @param batteryPercent 0 to 100; many speakers tell it in steps of ten
 * @param rssiDbm strength at the last discovery, dBm; not told while connected
 * @param codecs what it says it can play; empty where it has not been asked
 */
public record DeviceFacts(
        Address address,
        Address adapter,
        String name,
        Optional<String> icon,
        Set<Profile> profiles,
        boolean paired,
        boolean trusted,
        boolean connected,
        boolean resolved,
        Optional<Modalias> modalias,
        OptionalInt batteryPercent,
        OptionalInt rssiDbm,
        Set<Codec> codecs,
        Optional<TransportFacts> transport,
        Optional<PlayerFacts> player) {
    public DeviceFacts {
        profiles = Set.copyOf(profiles);
        codecs = Set.copyOf(codecs);
    }

    /** Whether an audio channel in that direction is open, sounding or not. */
    boolean carries(TransportFacts.Direction direction) {
        return transport.filter(open -> open.direction() == direction).isPresent();
    }

    boolean sends() {
        return profiles.contains(Profile.AUDIO_SOURCE);
    }
}
