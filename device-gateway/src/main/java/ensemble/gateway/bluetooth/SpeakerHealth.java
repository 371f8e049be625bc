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
 * @param drops how often its link broke in the last 24 hours, not by our doing
 * @param selfStandby it is known to switch itself off when it has had no sound for a while
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
        OptionalInt rssiDbm,
        OptionalInt drops,
        boolean selfStandby) {
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
            OutputId output, Optional<DeviceFacts> device, DeviceKeeper keeper, boolean room, long nowNanos) {
        return new SpeakerHealth(
                output,
                state(device, keeper.link(), room, keeper.silent(nowNanos)),
                device.map(DeviceFacts::name),
                device.map(DeviceFacts::batteryPercent).orElse(OptionalInt.empty()),
                keeper.batteryLow(),
                device.flatMap(DeviceFacts::transport).map(TransportFacts::codec),
                device.flatMap(DeviceFacts::transport)
                        .map(TransportFacts::delayTenthsMillis)
                        .orElse(OptionalInt.empty()),
                device.flatMap(DeviceFacts::modalias),
                device.map(DeviceFacts::rssiDbm).orElse(OptionalInt.empty()),
                OptionalInt.of(keeper.drops(nowNanos)),
                keeper.standbyMinutes().isPresent());
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
                OptionalInt.empty(),
                OptionalInt.empty(),
                false);
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
