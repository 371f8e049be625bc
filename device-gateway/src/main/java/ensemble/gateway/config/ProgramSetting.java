package ensemble.gateway.config;

/**
 * One thing that may feed this box, as its owner wrote it down.
 *
 * @param node its node's name in the audio graph, {@code *} standing for any letters
 * @param name what people call it
 */
public record ProgramSetting(String node, String name) {}
