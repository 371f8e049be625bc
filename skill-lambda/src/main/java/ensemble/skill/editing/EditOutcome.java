package ensemble.skill.editing;

import ensemble.skill.household.Household;
import java.util.List;
import java.util.Optional;

/** What became of an edit. */
public sealed interface EditOutcome {
    /**
     * The house is changed, or was so already.
     *
     * @param id of the group or scene that was made; empty if none was
     */
    record Done(Household house, Optional<String> id, List<NameWarning> warnings) implements EditOutcome {
        public Done {
            warnings = List.copyOf(warnings);
        }
    }

    /** Nothing was changed. */
    record Cannot(Household house, EditRefusal why) implements EditOutcome {}
}
