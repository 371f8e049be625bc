package ensemble.skill.household;

/**
 * What a request did, kept for when Alexa sends it again.
 *
 * @param n the wish it made
 * @param withdrawn whether that wish was taken back; then the request was told "can't" and must be told so again
 */
public record Replay(RequestKey key, long n, boolean withdrawn) {}
