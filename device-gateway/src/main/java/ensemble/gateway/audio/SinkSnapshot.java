package ensemble.gateway.audio;

/**
 * One output.
 *
 * @param node the sink's node name
 * @param present the audio server has it
 * @param linked the mixer's ports lead to it
 * @param sounding something other than silence was sent to it within the last quarter of a second
 */
public record SinkSnapshot(String node, boolean present, boolean linked, boolean sounding) {}
