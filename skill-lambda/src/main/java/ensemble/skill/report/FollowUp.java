package ensemble.skill.report;

import ensemble.skill.household.UserId;
import java.time.Duration;

/**
 * Something to be looked at again though nothing more may be heard of it.
 *
 * @param after from now
 */
public record FollowUp(UserId user, Duration after) {}
