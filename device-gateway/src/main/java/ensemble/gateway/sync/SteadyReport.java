package ensemble.gateway.sync;

import ensemble.contract.id.GroupId;
import ensemble.contract.state.GroupSync;
import ensemble.contract.state.SyncReport;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is told of sync while it is measured every few seconds: a better or worse status only once two windows agree, and
 * numbers that jitter only every ten minutes, so that a routine does not flap and a quiet house sends nothing. Not knowing, and
 * beginning or ceasing to align, are told at once. One thread.
 */
final class SteadyReport {
    private static final Duration REFRESH = Duration.ofMinutes(10);
    private static final double WORTH_MICROS = 100;
    private static final double WORTH_EAR_MILLIS = 20;

    private SyncReport told = new SyncReport(new TreeMap<>(), new TreeMap<>());
    private final Map<GroupId, GroupSync> waiting = new TreeMap<>();

    /** @param held whether the numbers are renewed by themselves */
    SyncReport next(SyncReport now, boolean held) {
        if (!held) {
            told = now;
            waiting.clear();
            return told;
        }
        SortedMap<GroupId, GroupSync> groups = new TreeMap<>();
        now.groups().forEach((id, sync) -> groups.put(id, next(id, sync)));
        boolean same = groups.equals(told.groups())
                && told.offsets().keySet().equals(now.offsets().keySet());
        told = same ? told : new SyncReport(groups, now.offsets());
        return told;
    }

    private GroupSync next(GroupId id, GroupSync now) {
        GroupSync before = told.groups().get(id);
        if (before == null || now.measured().isEmpty() || before.measured().isEmpty()) {
            waiting.remove(id);
            return now;
        }
        if (now.status() == before.status()) {
            waiting.remove(id);
            boolean worth =
                    isWorthTelling(before.measured().get(), now.measured().get())
                            || isElsewhere(before.earMillis(), now.earMillis());
            return worth ? now : before;
        }
        GroupSync agrees = waiting.get(id);
        if (agrees != null && agrees.status() == now.status() && isLater(agrees, now)) {
            waiting.remove(id);
            return now;
        }
        if (agrees == null || agrees.status() != now.status()) {
            waiting.put(id, now);
        }
        return before;
    }

    private static boolean isElsewhere(OptionalDouble before, OptionalDouble now) {
        return before.isPresent() != now.isPresent() || Math.abs(before.orElse(0) - now.orElse(0)) > WORTH_EAR_MILLIS;
    }

    private static boolean isLater(GroupSync one, GroupSync other) {
        return at(other).isAfter(at(one));
    }

    private static Instant at(GroupSync one) {
        return one.measured().map(GroupSync.Measured::at).orElse(Instant.EPOCH);
    }

    private static boolean isWorthTelling(GroupSync.Measured before, GroupSync.Measured now) {
        double moved = Math.abs(before.spreadMicros() - now.spreadMicros());
        return Duration.between(before.at(), now.at()).compareTo(REFRESH) >= 0
                || moved > Math.max(WORTH_MICROS, 0.5 * before.spreadMicros());
    }
}
