package ensemble.skill.voice;

import ensemble.contract.state.GroupConfig;
import java.util.List;

/** What a spoken name means in a house. */
sealed interface GroupMatch {
    record One(GroupConfig group) implements GroupMatch {}

    /** Every speaker of the house. */
    record Everywhere() implements GroupMatch {}

    record Several(List<GroupConfig> groups) implements GroupMatch {}

    record None() implements GroupMatch {}
}
