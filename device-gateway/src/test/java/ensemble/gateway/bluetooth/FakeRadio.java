package ensemble.gateway.bluetooth;

import ensemble.gateway.bluetooth.RadioCommand.Connect;
import ensemble.gateway.bluetooth.RadioCommand.ConnectProfile;
import ensemble.gateway.bluetooth.RadioCommand.Disconnect;
import ensemble.gateway.bluetooth.RadioCommand.DisconnectProfile;
import ensemble.gateway.bluetooth.RadioCommand.Discover;
import ensemble.gateway.bluetooth.RadioCommand.Pair;
import ensemble.gateway.bluetooth.RadioCommand.Power;
import ensemble.gateway.bluetooth.RadioCommand.Press;
import ensemble.gateway.bluetooth.RadioCommand.Remove;
import ensemble.gateway.bluetooth.RadioCommand.SetVolume;
import ensemble.gateway.bluetooth.RadioCommand.Trust;
import ensemble.gateway.bluetooth.RadioCommand.Visible;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/**
 * Radios and speakers that behave, and are stricter than real ones: a second operation on a busy radio, a stream beyond what
 * a radio bears, or a device that it has never met fails the test. Operations end when the test says so.
 */
final class FakeRadio implements Radio {
    private final Map<Address, Box> adapters = new TreeMap<>();
    private final Map<Address, Speaker> speakers = new TreeMap<>();
    private final Map<Address, Operation> underWay = new TreeMap<>();
    private final List<Outcome> outcomes = new ArrayList<>();
    final List<RadioCommand> done = new ArrayList<>();
    Admission admission = Admission.NOBODY;
    boolean away;
    boolean silentSoFar;
    String modalias = "usb:v1D6Bp0246d054F";

    /** A radio of the box. */
    final class Box {
        final Address address;
        final AdapterKind kind;
        final int bears;
        boolean powered = true;
        boolean discovering;
        boolean discoverable;

        Box(Address address, AdapterKind kind, int bears) {
            this.address = address;
            this.kind = kind;
            this.bears = bears;
        }

        AdapterFacts facts() {
            return new AdapterFacts(
                    address,
                    "hci" + List.copyOf(adapters.keySet()).indexOf(address),
                    kind,
                    powered,
                    discovering,
                    discoverable,
                    discoverable,
                    Modalias.parse(modalias));
        }
    }

    /** A device in the house. */
    static final class Speaker {
        final Address address;
        final boolean source;
        String name;
        Set<Address> pairedWith = new java.util.TreeSet<>();
        Set<Address> trustedBy = new java.util.TreeSet<>();
        Optional<Address> connectedTo = Optional.empty();
        boolean on = true;
        boolean pairingMode;
        boolean channel = true;
        boolean opensChannelWhenAsked = true;
        boolean forgotTheKey;
        Codec codec = Codec.SBC;
        TransportFacts.State state = TransportFacts.State.ACTIVE;
        OptionalInt volume = OptionalInt.of(80);
        OptionalInt battery = OptionalInt.empty();
        Optional<PlayerFacts> player = Optional.empty();

        Speaker(Address address, boolean source, String name) {
            this.address = address;
            this.source = source;
            this.name = name;
        }

        /** The speaker itself calls the box. */
        void calls(Address radio) {
            connectedTo = Optional.of(radio);
        }

        void drops() {
            connectedTo = Optional.empty();
        }
    }

    Box adapter(String address, AdapterKind kind, int bears) {
        Box box = new Box(new Address(address), kind, bears);
        adapters.put(box.address, box);
        return box;
    }

    Speaker speaker(String address, Address... paired) {
        return device(address, false, "speaker " + address.charAt(16), paired);
    }

    Speaker echo(String address, Address... paired) {
        return device(address, true, "Echo Dot", paired);
    }

    private Speaker device(String address, boolean source, String name, Address... paired) {
        Speaker speaker = new Speaker(new Address(address), source, name);
        speaker.pairedWith.addAll(List.of(paired));
        speaker.trustedBy.addAll(List.of(paired));
        speakers.put(speaker.address, speaker);
        return speaker;
    }

    void unplug(Address adapter) {
        adapters.remove(adapter);
        speakers.values().stream()
                .filter(speaker -> speaker.connectedTo.equals(Optional.of(adapter)))
                .forEach(Speaker::drops);
    }

    @Override
    public RadioFacts facts() {
        if (silentSoFar) {
            return RadioFacts.asked();
        }
        if (away) {
            return RadioFacts.away("a test took it away");
        }
        List<DeviceFacts> devices = new ArrayList<>();
        speakers.values().forEach(speaker -> adapters.values().stream()
                .filter(box -> speaker.pairedWith.contains(box.address) || (box.discovering && speaker.pairingMode))
                .forEach(box -> devices.add(facts(speaker, box))));
        devices.sort(Comparator.comparing(DeviceFacts::address).thenComparing(DeviceFacts::adapter));
        return new RadioFacts(
                new RadioFacts.Service.Up(),
                adapters.values().stream().map(Box::facts).toList(),
                devices);
    }

    private static DeviceFacts facts(Speaker speaker, Box box) {
        boolean connected = speaker.connectedTo.equals(Optional.of(box.address));
        TransportFacts.Direction direction =
                speaker.source ? TransportFacts.Direction.FROM_SOURCE : TransportFacts.Direction.TO_SPEAKER;
        return new DeviceFacts(
                speaker.address,
                box.address,
                speaker.name,
                Optional.empty(),
                Set.of(speaker.source ? Profile.AUDIO_SOURCE : Profile.AUDIO_SINK),
                speaker.pairedWith.contains(box.address),
                speaker.trustedBy.contains(box.address),
                connected,
                connected,
                Optional.empty(),
                speaker.battery,
                speaker.pairingMode && box.discovering ? OptionalInt.of(-50) : OptionalInt.empty(),
                Set.of(Codec.SBC),
                connected && speaker.channel
                        ? Optional.of(new TransportFacts(
                                direction, speaker.state, speaker.codec, OptionalInt.of(1500), speaker.volume))
                        : Optional.empty(),
                connected ? speaker.player : Optional.empty());
    }

    @Override
    public void begin(Operation operation) {
        Operation other = underWay.putIfAbsent(operation.adapter(), operation);
        if (other != null) {
            throw new AssertionError("two at once: " + other + " and " + operation);
        }
    }

    Optional<RadioCommand> underWay(Address adapter) {
        return Optional.ofNullable(underWay.get(adapter)).map(Operation::command);
    }

    /** Ends everything that is under way as the devices let it end. */
    void settle() {
        List.copyOf(underWay.keySet()).forEach(this::settle);
    }

    void settle(Address adapter) {
        Operation operation = underWay.remove(adapter);
        if (operation != null) {
            outcomes.add(new Outcome(operation, carryOut(operation)));
            done.add(operation.command());
        }
    }

    private static Optional<RadioFailure> failure(RadioFailure.Kind kind) {
        return Optional.of(new RadioFailure(kind, "fake"));
    }

    private Optional<RadioFailure> carryOut(Operation operation) {
        Box box = adapters.get(operation.adapter());
        if (away) {
            return failure(RadioFailure.Kind.SERVICE_AWAY);
        }
        if (box == null) {
            return failure(RadioFailure.Kind.RADIO_OFF);
        }
        switch (operation.command()) {
            case Power _ -> box.powered = true;
            case Discover(boolean on) -> box.discovering = on;
            case Visible(boolean on) -> box.discoverable = on;
            case Pair(Address device) -> {
                if (!admission.named().contains(device)) {
                    throw new AssertionError(device + " is paired without being admitted");
                }
                if (!here(device).pairingMode) {
                    return failure(RadioFailure.Kind.NOT_ANSWERING);
                }
                here(device).pairedWith.add(box.address);
                here(device).pairingMode = false;
            }
            case Trust(Address device) -> here(device).trustedBy.add(box.address);
            case Connect(Address device) -> {
                return connect(here(device), box);
            }
            case Disconnect(Address device) -> here(device).drops();
            case ConnectProfile(Address device, Profile _) ->
                here(device).channel |= here(device).opensChannelWhenAsked;
            case DisconnectProfile(Address device, Profile _) -> here(device).channel = false;
            case Remove(Address device) -> {
                here(device).pairedWith.remove(box.address);
                here(device).drops();
            }
            case Press _ -> {}
            case SetVolume(Address device, int volume) -> here(device).volume = OptionalInt.of(volume);
        }
        return Optional.empty();
    }

    private Speaker here(Address device) {
        Speaker speaker = speakers.get(device);
        if (speaker == null) {
            throw new AssertionError("no device " + device);
        }
        return speaker;
    }

    private Optional<RadioFailure> connect(Speaker speaker, Box box) {
        if (!speaker.pairedWith.contains(box.address)) {
            throw new AssertionError(speaker.address + " is called on a radio with which it is not paired");
        }
        if (!speaker.on) {
            return failure(RadioFailure.Kind.NOT_ANSWERING);
        }
        if (speaker.forgotTheKey) {
            return failure(RadioFailure.Kind.NOT_PAIRED);
        }
        speaker.connectedTo = Optional.of(box.address);
        long used = streams(box.address);
        if (used > box.bears) {
            throw new AssertionError(used + " streams on " + box.address + ", which bears " + box.bears);
        }
        return Optional.empty();
    }

    long streams(Address adapter) {
        return speakers.values().stream()
                .filter(speaker -> speaker.connectedTo.equals(Optional.of(adapter)))
                .count();
    }

    @Override
    public List<Outcome> ended() {
        List<Outcome> all = List.copyOf(outcomes);
        outcomes.clear();
        return all;
    }

    @Override
    public void admit(Admission now) {
        admission = now;
    }

    @Override
    public void close() {}
}
