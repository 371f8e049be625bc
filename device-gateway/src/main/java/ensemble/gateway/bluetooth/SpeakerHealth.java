package ensemble.gateway.bluetooth;

import ensemble.contract.id.OutputId;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One Bluetooth speaker, as it may be told. What is not known is absent.
 *
 * @param delayTenthsMillis how late it says it is, in tenths of a millisecond; a first guess before any microphone
 * @param model numbers by which its maker and firmware can be told, where it tells them
 * @param rssiDbm how strong it was when it was last seen unconnected, dBm
 */
public record SpeakerHealth(
        OutputId output,
        State state,
        Optional<String> name,
        OptionalInt batteryPercent,
        boolean batteryLow,
        Optional<Codec> codec,
        OptionalInt delayTenthsMillis,
        Optional<Modalias> model,
        OptionalInt rssiDbm) {
    public enum State {
        /** Connected, with an open audio channel. */
        READY,
        /** Connected without one, or with one that carries nothing. */
        SILENT,
        /** Being called, or waiting to be called again. */
        CALLING,
        /** Let go, or in its own standby; called when it is to play. */
        ASLEEP,
        /** Left alone for a while, because it came and went. */
        ISOLATED,
        /** Called in vain for too long. */
        GIVEN_UP,
        NOT_PAIRED,
        /** No radio has room for it. */
        NO_ROOM,
        /** The Bluetooth service tells nothing. */
        UNKNOWN;

        /** For documents: lower case with hyphens. */
        public String wire() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /** From what the radio shows and what the keeper decided. Pure. */
    static SpeakerHealth of(
            OutputId output, Optional<DeviceFacts> device, LinkState link, boolean room, boolean silent, boolean low) {
        return new SpeakerHealth(
                output,
                state(device, link, room, silent),
                device.map(DeviceFacts::name),
                device.map(DeviceFacts::batteryPercent).orElse(OptionalInt.empty()),
                low,
                device.flatMap(DeviceFacts::transport).map(TransportFacts::codec),
                device.flatMap(DeviceFacts::transport)
                        .map(TransportFacts::delayTenthsMillis)
                        .orElse(OptionalInt.empty()),
                device.flatMap(DeviceFacts::modalias),
                device.map(DeviceFacts::rssiDbm).orElse(OptionalInt.empty()));
    }

    static SpeakerHealth unknown(OutputId output) {
        return new SpeakerHealth(
                output,
                State.UNKNOWN,
                Optional.empty(),
                OptionalInt.empty(),
                false,
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                OptionalInt.empty());
    }

    private static State state(Optional<DeviceFacts> device, LinkState link, boolean room, boolean silent) {
        return switch (link) {
            case LinkState.Up _ ->
                silent
                                || !device.filter(d -> d.carries(TransportFacts.Direction.TO_SPEAKER))
                                        .isPresent()
                        ? State.SILENT
                        : State.READY;
            case LinkState.Isolated _ -> State.ISOLATED;
            case LinkState.Unpaired _ -> State.NOT_PAIRED;
            case LinkState.GivenUp _ -> State.GIVEN_UP;
            case LinkState.Waiting _ -> State.CALLING;
            case LinkState.Resting _ -> room ? State.ASLEEP : State.NO_ROOM;
        };
    }
}
