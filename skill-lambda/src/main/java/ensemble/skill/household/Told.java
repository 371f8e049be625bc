package ensemble.skill.household;

import ensemble.contract.id.GroupId;
import ensemble.contract.id.SpeakerId;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What Alexa has been told of a house's slow sensors, kept so that jitter is not told and nothing that lasts is lost.
 *
 * @param version rises with every change; the order of writes
 * @param contacts by {@code g:<group>} (closed = in sync) and {@code s:<speaker>} (closed = connected)
 * @param offsets of groups, in microseconds
 */
public record Told(long version, SortedMap<String, Contact> contacts, SortedMap<GroupId, Offset> offsets) {
    public static final Told NOTHING = new Told(0, new TreeMap<>(), new TreeMap<>());

    public Told {
        contacts = Collections.unmodifiableSortedMap(new TreeMap<>(contacts));
        offsets = Collections.unmodifiableSortedMap(new TreeMap<>(offsets));
    }

    /**
     * A contact sensor.
     *
     * @param turning since when the truth is the opposite; empty while it is as told
     */
    public record Contact(boolean closed, Optional<Instant> turning) {}

    /**
     * The last offset told.
     *
     * @param at when it was measured
     */
    public record Offset(long micros, Instant at) {}

    public static String keyOf(GroupId group) {
        return "g:" + group;
    }

    public static String keyOf(SpeakerId speaker) {
        return "s:" + speaker;
    }

    /** Open until the opposite is known: nothing is called fine that was never measured. */
    public boolean isClosed(String key) {
        Contact contact = contacts.get(key);
        return contact != null && contact.closed();
    }

    public Optional<Offset> offsetOf(GroupId group) {
        return Optional.ofNullable(offsets.get(group));
    }

    /** The next version, or the same if nothing differs. */
    public Told with(Map<String, Contact> newContacts, Map<GroupId, Offset> newOffsets) {
        boolean same = contacts.equals(newContacts) && offsets.equals(newOffsets);
        return same ? this : new Told(version + 1, new TreeMap<>(newContacts), new TreeMap<>(newOffsets));
    }
}
