package ensemble.skill.status;

import ensemble.contract.id.GroupId;
import ensemble.contract.state.GroupConfig;
import ensemble.contract.state.GroupSync;
import ensemble.contract.state.SpeakerConfig;
import ensemble.contract.state.SyncStatus;
import ensemble.skill.household.Household;
import ensemble.skill.household.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Decides what the contact sensors and offsets are to say. A contact turns when the truth has been the opposite for {@link #LASTS};
 * a group between its target and twice that keeps its contact, and so does whatever is not known. Pure.
 */
public final class SensorWatch {
    /** So that jitter starts no routine. */
    public static final Duration LASTS = Duration.ofSeconds(10);

    /** Less than this is not told anew unless the status changes; about what two measurements differ by. */
    private static final double MICROS_THAT_MATTER = 50;

    private static final double SHARE_THAT_MATTERS = 0.2;

    private SensorWatch() {}

    public static Told next(Household house, Instant now) {
        Told told = house.told();
        SortedMap<String, Told.Contact> contacts = new TreeMap<>();
        SortedMap<GroupId, Told.Offset> offsets = new TreeMap<>();
        for (GroupConfig group : house.config().groups()) {
            GroupSync sync = syncOf(house, group.id());
            String key = Told.keyOf(group.id());
            contact(told, key, truth(house, sync), now).ifPresent(contact -> contacts.put(key, contact));
            offset(told.offsetOf(group.id()), sync).ifPresent(offset -> offsets.put(group.id(), offset));
        }
        for (SpeakerConfig speaker : house.config().speakers()) {
            String key = Told.keyOf(speaker.id());
            Optional<Boolean> connected = house.presence().isOnline()
                    ? house.reports()
                            .routing()
                            .map(report -> report.speakers().get(speaker.id()))
                            .map(heard -> heard.connected())
                    : Optional.empty();
            contact(told, key, connected, now).ifPresent(contact -> contacts.put(key, contact));
        }
        return told.with(contacts, offsets);
    }

    /** Whether a contact may have to turn later though nothing more happens. */
    public static boolean isTurning(Told told) {
        return told.contacts().values().stream()
                .anyMatch(contact -> contact.turning().isPresent());
    }

    private static Optional<Told.Contact> contact(Told told, String key, Optional<Boolean> truth, Instant now) {
        Optional<Told.Contact> was = Optional.ofNullable(told.contacts().get(key));
        if (was.isEmpty()) {
            return truth.map(first -> new Told.Contact(first, Optional.empty()));
        }
        boolean closed = was.get().closed();
        if (truth.isEmpty()) {
            return Optional.of(new Told.Contact(closed, Optional.empty()));
        }
        if (truth.get() == closed) {
            return Optional.of(new Told.Contact(closed, Optional.empty()));
        }
        Instant since = was.get().turning().orElse(now);
        boolean lasts = Duration.between(since, now).compareTo(LASTS) >= 0;
        return Optional.of(
                lasts ? new Told.Contact(!closed, Optional.empty()) : new Told.Contact(closed, Optional.of(since)));
    }

    private static Optional<Boolean> truth(Household house, GroupSync sync) {
        if (!house.presence().isOnline()) {
            return Optional.empty();
        }
        return switch (sync.status()) {
            case IN_SYNC -> Optional.of(true);
            case OUT_OF_SYNC -> Optional.of(false);
            case DRIFTING, ALIGNING, UNKNOWN -> Optional.empty();
        };
    }

    private static Optional<Told.Offset> offset(Optional<Told.Offset> was, GroupSync sync) {
        boolean counts = sync.status() != SyncStatus.UNKNOWN && sync.status() != SyncStatus.ALIGNING;
        if (!counts || sync.measured().isEmpty()) {
            return was;
        }
        Told.Offset now = new Told.Offset(
                Math.round(sync.measured().get().spreadMicros()),
                sync.measured().get().at());
        boolean matters = was.isEmpty()
                || Math.abs(was.get().micros() - now.micros())
                        > Math.max(MICROS_THAT_MATTER, was.get().micros() * SHARE_THAT_MATTERS);
        return matters ? Optional.of(now) : was;
    }

    private static GroupSync syncOf(Household house, GroupId group) {
        return house.reports()
                .sync()
                .map(report -> report.groups().getOrDefault(group, GroupSync.UNKNOWN))
                .orElse(GroupSync.UNKNOWN);
    }
}
