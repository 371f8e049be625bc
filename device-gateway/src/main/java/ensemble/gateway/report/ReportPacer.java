package ensemble.gateway.report;

import ensemble.contract.state.HealthReport;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides when the box's health is worth telling. A counter that ticks is told every half minute; having sound or not is
 * told at once. Every report is billed.
 */
public final class ReportPacer {
    static final long EVERY_NANOS = 30_000_000_000L;

    private @Nullable HealthReport last;
    private long lastNanos;

    /** The report to send now, if it is worth it. */
    public Optional<HealthReport> due(HealthReport now, long nowNanos) {
        HealthReport before = last;
        boolean told = before != null
                && before.graph().equals(now.graph())
                && before.noSound().equals(now.noSound())
                && (nowNanos - lastNanos < EVERY_NANOS || before.equals(now));
        if (told) {
            return Optional.empty();
        }
        last = now;
        lastNanos = nowNanos;
        return Optional.of(now);
    }
}
