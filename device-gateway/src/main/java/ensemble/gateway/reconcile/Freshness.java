package ensemble.gateway.reconcile;

import ensemble.gateway.shadow.Desired;
import java.time.LocalTime;

/**
 * May a wish still start sound? Silencing always may; what is audible is valid for 30 seconds after it was written, and
 * after a gap in the night it is not valid at all: nobody wants Tuesday's "play in the bedroom" at three on Wednesday.
 *
 * @param quietFrom start of quiet hours, local time
 * @param quietUntil end of quiet hours, local time; the same as the start = no quiet hours
 */
public record Freshness(LocalTime quietFrom, LocalTime quietUntil) {
    static final long AUDIBLE_SECONDS = 30;
    static final long GAP_SECONDS = 120;

    /**
     * @param arrived the wish as it came
     * @param nowNanos elapsed time now
     * @param local the time of day in the house
     */
    boolean mayStartSound(Desired.Arrived<?> arrived, long nowNanos, LocalTime local) {
        long heldSeconds = Math.max(0, nowNanos - arrived.atNanos()) / 1_000_000_000L;
        if (arrived.ageSeconds() + heldSeconds > AUDIBLE_SECONDS) {
            return false;
        }
        return arrived.gapSeconds() <= GAP_SECONDS || !isQuiet(local);
    }

    boolean isQuiet(LocalTime local) {
        if (quietFrom.equals(quietUntil)) {
            return false;
        }
        boolean overMidnight = quietFrom.isAfter(quietUntil);
        boolean afterStart = !local.isBefore(quietFrom);
        boolean beforeEnd = local.isBefore(quietUntil);
        return overMidnight ? afterStart || beforeEnd : afterStart && beforeEnd;
    }
}
