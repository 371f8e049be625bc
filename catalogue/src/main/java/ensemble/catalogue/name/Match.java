package ensemble.catalogue.name;

import ensemble.catalogue.data.Model;
import java.util.List;
import java.util.Optional;

/**
 * Which model was meant.
 *
 * @param asked the words as given
 * @param confidence 0 to 1: of the model found, or of the best candidate; 0 if there is none
 * @param candidates what else it may be, likeliest first; empty when a model was found
 */
public record Match(String asked, Optional<Model> model, double confidence, List<Model> candidates) {
    public Match {
        candidates = List.copyOf(candidates);
        if (model.isPresent() && !candidates.isEmpty()) {
            throw new IllegalArgumentException("found, so there is nothing to choose");
        }
    }
}
