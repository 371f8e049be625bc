package ensemble.gateway.sync;

import ensemble.contract.id.OutputId;
import ensemble.contract.value.DelayMicros;
import ensemble.gateway.audio.OutputMix;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * From what was measured to what is added: every output is delayed to the slowest, and softened to the faintest, of those
 * that can be compared, playing or not, so that joining never moves those that play. Pure.
 */
final class Alignment {
    private static final double MOST_TRIM_DB = 12;
    private static final double NOTHING_PPM = 0.3;

    private Alignment() {}

    /**
     * @param calibrations of one frame
     * @param headroomMicros what every output is delayed by beyond that
     */
    static SortedMap<OutputId, Correction> of(
            Collection<Calibration> calibrations, Instant now, double headroomMicros) {
        SortedMap<OutputId, Correction> corrections = new TreeMap<>();
        List<Calibration> all = List.copyOf(calibrations);
        double slowest =
                all.stream().mapToDouble(one -> one.latencyMicros(now)).max().orElse(0);
        double fastestGrowing =
                all.stream().mapToDouble(Calibration::driftPpm).max().orElse(0);
        boolean levelled = all.stream().allMatch(one -> one.levelDb().isPresent());
        double faintest =
                all.stream().mapToDouble(one -> one.levelDb().orElse(0)).min().orElse(0);
        for (Calibration one : all) {
            double delay = Math.clamp(slowest - one.latencyMicros(now) + headroomMicros, 0, DelayMicros.MOST);
            double growth = fastestGrowing - one.driftPpm();
            double trim =
                    levelled ? Math.max(-MOST_TRIM_DB, faintest - one.levelDb().orElse(0)) : 0;
            corrections.put(
                    one.output(),
                    new Correction(
                            new DelayMicros(delay),
                            growth < NOTHING_PPM ? 0 : Math.min(growth, OutputMix.MOST_PPM),
                            Math.rint(trim * 10) / 10 + 0.0));
        }
        return corrections;
    }
}
