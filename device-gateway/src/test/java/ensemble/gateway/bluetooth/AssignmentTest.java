package ensemble.gateway.bluetooth;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ensemble.gateway.bluetooth.Assignment.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The computed assignment against every possible one. */
class AssignmentTest {
    private static final int RADIOS = 3;

    private static Address device(int number) {
        return new Address("00:00:00:00:00:%02X".formatted(number));
    }

    private static Address radio(int number) {
        return new Address("D0:00:00:00:00:%02X".formatted(number));
    }

    @Test
    void thoseThatAreWellWhereTheyAreStay() {
        Map<Address, Integer> room = new TreeMap<>(Map.of(radio(0), 1, radio(1), 2));
        List<Request> requests = List.of(
                new Request(device(0), Optional.of(radio(1)), List.of(radio(1)), Optional.empty()),
                new Request(device(1), Optional.empty(), List.of(radio(1)), Optional.empty()),
                new Request(device(2), Optional.empty(), List.of(radio(0), radio(1)), Optional.empty()));
        assertEquals(
                Map.of(device(0), radio(1), device(1), radio(1), device(2), radio(0)),
                Assignment.of(requests, room).radioOf());
    }

    @Test
    void onePushesAnotherAsideRatherThanBeRefused() {
        Map<Address, Integer> room = new TreeMap<>(Map.of(radio(0), 1, radio(1), 1));
        List<Request> requests = List.of(
                new Request(device(0), Optional.of(radio(0)), List.of(radio(0), radio(1)), Optional.empty()),
                new Request(device(1), Optional.empty(), List.of(), Optional.of(radio(0))));
        Assignment assignment = Assignment.of(requests, room);
        assertEquals(Map.of(device(0), radio(1), device(1), radio(0)), assignment.radioOf());
        assertEquals(List.of(), assignment.refused());
    }

    /** As many of the first as can be, and never more moving than needed: compared with trying everything. */
    @Test
    void itIsTheBestOfAll() {
        long seed = Long.getLong("ensemble.seed", 20261121L);
        Random random = new Random(seed);
        for (int round = 0; round < 2000; round++) {
            List<Request> requests = new ArrayList<>();
            Map<Address, Integer> room = new TreeMap<>();
            for (int radio = 0; radio < RADIOS; radio++) {
                room.put(radio(radio), random.nextInt(3));
            }
            for (int number = random.nextInt(6); number >= 0; number--) {
                requests.add(request(random, requests.size()));
            }
            Assignment found = Assignment.of(requests, room);
            List<Address> served = served(requests, room);
            String message = "seed " + seed + " round " + round + ": " + requests + " in " + room + " gave " + found;
            assertEquals(
                    served,
                    requests.stream()
                            .map(Request::device)
                            .filter(found.radioOf()::containsKey)
                            .toList(),
                    message);
            assertEquals(cheapest(requests, served, room, 0), cost(requests, found), message);
            found.radioOf()
                    .forEach((device, radio) -> assertEquals(
                            true,
                            found.radioOf().values().stream()
                                            .filter(radio::equals)
                                            .count()
                                    <= room.getOrDefault(radio, 0),
                            message));
        }
    }

    private static Request request(Random random, int number) {
        List<Address> paired = new ArrayList<>();
        for (int radio = 0; radio < RADIOS; radio++) {
            if (random.nextInt(3) == 0) {
                paired.add(radio(radio));
            }
        }
        Optional<Address> at =
                !paired.isEmpty() && random.nextBoolean() ? Optional.of(paired.getFirst()) : Optional.empty();
        Optional<Address> only = random.nextInt(5) == 0 ? Optional.of(radio(random.nextInt(RADIOS))) : Optional.empty();
        return new Request(device(number), at, paired, only);
    }

    /** Greedy by importance: one is served if it fits together with all served before it. */
    private static List<Address> served(List<Request> requests, Map<Address, Integer> room) {
        List<Address> served = new ArrayList<>();
        for (Request request : requests) {
            served.add(request.device());
            if (cheapest(requests, served, room, 0) < 0) {
                served.removeLast();
            }
        }
        return served;
    }

    /** @return the least cost at which all of them fit; -1 if they do not */
    private static int cheapest(List<Request> requests, List<Address> served, Map<Address, Integer> room, int from) {
        if (from == served.size()) {
            return 0;
        }
        Request request = requests.stream()
                .filter(one -> one.device().equals(served.get(from)))
                .findFirst()
                .orElseThrow();
        int best = -1;
        for (Address radio : List.copyOf(room.keySet())) {
            int left = room.getOrDefault(radio, 0);
            boolean allowed = request.only().isEmpty() || request.only().get().equals(radio);
            if (left > 0 && allowed) {
                room.put(radio, left - 1);
                int rest = cheapest(requests, served, room, from + 1);
                room.put(radio, left);
                if (rest >= 0 && (best < 0 || rest + request.cost(radio) < best)) {
                    best = rest + request.cost(radio);
                }
            }
        }
        return best;
    }

    private static int cost(List<Request> requests, Assignment found) {
        return requests.stream()
                .mapToInt(request ->
                        found.radio(request.device()).map(request::cost).orElse(0))
                .sum();
    }
}
