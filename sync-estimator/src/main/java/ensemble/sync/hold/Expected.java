package ensemble.sync.hold;

/**
 * Where to look for a speaker's mark.
 *
 * @param delay seconds from being played to arriving
 * @param ratePpm by how much that grows
 * @param reachPpm how far off the rate may be
 */
public record Expected(double delay, double ratePpm, double reachPpm) {}
