package ensemble.skill.report;

import ensemble.skill.events.EventGateway;
import ensemble.skill.events.GrantDesk;
import ensemble.skill.household.ClaimStore;
import ensemble.skill.household.HouseholdStore;
import ensemble.skill.household.StatusStore;
import ensemble.skill.shadow.ShadowDesk;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * What the status Lambda is built from.
 *
 * @param messageIds a fresh id at each call: 1 to 127 letters, digits and '-'
 */
public record ReportWiring(
        HouseholdStore households,
        StatusStore statuses,
        ClaimStore claims,
        ShadowDesk shadows,
        GrantDesk grants,
        EventGateway gateway,
        InstantSource clock,
        Supplier<String> messageIds) {}
