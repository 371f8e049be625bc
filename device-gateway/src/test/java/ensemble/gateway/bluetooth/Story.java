package ensemble.gateway.bluetooth;

import ensemble.contract.id.OutputId;
import ensemble.gateway.bluetooth.BluetoothSettings.AdapterSetting;
import ensemble.gateway.bluetooth.BluetoothSettings.CodecWish;
import ensemble.gateway.bluetooth.BluetoothSettings.EchoSetting;
import ensemble.gateway.bluetooth.BluetoothSettings.SpeakerSetting;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** A box with Bluetooth in virtual time: looks ten times a second (once in long waits), lets operations end, counts what was begun. */
final class Story {
    static final Address BUILT_IN = new Address("B8:27:EB:00:00:01");
    static final Address DONGLE = new Address("D0:00:00:00:00:02");

    final FakeRadio radio = new FakeRadio();
    final Map<Address, AdapterSetting> adapters = new HashMap<>();
    final Map<OutputId, SpeakerSetting> speakers = new LinkedHashMap<>();
    final Set<OutputId> wanted = new HashSet<>();
    final Set<OutputId> sounding = new HashSet<>();
    final Set<OutputId> sinks = new HashSet<>();
    final BluetoothDesk desk = new BluetoothDesk(() -> {});
    Optional<EchoSetting> echo = Optional.empty();
    Optional<Boolean> programSounds = Optional.empty();
    Optional<BluetoothKeeper> keeper = Optional.empty();
    BluetoothView view;
    long now = 1_000_000_000_000L;
    long seed = 7;
    boolean settling = true;
    final java.util.List<BluetoothEvent> events = new java.util.ArrayList<>();
    final java.util.List<BluetoothView.VolumeTurn> turns = new java.util.ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    Story() {}

    OutputId kept(String name, FakeRadio.Speaker speaker) {
        return add(name, new SpeakerSetting(speaker.address, Optional.empty(), OptionalInt.empty()));
    }

    OutputId released(String name, FakeRadio.Speaker speaker, int minutes) {
        return add(name, new SpeakerSetting(speaker.address, Optional.empty(), OptionalInt.of(minutes)));
    }

    OutputId add(String name, SpeakerSetting setting) {
        OutputId output = new OutputId(name);
        speakers.put(output, setting);
        return output;
    }

    void look() {
        BluetoothKeeper running = keeper.orElseGet(() -> new BluetoothKeeper(
                new BluetoothSettings(adapters, speakers, echo, CodecWish.ALIKE), radio, desk, new Random(seed), now));
        keeper = Optional.of(running);
        view = running.look(new Surroundings(wanted, sounding, sinks, true, 0, programSounds), now);
        events.addAll(view.events());
        turns.addAll(view.turns());
    }

    void pass(double seconds) {
        double stride = seconds > 600 ? 1 : 0.1;
        for (long left = Math.round(seconds / stride); left > 0; left--) {
            look();
            now += Math.round(stride * 1e9);
            if (settling) {
                radio.settle();
            }
        }
    }

    /** @return seconds until it was so */
    double until(String what, double atMost, BooleanSupplier so) {
        long start = now;
        while (!so.getAsBoolean()) {
            if (now - start > atMost * 1e9) {
                throw new AssertionError("not within " + atMost + " s: " + what + "; done so far " + radio.done);
            }
            pass(0.1);
        }
        return (now - start) / 1e9;
    }

    long count(Class<? extends RadioCommand> kind) {
        return radio.done.stream().filter(kind::isInstance).count();
    }

    SpeakerHealth.State state(OutputId output) {
        SpeakerHealth health = view.speakers().get(output);
        if (health == null) {
            throw new AssertionError("nothing is told of " + output);
        }
        return health.state();
    }

    boolean finds(Finding.Kind kind) {
        return view.findings().stream().anyMatch(finding -> finding.kind() == kind);
    }

    String sentence(Finding.Kind kind) {
        return view.findings().stream()
                .filter(finding -> finding.kind() == kind)
                .map(Finding::toString)
                .findFirst()
                .orElse("nothing");
    }
}
