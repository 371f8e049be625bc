package ensemble.gateway.bluetooth;

import ensemble.contract.id.OutputId;
import java.util.List;
import java.util.Map;

/**
 * How Bluetooth stands, for whoever tells people.
 *
 * @param findings what a person should know, the gravest first
 * @param speakers each configured speaker
 * @param echo what the Echo says it plays, and how its link is
 * @param radios what each radio bears
 * @param events what happened since the last look
 * @param turns volumes that a person turned since the last look
 */
public record BluetoothView(
        List<Finding> findings,
        Map<OutputId, SpeakerHealth> speakers,
        java.util.Optional<EchoHealth> echo,
        List<RadioUse> radios,
        List<BluetoothEvent> events,
        List<VolumeTurn> turns) {
    public BluetoothView {
        findings = List.copyOf(findings);
        speakers = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(speakers));
        radios = List.copyOf(radios);
        events = List.copyOf(events);
        turns = List.copyOf(turns);
    }

    /**
     * A radio and who uses it.
     *
     * @param used streams in use by ours and by strangers
     * @param capacity streams that it is trusted with
     */
    public record RadioUse(AdapterFacts adapter, long used, int capacity, List<Address> assigned) {}

    /** @param player what it says it plays; empty while it says nothing */
    public record EchoHealth(String name, boolean connected, java.util.Optional<PlayerFacts> player) {}

    /**
     * A volume that a person set, at the Echo or at a speaker's own buttons.
     *
     * @param output the speaker; empty = the Echo
     * @param from before, 0 to 127
     * @param to after, 0 to 127
     */
    public record VolumeTurn(java.util.Optional<OutputId> output, int from, int to) {}
}
