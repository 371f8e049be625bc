package ensemble.gateway.bluetooth;

import ensemble.contract.id.OutputId;
import ensemble.gateway.bluetooth.BluetoothSettings.SpeakerSetting;
import ensemble.gateway.bluetooth.BluetoothView.EchoHealth;
import ensemble.gateway.bluetooth.BluetoothView.RadioUse;
import ensemble.gateway.bluetooth.Finding.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts into words how things stand. What must last a while before it is said is timed here. One thread. */
final class Findings {
    private final EchoWatch echoWatch = new EchoWatch();
    private final SinkWatch sinkWatch = new SinkWatch();

    /** Nothing is known of Bluetooth now. */
    BluetoothView without(BluetoothSettings settings, RadioFacts.Service service) {
        Map<OutputId, SpeakerHealth> speakers = new LinkedHashMap<>();
        settings.speakers().keySet().forEach(output -> speakers.put(output, SpeakerHealth.unknown(output)));
        List<Finding> why =
                switch (service) {
                    case RadioFacts.Service.Up _, RadioFacts.Service.Asked _ -> List.of();
                    case RadioFacts.Service.Away(String reason) -> List.of(away(reason));
                };
        return new BluetoothView(why, speakers, Optional.empty(), List.of(), List.of(), List.of());
    }

    private static Finding away(String reason) {
        return new Finding(
                Kind.SERVICE_AWAY,
                "bluetooth",
                "the Bluetooth service cannot be reached: " + reason,
                "Start it with `systemctl start bluetooth`; `check` says what else it needs.");
    }

    BluetoothView view(
            BluetoothSettings settings,
            Places places,
            Optional<Address> echo,
            Map<Address, DeviceKeeper> keepers,
            Surroundings around,
            Happenings.Gathered happened,
            long nowNanos) {
        List<Finding> all = new ArrayList<>();
        settings.echo().ifPresent(setting -> echoWatch
                .see(places.facts(), echo, around.programSounds(), nowNanos)
                .ifPresent(all::add));
        RadioFindings.of(settings, places, around).forEach(all::add);
        Map<OutputId, SpeakerHealth> speakers = new LinkedHashMap<>();
        List<Codec> codecs = new ArrayList<>();
        settings.speakers().forEach((output, speaker) -> {
            DeviceKeeper keeper = keepers.get(speaker.address());
            if (keeper == null) {
                speakers.put(output, SpeakerHealth.unknown(output));
                return;
            }
            SpeakerHealth health = health(output, speaker, places, keeper, nowNanos);
            speakers.put(output, health);
            SpeakerFindings.of(health, speaker, places, keeper).forEach(all::add);
            sinkWatch.see(health, around, nowNanos).ifPresent(all::add);
            health.codec().filter(codec -> around.wanted().contains(output)).ifPresent(codecs::add);
        });
        codecsDiffer(settings, codecs).ifPresent(all::add);
        return new BluetoothView(
                all,
                speakers,
                settings.echo().map(setting -> echoHealth(places.facts(), echo)),
                places.loads().values().stream().map(load -> use(load, places)).toList(),
                happened.events(),
                happened.turns());
    }

    private static SpeakerHealth health(
            OutputId output, SpeakerSetting speaker, Places places, DeviceKeeper keeper, long nowNanos) {
        return SpeakerHealth.of(
                output,
                places.radioOf(speaker.address())
                        .flatMap(radio -> places.facts().device(radio, speaker.address())),
                keeper,
                !places.assignment().refused().contains(speaker.address()),
                nowNanos);
    }

    private static Optional<Finding> codecsDiffer(BluetoothSettings settings, List<Codec> codecs) {
        if (codecs.stream().distinct().count() < 2) {
            return Optional.empty();
        }
        String names = String.join(
                " and ", codecs.stream().distinct().map(Codec::spoken).sorted().toList());
        Codec wanted = CodecRule.forGroup(
                settings.codec(), codecs.stream().map(java.util.Set::of).toList());
        return Optional.of(new Finding(
                Kind.CODECS_DIFFER,
                "bluetooth",
                "speakers that play together use different codecs, " + names + ", which are late by different times",
                "Set the audio server to " + wanted.spoken() + " for all of them, then line them up again."));
    }

    private static EchoHealth echoHealth(RadioFacts facts, Optional<Address> echo) {
        Optional<DeviceFacts> device = echo.flatMap(address ->
                facts.connected(address).or(() -> facts.known(address).stream().findFirst()));
        return new EchoHealth(
                device.map(DeviceFacts::name).orElse("the Echo"),
                device.filter(DeviceFacts::connected).isPresent(),
                device.flatMap(DeviceFacts::player));
    }

    private static RadioUse use(Load load, Places places) {
        Address radio = load.adapter().address();
        List<Address> assigned = places.assignment().radioOf().entrySet().stream()
                .filter(place -> place.getValue().equals(radio))
                .map(Map.Entry::getKey)
                .toList();
        return new RadioUse(load.adapter(), places.connected(radio) + load.strangers(), load.capacity(), assigned);
    }
}
