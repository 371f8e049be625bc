package ensemble.gateway.bluetooth;

import ensemble.contract.id.OutputId;
import ensemble.gateway.bluetooth.BluetoothView.VolumeTurn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gathers what happened at a look, each thing once. One thread. */
final class Happenings {
    private final Map<OutputId, Codec> codecs = new HashMap<>();
    private final Map<OutputId, LinkState> links = new HashMap<>();
    private List<BluetoothEvent> events = new ArrayList<>();
    private List<VolumeTurn> turns = new ArrayList<>();

    /** What happened since the last time it was asked. */
    record Gathered(List<BluetoothEvent> events, List<VolumeTurn> turns) {}

    /** @param output empty for the Echo */
    void take(Optional<OutputId> output, DeviceKeeper.Situation situation, DeviceKeeper.Noticed noticed) {
        noticed.turned().ifPresent(turn -> turns.add(new VolumeTurn(output, turn.from(), turn.to())));
        output.ifPresent(speaker -> {
            situation.here().flatMap(DeviceFacts::transport).ifPresent(open -> codec(speaker, open.codec()));
            if (noticed.batteryFellLow()) {
                situation.here().ifPresent(device -> device.batteryPercent()
                        .ifPresent(percent -> events.add(new BluetoothEvent.BatteryLow(speaker, percent))));
            }
            link(speaker, noticed.link());
        });
    }

    private void codec(OutputId speaker, Codec now) {
        Codec before = codecs.put(speaker, now);
        if (before != null && before != now) {
            events.add(new BluetoothEvent.CodecChanged(speaker, before, now));
        }
    }

    private void link(OutputId speaker, LinkState now) {
        LinkState before = links.put(speaker, now);
        if (before != null && before.getClass() == now.getClass()) {
            return;
        }
        switch (now) {
            case LinkState.Up _ -> events.add(new BluetoothEvent.Connected(speaker));
            case LinkState.GivenUp(RadioFailure last) -> events.add(new BluetoothEvent.GivenUp(speaker, last));
            case LinkState.Isolated _ -> events.add(new BluetoothEvent.Isolated(speaker));
            case LinkState.Resting _, LinkState.Waiting _, LinkState.Unpaired _ -> {}
        }
    }

    Gathered take() {
        Gathered all = new Gathered(List.copyOf(events), List.copyOf(turns));
        events = new ArrayList<>();
        turns = new ArrayList<>();
        return all;
    }
}
