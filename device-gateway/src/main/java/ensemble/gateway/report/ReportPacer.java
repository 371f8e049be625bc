package ensemble.gateway.report;

import ensemble.contract.id.SpeakerId;
import ensemble.contract.state.HealthReport;
import ensemble.contract.state.SpeakerTrouble;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Decides when the box's health is worth telling. A counter that ticks is told every half minute; having sound, the
 * Echo's link and what is the matter with a speaker are told at once. Every report is billed.
 */
public final class ReportPacer {
    static final long EVERY_NANOS = 30_000_000_000L;

    private @Nullable HealthReport last;
    private long lastNanos;

    private static Map<SpeakerId, SpeakerTrouble> troubles(HealthReport report) {
        return report.speakers().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().trouble()));
    }

    /** The report to send now, if it is worth it. */
    public Optional<HealthReport> due(HealthReport now, long nowNanos) {
        HealthReport before = last;
        boolean told = before != null
                && before.graph().equals(now.graph())
                && before.noSound().equals(now.noSound())
                && before.echo().equals(now.echo())
                && troubles(before).equals(troubles(now))
                && (nowNanos - lastNanos < EVERY_NANOS || before.equals(now));
        if (told) {
            return Optional.empty();
        }
        last = now;
        lastNanos = nowNanos;
        return Optional.of(now);
    }
}
