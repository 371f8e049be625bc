package ensemble.catalogue.data;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A way to bring several speakers to play together.
 *
 * @param also makers' and common names
 * @param uses what it suits: party, stereo, film
 * @param voice whether an Echo can drive it hands-free
 */
public record Method(
        String id,
        String name,
        List<String> also,
        List<String> uses,
        boolean voice,
        String procedure,
        List<String> conflicts,
        List<Fact> facts) {
    public Stream<Fact> facts(String about) {
        return facts.stream().filter(fact -> fact.about().equals(about));
    }

    /** The figure to plan with for one measure: of several claims the first with the best evidence. */
    public Optional<Fact> figure(Measure measure) {
        return facts("latency")
                .filter(fact -> fact.quantity() != null && fact.quantity().measure() == measure)
                .max(Comparator.comparing((Fact fact) -> fact.evidence().sure()));
    }
}
