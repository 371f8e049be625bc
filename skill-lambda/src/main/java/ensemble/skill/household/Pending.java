package ensemble.skill.household;

import ensemble.contract.id.GroupId;
import java.time.Instant;

/**
 * A directive that was answered "later": Alexa waits for the rest.
 *
 * @param n the wish whose answer is awaited
 * @param audible whether the wish was to start sound in the group
 * @param group whose endpoint was addressed
 * @param until when nobody waits any more
 */
public record Pending(long n, boolean audible, GroupId group, String correlationToken, Instant until) {}
