package ensemble.skill;

import ensemble.skill.events.GrantDesk;
import ensemble.skill.household.ClaimStore;
import ensemble.skill.household.HouseholdStore;
import ensemble.skill.identity.TokenVerifier;
import ensemble.skill.shadow.ShadowDesk;
import ensemble.skill.time.LookTimes;
import ensemble.skill.time.Patience;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What the skill is built from.
 *
 * @param skillIds the application ids it answers to
 * @param messageIds a fresh id at each call: 1 to 127 letters, digits and '-'
 */
public record SkillWiring(
        Set<String> skillIds,
        TokenVerifier tokens,
        HouseholdStore households,
        ClaimStore claims,
        ShadowDesk shadows,
        GrantDesk grants,
        Patience patience,
        LookTimes looks,
        InstantSource clock,
        Supplier<String> messageIds) {
    public SkillWiring {
        skillIds = Set.copyOf(skillIds);
    }
}
