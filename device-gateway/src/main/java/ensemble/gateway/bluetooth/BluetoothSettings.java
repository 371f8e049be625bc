package ensemble.gateway.bluetooth;

import ensemble.contract.id.OutputId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What the owner has said about Bluetooth on this box.
 *
 * @param adapters radios that the owner has said something about
 * @param speakers the outputs that are Bluetooth speakers; the first are served first when not all fit
 * @param echo where the sound comes from, if by Bluetooth
 * @param codec what the speakers of a group agree on
 */
public record BluetoothSettings(
        Map<Address, AdapterSetting> adapters,
        Map<OutputId, SpeakerSetting> speakers,
        Optional<EchoSetting> echo,
        CodecWish codec) {
    public BluetoothSettings {
        adapters = Map.copyOf(adapters);
        speakers = Collections.unmodifiableMap(new LinkedHashMap<>(speakers));
        Set<Address> seen = new java.util.HashSet<>();
        speakers.values().forEach(speaker -> claim(seen, speaker.address()));
        speakers.values().forEach(speaker -> speaker.otherHalf().ifPresent(half -> claim(seen, half)));
        echo.flatMap(EchoSetting::address).ifPresent(address -> claim(seen, address));
    }

    private static void claim(Set<Address> seen, Address address) {
        if (!seen.add(address)) {
            throw new IllegalArgumentException("the Bluetooth address " + address + " is used twice");
        }
    }

    /** @param streams how many it is trusted with, 1 to 7; the owner's word against the default */
    public record AdapterSetting(OptionalInt streams) {
        public AdapterSetting {
            if (streams.isPresent() && (streams.getAsInt() < 1 || streams.getAsInt() > 7)) {
                throw new IllegalArgumentException("streams is 1 to 7, not " + streams.getAsInt());
            }
        }
    }

    /**
     * @param address the speaker's, or that of the leading half of a linked pair
     * @param otherHalf the second half of a linked pair, which is never connected
     * @param releaseMinutes let go after so many minutes without being wanted, 1 to 1440; empty = kept awake
     */
    public record SpeakerSetting(Address address, Optional<Address> otherHalf, OptionalInt releaseMinutes) {
        public SpeakerSetting {
            if (releaseMinutes.isPresent() && (releaseMinutes.getAsInt() < 1 || releaseMinutes.getAsInt() > 1440)) {
                throw new IllegalArgumentException("releaseMinutes is 1 to 1440, not " + releaseMinutes.getAsInt());
            }
        }
    }

    /**
     * @param address empty until it is known: the pairing window then takes the first that asks
     * @param adapter the radio that it shall use; empty = the best free one
     */
    public record EchoSetting(Optional<Address> address, Optional<Address> adapter) {}

    public enum CodecWish {
        /** SBC for all: every speaker has it, and alike is better than good when they play together. */
        ALIKE,
        /** The best that all have. */
        BEST_COMMON
    }

    /** The device that an output is; empty if it is none of Bluetooth's. */
    public Optional<Address> address(OutputId output) {
        return Optional.ofNullable(speakers.get(output)).map(SpeakerSetting::address);
    }

    /** The output that this address belongs to. */
    Optional<OutputId> output(Address address) {
        return speakers.entrySet().stream()
                .filter(entry -> entry.getValue().address().equals(address))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
