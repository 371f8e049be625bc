package ensemble.catalogue.advise;

import java.util.List;

/**
 * What one method can do with somebody's gear.
 *
 * @param plans every way to apply it; empty if it cannot be applied
 * @param against why not, when it cannot
 */
record Proposals(List<Plan> plans, List<Reason> against) {
    static Proposals no(String says, String source) {
        return new Proposals(List.of(), List.of(new Reason(false, says, source)));
    }
}
