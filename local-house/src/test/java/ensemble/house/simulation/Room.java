package ensemble.house.simulation;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What is there whether or not the hub runs: speakers, and an audio server that is up or down. */
final class Room {
    static final long NEVER = Long.MIN_VALUE / 2;

    final Set<String> present = new TreeSet<>(Home.SPEAKERS);
    boolean serverUp = true;
    boolean hubOff;
    Runnable changed = () -> {};

    final Map<String, Long> lastHeard = new TreeMap<>();
    private final Map<String, Long> lastAway = new TreeMap<>();
    private final VirtualTime time;
    private long lastDown = NEVER;

    Room(VirtualTime time) {
        this.time = time;
    }

    void speaker(String name, boolean there) {
        if (there ? present.add(name) : present.remove(name)) {
            lastAway.put(name, time.elapsed());
            changed.run();
        }
    }

    void server(boolean up) {
        serverUp = up;
        lastDown = time.elapsed();
        changed.run();
    }

    long lastHeard(String speaker) {
        return lastHeard.getOrDefault(speaker, NEVER);
    }

    /** Whether a speaker could not be heard for a while since then, through no fault of the hub's. */
    boolean wasAwaySince(String speaker, long millis) {
        boolean away = !present.contains(speaker) || lastAway.getOrDefault(speaker, NEVER) >= millis;
        return away || !serverUp || lastDown >= millis;
    }
}
