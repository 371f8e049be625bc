package ensemble.gateway.sync;

import ensemble.contract.id.SpeakerId;
import ensemble.contract.state.GroupConfig;
import ensemble.contract.state.GroupSync;
import ensemble.contract.state.SyncStatus;
import ensemble.contract.state.UnmeasuredWhy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The rule for how long a measurement counts (docs/decisions/0060): until something that is known to change latencies
 * happens, until a later try was refused, and at most 12 hours; where a speaker was seen to drift, only while what is not known of
 * its drift stays below the group's target. Pure.
 */
final class Judge {
    static final Duration LONGEST = Duration.ofHours(12);

    /** k = 2 of a drift that one take tells, microseconds a second. */
    static final double DRIFT_DOUBT_PPM = 1.5;

    private Judge() {}

    /**
     * @param book what was measured
     * @param ended whose measurement no longer counts, and why
     * @param earMillis after how long the group is heard, if that is known
     */
    static GroupSync of(
            GroupConfig group,
            CalibrationBook book,
            Map<SpeakerId, UnmeasuredWhy> ended,
            Instant now,
            OptionalDouble earMillis) {
        List<Calibration> members = new ArrayList<>();
        for (SpeakerId id : group.members().keySet()) {
            UnmeasuredWhy why = ended.get(id);
            if (why != null) {
                return GroupSync.unknown(why);
            }
            Calibration one = book.bySpeaker().get(id);
            if (one == null || one.frame() != book.frame()) {
                return GroupSync.unknown(UnmeasuredWhy.NEVER);
            }
            members.add(one);
        }
        double target = group.target().atMostMicros();
        if (members.stream().anyMatch(one -> isTooOld(one, target, now))) {
            return GroupSync.unknown(UnmeasuredWhy.TOO_OLD);
        }
        double least =
                members.stream().mapToDouble(Calibration::residualMicros).min().orElse(0);
        double most =
                members.stream().mapToDouble(Calibration::residualMicros).max().orElse(0);
        double doubt = members.stream()
                .mapToDouble(Calibration::uncertaintyMicros)
                .max()
                .orElse(0);
        Instant at =
                members.stream().map(Calibration::at).min(Instant::compareTo).orElse(now);
        double spread = most - least;
        SyncStatus status = spread <= target
                ? SyncStatus.IN_SYNC
                : spread <= 2 * target ? SyncStatus.DRIFTING : SyncStatus.OUT_OF_SYNC;
        return new GroupSync(
                status, Optional.of(new GroupSync.Measured(spread, doubt, at)), Optional.empty(), earMillis);
    }

    private static boolean isTooOld(Calibration one, double targetMicros, Instant now) {
        Duration age = Duration.between(one.at(), now);
        double unknown = one.driftPpm() == 0 ? 0 : DRIFT_DOUBT_PPM * age.toMillis() / 1000.0;
        return age.compareTo(LONGEST) > 0 || age.isNegative() || unknown > targetMicros;
    }
}
