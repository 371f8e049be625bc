package ensemble.catalogue.load;

import ensemble.catalogue.data.Fact;
import ensemble.catalogue.data.Mode;
import java.util.List;

/**
 * What a person says of a model that is there already.
 *
 * @param model its id
 * @param line where it stands in their file
 */
record OwnClaim(String model, List<Fact> facts, List<Mode> modes, int line) {}
