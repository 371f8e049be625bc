package ensemble.gateway.bluetooth;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which device uses which radio. As many as fit, the first in the given order before later ones, and among all such ways one
 * with the fewest devices that leave their radio: moving means pairing again by hand.
 *
 * @param radioOf the radio of each device that fits
 * @param refused those that do not fit, in the given order
 */
public record Assignment(Map<Address, Address> radioOf, List<Address> refused) {
    private static final int FAR = 1_000_000;

    public Assignment {
        radioOf = Collections.unmodifiableMap(new LinkedHashMap<>(radioOf));
        refused = List.copyOf(refused);
    }

    /**
     * One device that asks for a stream.
     *
     * @param at where it is connected now
     * @param paired where it is paired
     * @param only the one radio that it may use, if it is bound to one
     */
    record Request(Address device, Optional<Address> at, List<Address> paired, Optional<Address> only) {
        /** 0 to stay, 1 to use another pairing that exists, 10 to be paired anew; FAR = not allowed. */
        int cost(Address radio) {
            if (only.isPresent() && !only.get().equals(radio)) {
                return FAR;
            }
            if (at.isPresent()) {
                return at.get().equals(radio) ? 0 : paired.contains(radio) ? 1 : 10;
            }
            return paired.contains(radio) ? 0 : 10;
        }
    }

    /**
     * @param requests the most important first
     * @param room free streams of each radio
     */
    static Assignment of(List<Request> requests, Map<Address, Integer> room) {
        Matching matching = new Matching(requests, new TreeMap<>(room));
        List<Address> refused = new ArrayList<>();
        for (int request = 0; request < requests.size(); request++) {
            if (!matching.add(request)) {
                refused.add(requests.get(request).device());
            }
        }
        return new Assignment(matching.result(), refused);
    }

    Optional<Address> radio(Address device) {
        return Optional.ofNullable(radioOf.get(device));
    }

    /**
     * Adds one request after another along the cheapest chain of moves. A chain never throws an earlier one out, and each
     * step keeps the sum of costs the smallest possible for those that are in.
     */
    private static final class Matching {
        private final List<Request> requests;
        private final List<Address> radios;
        private final int[] room;
        private final int[] used;
        private final int[] radioOf;

        Matching(List<Request> requests, SortedMap<Address, Integer> rooms) {
            this.requests = requests;
            radios = List.copyOf(rooms.keySet());
            room = rooms.values().stream().mapToInt(Integer::intValue).toArray();
            used = new int[room.length];
            radioOf = new int[requests.size()];
            java.util.Arrays.fill(radioOf, -1);
        }

        private int cost(int request, int radio) {
            return requests.get(request).cost(radios.get(radio));
        }

        /** Bellman and Ford over the radios: taking a place there may push one who sits there on to another radio. */
        boolean add(int newcomer) {
            int[] best = new int[room.length];
            int[] pushedBy = new int[room.length];
            int[] from = new int[room.length];
            for (int radio = 0; radio < room.length; radio++) {
                best[radio] = cost(newcomer, radio);
                pushedBy[radio] = newcomer;
                from[radio] = -1;
            }
            for (int round = 0; round < room.length; round++) {
                for (int sitting = 0; sitting < newcomer; sitting++) {
                    int here = radioOf[sitting];
                    for (int next = 0; here >= 0 && next < room.length; next++) {
                        int through = best[here] - cost(sitting, here) + cost(sitting, next);
                        if (next != here && through < best[next]) {
                            best[next] = through;
                            pushedBy[next] = sitting;
                            from[next] = here;
                        }
                    }
                }
            }
            int end = -1;
            for (int radio = 0; radio < room.length; radio++) {
                if (used[radio] < room[radio] && best[radio] < FAR / 2 && (end < 0 || best[radio] < best[end])) {
                    end = radio;
                }
            }
            if (end < 0) {
                return false;
            }
            used[end]++;
            for (int radio = end; radio >= 0; radio = from[radio]) {
                radioOf[pushedBy[radio]] = radio;
            }
            return true;
        }

        Map<Address, Address> result() {
            Map<Address, Address> result = new LinkedHashMap<>();
            for (int request = 0; request < radioOf.length; request++) {
                @Nullable Address radio = radioOf[request] < 0 ? null : radios.get(radioOf[request]);
                if (radio != null) {
                    result.put(requests.get(request).device(), radio);
                }
            }
            return result;
        }
    }
}
