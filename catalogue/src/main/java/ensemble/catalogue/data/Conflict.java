package ensemble.catalogue.data;

import java.util.List;

/**
 * Sources that contradict each other; kept and shown.
 *
 * @param rule what to do meanwhile
 * @param concerns ids of the models, pairs ({@code a+b}), methods, procedures, causes, myths, thresholds it touches
 */
public record Conflict(String id, String about, List<Side> sides, String rule, List<String> concerns) {
    /** One side's claim. */
    public record Side(String says, List<Origin> from) {}
}
