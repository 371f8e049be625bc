package ensemble.gateway.bluetooth;

import ensemble.contract.id.OutputId;

/** Something that happened once. Others draw their conclusions: a calibration, a report, a person's ear. */
public sealed interface BluetoothEvent {
    OutputId output();

    /** How late the speaker is has changed with it: its calibration is stale. */
    record CodecChanged(OutputId output, Codec from, Codec to) implements BluetoothEvent {}

    /** The link is new: how late the speaker is may have moved. */
    record Connected(OutputId output) implements BluetoothEvent {}

    /** @param percent what it told, 0 to 100 */
    record BatteryLow(OutputId output, int percent) implements BluetoothEvent {}

    /** It will not be called again before it calls or a person asks. */
    record GivenUp(OutputId output, RadioFailure last) implements BluetoothEvent {}

    /** It came and went so often that it is left alone for a while. */
    record Isolated(OutputId output) implements BluetoothEvent {}
}
