package ensemble.skill.household;

import java.time.Instant;

/**
 * A directive that was answered "later": Alexa waits for the rest.
 *
 * @param n the wish whose answer is awaited
 * @param command what was asked for, as the command package spells it
 * @param endpoint which was addressed
 * @param until when nobody waits any more
 */
public record Pending(long n, String command, String endpoint, String correlationToken, Instant until) {}
