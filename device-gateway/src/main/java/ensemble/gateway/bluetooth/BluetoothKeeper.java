package ensemble.gateway.bluetooth;

import ensemble.contract.id.OutputId;
import ensemble.gateway.bluetooth.DeviceKeeper.Situation;
import ensemble.gateway.bluetooth.RadioCommand.Connect;
import ensemble.gateway.bluetooth.RadioCommand.Disconnect;
import ensemble.gateway.bluetooth.RadioCommand.Pair;
import ensemble.gateway.bluetooth.TransportFacts.Direction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * Makes Bluetooth as the configuration wants it: facts in, at most one operation for each radio out. Looking twice at the
 * same facts begins nothing new. One thread.
 */
public final class BluetoothKeeper {
    // for the process
    private final BluetoothSettings settings;
    private final Radio radio;
    private final BluetoothDesk desk;
    private final Backoff backoff;
    private final long startNanos;
    private final PairingHours hours = new PairingHours();
    private final Wants wants = new Wants();
    private final Findings findings = new Findings();
    private final Happenings happenings = new Happenings();

    // what earlier looks left behind
    private final Map<Address, DeviceKeeper> keepers = new LinkedHashMap<>();
    private final Map<Address, RadioQueue> queues = new TreeMap<>();
    private long operations;
    private boolean searchedAtStart;

    /** @param random where the scatter of reconnecting comes from */
    public BluetoothKeeper(
            BluetoothSettings settings, Radio radio, BluetoothDesk desk, RandomGenerator random, long nowNanos) {
        this.settings = settings;
        this.radio = radio;
        this.desk = desk;
        this.backoff = new Backoff(random);
        this.startNanos = nowNanos;
    }

    /** Looks once. */
    public BluetoothView look(Surroundings around, long nowNanos) {
        radio.ended().forEach(outcome -> ended(outcome, nowNanos));
        RadioFacts facts = radio.facts();
        if (!(facts.service() instanceof RadioFacts.Service.Up)) {
            radio.admit(Admission.NOBODY);
            return findings.without(settings, facts.service());
        }
        Optional<Address> echo = Echoes.of(settings, facts);
        desk.take().forEach(request -> serve(request, facts, echo, nowNanos));
        Places places = Places.of(facts, settings, asks(facts, echo, around, nowNanos));
        searchAtStart(places, around, nowNanos);
        Map<Address, Situation> situations = new LinkedHashMap<>();
        for (Places.Ask ask : places.asks()) {
            if (!ask.device().equals(Places.ECHO_TO_COME)) {
                Situation situation = situation(ask, places, echo, around, nowNanos);
                situations.put(ask.device(), situation);
                happenings.take(
                        settings.output(ask.device()),
                        situation,
                        keeper(ask.device(), echo, nowNanos).see(situation, nowNanos));
            }
        }
        begin(choose(places, situations, echo, nowNanos), echo, nowNanos);
        return findings.view(settings, places, echo, keepers, around, happenings.take(), nowNanos);
    }

    /** The Echo first: without it there is nothing to play. Then what shall sound, then what is connected, then the rest. */
    private List<Places.Ask> asks(RadioFacts facts, Optional<Address> echo, Surroundings around, long nowNanos) {
        List<Places.Ask> speakers = new ArrayList<>();
        Map<Address, Integer> rank = new HashMap<>();
        settings.speakers().forEach((output, speaker) -> {
            boolean playing = around.wanted().contains(output);
            boolean connected = facts.connected(speaker.address()).isPresent();
            boolean wanted = wants.wanted(output, speaker, playing, connected, nowNanos);
            rank.put(speaker.address(), playing ? 0 : connected ? 1 : 2);
            speakers.add(new Places.Ask(speaker.address(), Optional.empty(), wanted));
        });
        speakers.sort(java.util.Comparator.comparing(ask -> rank.getOrDefault(ask.device(), 2)));
        settings.echo()
                .ifPresent(setting ->
                        speakers.addFirst(new Places.Ask(echo.orElse(Places.ECHO_TO_COME), setting.adapter(), true)));
        return speakers;
    }

    private void searchAtStart(Places places, Surroundings around, long nowNanos) {
        if (searchedAtStart) {
            return;
        }
        searchedAtStart = true;
        boolean incomplete = places.asks().stream()
                .anyMatch(ask -> places.facts().known(ask.device()).stream().noneMatch(DeviceFacts::paired));
        if (incomplete && around.sounding().isEmpty()) {
            long until = nowNanos + PairingHours.AFTER_START_NANOS;
            hours.search(until);
            if (settings.echo().isPresent() && places.asks().getFirst().device().equals(Places.ECHO_TO_COME)) {
                hours.openWindow(until);
            }
        }
    }

    private Situation situation(
            Places.Ask ask, Places places, Optional<Address> echo, Surroundings around, long nowNanos) {
        Optional<DeviceFacts> here =
                places.radioOf(ask.device()).flatMap(where -> places.facts().device(where, ask.device()));
        boolean isEcho = echo.equals(Optional.of(ask.device()));
        Optional<OutputId> output = settings.output(ask.device());
        boolean playing = isEcho || output.filter(around.wanted()::contains).isPresent();
        boolean sounding = isEcho
                ? here.flatMap(DeviceFacts::player)
                        .filter(player -> player.status() == PlayerFacts.Status.PLAYING)
                        .isPresent()
                : output.filter(around.sounding()::contains).isPresent();
        return new Situation(
                here,
                places.mayUse(ask.device()),
                ask.wanted(),
                playing,
                sounding,
                !isEcho && hours.searching(nowNanos),
                places.facts().version().filter(BluezVersion::idleIsDoubtful).isPresent());
    }

    private DeviceKeeper keeper(Address device, Optional<Address> echo, long nowNanos) {
        Direction direction = echo.equals(Optional.of(device)) ? Direction.FROM_SOURCE : Direction.TO_SPEAKER;
        return keepers.computeIfAbsent(
                device,
                address -> new DeviceKeeper(
                        address, direction, backoff, nowNanos == startNanos ? keepers.size() : 0, nowNanos));
    }

    /** One command for each free radio that has something to do. */
    private Map<Address, RadioCommand> choose(
            Places places, Map<Address, Situation> situations, Optional<Address> echo, long nowNanos) {
        Map<Address, RadioCommand> chosen = new TreeMap<>();
        for (AdapterFacts adapter : places.facts().adapters()) {
            RadioQueue queue = queues.computeIfAbsent(adapter.address(), any -> new RadioQueue());
            if (queue.free(nowNanos)) {
                boolean window = hours.windowOpen(nowNanos) && windowAt(adapter, places, echo);
                queue.next(adapter, window, hours.searching(nowNanos), nowNanos)
                        .or(() -> otherHalf(adapter, places.facts()))
                        .or(() -> forDevices(adapter, places, situations, nowNanos))
                        .ifPresent(command -> chosen.put(adapter.address(), command));
            }
        }
        return chosen;
    }

    private static boolean windowAt(AdapterFacts adapter, Places places, Optional<Address> echo) {
        return places.radioOf(echo.orElse(Places.ECHO_TO_COME))
                .filter(adapter.address()::equals)
                .isPresent();
    }

    private Optional<RadioCommand> otherHalf(AdapterFacts adapter, RadioFacts facts) {
        return settings.speakers().values().stream()
                .flatMap(speaker -> speaker.otherHalf().stream())
                .filter(half -> facts.device(adapter.address(), half)
                        .filter(DeviceFacts::connected)
                        .isPresent())
                .findFirst()
                .map(Disconnect::new);
    }

    private Optional<RadioCommand> forDevices(
            AdapterFacts adapter, Places places, Map<Address, Situation> situations, long nowNanos) {
        for (Map.Entry<Address, Situation> entry : situations.entrySet()) {
            DeviceKeeper keeper = keepers.get(entry.getKey());
            boolean here = entry.getValue()
                    .here()
                    .filter(device -> device.adapter().equals(adapter.address()))
                    .isPresent();
            if (keeper != null && here) {
                Optional<RadioCommand> next = keeper.next(entry.getValue(), nowNanos);
                boolean takesRoom = next.filter(command -> command instanceof Connect || command instanceof Pair)
                        .isPresent();
                if (next.isPresent() && (!takesRoom || places.hasRoom(adapter.address()))) {
                    return next;
                }
            }
        }
        return Optional.empty();
    }

    private void begin(Map<Address, RadioCommand> chosen, Optional<Address> echo, long nowNanos) {
        Set<Address> pairing = new HashSet<>();
        queues.values()
                .forEach(queue -> queue.underWay().map(Operation::command).ifPresent(pairing(pairing)));
        chosen.values().forEach(pairing(pairing));
        radio.admit(hours.admission(echo, pairing, nowNanos));
        chosen.forEach((adapter, command) -> {
            Operation operation = new Operation(++operations, adapter, command);
            RadioQueue queue = queues.get(adapter);
            if (queue != null) {
                queue.begin(operation);
            }
            if (command instanceof RadioCommand.WithDevice with && keepers.containsKey(with.device())) {
                keepers.get(with.device()).begun(command, nowNanos);
            }
            radio.begin(operation);
        });
    }

    private static java.util.function.Consumer<RadioCommand> pairing(Set<Address> devices) {
        return command -> {
            if (command instanceof Pair(Address device)) {
                devices.add(device);
            }
        };
    }

    private void ended(Outcome outcome, long nowNanos) {
        RadioQueue queue = queues.get(outcome.operation().adapter());
        if (queue != null) {
            queue.ended(nowNanos);
        }
        if (outcome.operation().command() instanceof RadioCommand.WithDevice with) {
            DeviceKeeper keeper = keepers.get(with.device());
            if (keeper != null) {
                keeper.ended(outcome, nowNanos);
            }
        }
    }

    /** Until when an Echo can pair, elapsed nanoseconds; empty = it cannot now. */
    public OptionalLong windowUntil(long nowNanos) {
        return hours.windowUntil(nowNanos);
    }

    /** Until when speakers are looked for, elapsed nanoseconds; empty = they are not. */
    public OptionalLong searchUntil(long nowNanos) {
        return hours.searchUntil(nowNanos);
    }

    private void serve(PersonRequest request, RadioFacts facts, Optional<Address> echo, long nowNanos) {
        switch (request) {
            case PersonRequest.OpenWindow(var howLong) -> hours.openWindow(nowNanos + howLong.toNanos());
            case PersonRequest.CloseWindow() -> hours.closeWindow();
            case PersonRequest.Search(var howLong) -> hours.search(nowNanos + howLong.toNanos());
            case PersonRequest.TryAgain(Address device) -> {
                DeviceKeeper keeper = keepers.get(device);
                if (keeper != null) {
                    keeper.begin(nowNanos);
                }
            }
            case PersonRequest.Forget(Address device) ->
                facts.known(device).forEach(known -> ask(known.adapter(), new RadioCommand.Remove(device)));
            case PersonRequest.PressKey(RadioCommand.Key key) ->
                echo.flatMap(facts::connected)
                        .ifPresent(device -> ask(device.adapter(), new RadioCommand.Press(device.address(), key)));
        }
        queues.values().forEach(RadioQueue::hoursChanged);
    }

    private void ask(Address adapter, RadioCommand command) {
        queues.computeIfAbsent(adapter, any -> new RadioQueue()).ask(command);
    }
}
