package ensemble.skill.household;

import java.time.Instant;

/**
 * AWS IoT's word that a hub came or went.
 *
 * @param online came, or went
 * @param at by AWS IoT's clock
 * @param versionNumber rises with every session of that client
 * @param session names the session that came or went
 */
public record PresenceEvent(boolean online, Instant at, long versionNumber, String session) {}
