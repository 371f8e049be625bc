package ensemble.catalogue.data;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What stands behind a fact.
 *
 * @param from at least one place
 * @param conflicts ids of the {@link Conflict}s it takes part in
 */
public record Evidence(List<Origin> from, Sureness sure, List<String> conflicts) {
    /** The same, taking part in one more conflict. */
    public Evidence in(String conflict) {
        List<String> all = new ArrayList<>(conflicts);
        all.add(conflict);
        return new Evidence(from, sure, List.copyOf(all));
    }

    /** As shown to a person: {@code B: linking table, JBL PartyBoost (claimed, unreplicated)}. */
    public String words() {
        return from.stream().map(Origin::toString).collect(Collectors.joining("; ")) + " (" + sure.words() + ")";
    }
}
