package ensemble.gateway.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import ensemble.contract.id.OutputId;
import ensemble.gateway.bluetooth.Address;
import ensemble.gateway.bluetooth.BluetoothSettings;
import ensemble.gateway.bluetooth.BluetoothSettings.AdapterSetting;
import ensemble.gateway.bluetooth.BluetoothSettings.CodecWish;
import ensemble.gateway.bluetooth.BluetoothSettings.EchoSetting;
import ensemble.gateway.bluetooth.BluetoothSettings.SpeakerSetting;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The section {@code bluetooth} as it is written. Without it, Bluetooth is off. */
record BluetoothDocument(
        @Nullable @JsonProperty("adapters") Map<String, AdapterDocument> adapters,
        @Nullable @JsonProperty("speakers") Map<String, SpeakerDocument> speakers,
        @Nullable @JsonProperty("echo") EchoDocument echo,
        @Nullable @JsonProperty("codec") String codec) {

    record AdapterDocument(
            @Nullable @JsonProperty("streams") Integer streams) {}

    record SpeakerDocument(
            @Nullable @JsonProperty("address") String address,
            @Nullable @JsonProperty("otherHalf") String otherHalf,
            @Nullable @JsonProperty("releaseMinutes") Integer releaseMinutes) {}

    record EchoDocument(
            @Nullable @JsonProperty("address") String address,
            @Nullable @JsonProperty("adapter") String adapter) {}

    /** @throws IllegalArgumentException naming the setting */
    BluetoothSettings toSettings(Set<OutputId> outputs) {
        Map<Address, AdapterSetting> radios = new LinkedHashMap<>();
        if (adapters != null) {
            adapters.forEach((address, adapter) ->
                    radios.put(address("bluetooth.adapters", address), new AdapterSetting(number(adapter.streams()))));
        }
        Map<OutputId, SpeakerSetting> played = new LinkedHashMap<>();
        if (speakers != null) {
            speakers.forEach((id, speaker) -> played.put(output(id, outputs), speaker(id, speaker)));
        }
        return new BluetoothSettings(
                radios,
                played,
                Optional.ofNullable(echo)
                        .map(source -> new EchoSetting(
                                optional("bluetooth.echo.address", source.address()),
                                optional("bluetooth.echo.adapter", source.adapter()))),
                codec == null ? CodecWish.ALIKE : codecWish(codec));
    }

    private static OutputId output(String id, Set<OutputId> outputs) {
        OutputId output = new OutputId(id);
        if (!outputs.contains(output)) {
            throw new IllegalArgumentException("bluetooth.speakers names '" + id + "', which is none of the outputs");
        }
        return output;
    }

    private static SpeakerSetting speaker(String id, SpeakerDocument speaker) {
        String setting = "bluetooth.speakers." + id;
        if (speaker.address() == null) {
            throw new IllegalArgumentException("the setting '" + setting + ".address' is missing");
        }
        return new SpeakerSetting(
                address(setting + ".address", speaker.address()),
                optional(setting + ".otherHalf", speaker.otherHalf()),
                number(speaker.releaseMinutes()));
    }

    private static CodecWish codecWish(String word) {
        return switch (word) {
            case "alike" -> CodecWish.ALIKE;
            case "best-common" -> CodecWish.BEST_COMMON;
            default ->
                throw new IllegalArgumentException("bluetooth.codec is alike or best-common, not '" + word + "'");
        };
    }

    private static OptionalInt number(@Nullable Integer number) {
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    private static Optional<Address> optional(String setting, @Nullable String text) {
        return Optional.ofNullable(text).map(address -> address(setting, address));
    }

    private static Address address(String setting, String text) {
        try {
            return new Address(text);
        } catch (IllegalArgumentException refused) {
            throw new IllegalArgumentException(setting + ": " + refused.getMessage(), refused);
        }
    }
}
