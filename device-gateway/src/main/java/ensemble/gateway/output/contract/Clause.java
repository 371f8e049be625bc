package ensemble.gateway.output.contract;

/**
 * One thing that was asked of an output.
 *
 * @param promise what must be so
 * @param said what was found
 */
public record Clause(Grade grade, String promise, String said) {
    public enum Grade {
        KEPT,
        BROKEN,
        NOT_TRIED
    }

    static Clause of(boolean kept, String promise, String said) {
        return new Clause(kept ? Grade.KEPT : Grade.BROKEN, promise, said);
    }

    static Clause notTried(String promise, String why) {
        return new Clause(Grade.NOT_TRIED, promise, why);
    }
}
