package ensemble.gateway.bluetooth;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which device of ours belongs on which radio, and how full each is. Computed anew at every look; a device that is well
 * where it is stays there.
 *
 * @param loads by the radio's address
 */
record Places(RadioFacts facts, Map<Address, Load> loads, Assignment assignment, List<Ask> asks) {
    /** Stands for an Echo that has not been paired yet: its stream is kept free for it. */
    static final Address ECHO_TO_COME = new Address("00:00:00:00:00:00");

    /**
     * A device that asks for a stream.
     *
     * @param only the one radio it may use
     * @param wanted whether it is to be connected now
     */
    record Ask(Address device, Optional<Address> only, boolean wanted) {}

    /** @param asks the most important first */
    static Places of(RadioFacts facts, BluetoothSettings settings, List<Ask> asks) {
        Map<Address, Load> loads = new TreeMap<>();
        Map<Address, Integer> room = new TreeMap<>();
        var ours = asks.stream().map(Ask::device).collect(java.util.stream.Collectors.toSet());
        for (AdapterFacts adapter : facts.adapters()) {
            Load load = Load.of(adapter, settings, facts, ours);
            loads.put(adapter.address(), load);
            room.put(adapter.address(), load.room());
        }
        List<Assignment.Request> requests = new ArrayList<>();
        asks.stream().filter(Ask::wanted).forEach(ask -> requests.add(request(facts, ask)));
        return new Places(facts, loads, Assignment.of(requests, room), List.copyOf(asks));
    }

    private static Assignment.Request request(RadioFacts facts, Ask ask) {
        List<DeviceFacts> known = facts.known(ask.device());
        return new Assignment.Request(
                ask.device(),
                known.stream()
                        .filter(DeviceFacts::connected)
                        .map(DeviceFacts::adapter)
                        .findFirst(),
                known.stream()
                        .filter(DeviceFacts::paired)
                        .map(DeviceFacts::adapter)
                        .toList(),
                ask.only());
    }

    /**
     * Where the device is dealt with now: where it is connected, until a move is possible or cannot wait; else on its
     * radio; else where it is paired. Empty for one that no radio knows and none has room for.
     */
    Optional<Address> radioOf(Address device) {
        Optional<Address> assigned = assignment.radio(device);
        Optional<Address> at = facts.connected(device).map(DeviceFacts::adapter);
        return at.or(() -> assigned).or(() -> facts.known(device).stream()
                .filter(DeviceFacts::paired)
                .map(DeviceFacts::adapter)
                .findFirst());
    }

    /** Whether it may be connected where {@link #radioOf} says, or stay there. */
    boolean mayUse(Address device) {
        Optional<Address> assigned = assignment.radio(device);
        Optional<Address> at = facts.connected(device).map(DeviceFacts::adapter);
        if (at.isEmpty()) {
            return assigned.isPresent();
        }
        if (assigned.isEmpty() || assigned.equals(at)) {
            return assigned.isPresent();
        }
        boolean pairedThere =
                facts.device(assigned.get(), device).filter(DeviceFacts::paired).isPresent();
        return !pairedThere && !crowded(at.get());
    }

    /** Whether one that belongs on this radio waits in vain for a stream of it. */
    private boolean crowded(Address radio) {
        boolean waiting = assignment.radioOf().entrySet().stream()
                .anyMatch(place -> place.getValue().equals(radio)
                        && facts.connected(place.getKey()).isEmpty());
        return waiting && !hasRoom(radio);
    }

    /** Whether one more may be connected there without going over what it is trusted with. */
    boolean hasRoom(Address radio) {
        Load load = loads.get(radio);
        return load != null && connected(radio) < load.room();
    }

    /** How many of ours are connected there. */
    long connected(Address radio) {
        return asks.stream()
                .filter(ask -> facts.device(radio, ask.device())
                        .filter(DeviceFacts::connected)
                        .isPresent())
                .count();
    }

    /** Devices that are connected to one radio and belong on another. */
    Map<Address, Address> moves() {
        Map<Address, Address> moves = new TreeMap<>();
        assignment.radioOf().forEach((device, radio) -> facts.connected(device)
                .filter(where -> !where.adapter().equals(radio))
                .ifPresent(where -> moves.put(device, radio)));
        return moves;
    }
}
