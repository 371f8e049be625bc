package ensemble.skill.editing;

import ensemble.contract.state.HouseConfig;
import ensemble.skill.household.Habits;
import java.util.List;
import java.util.Optional;

/** What an edit makes of a house. */
public sealed interface Draft {
    /**
     * @param config numbered one above the one that stands, or the same if nothing changes
     * @param id of the group or scene that was made or found
     */
    record Made(HouseConfig config, Habits habits, Optional<String> id, List<NameWarning> warnings) implements Draft {
        public Made {
            warnings = List.copyOf(warnings);
        }
    }

    record Refused(EditRefusal why) implements Draft {}
}
