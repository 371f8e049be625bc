package ensemble.house.shadow;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A message that the shadow service publishes on its own accord.
 *
 * @param topic the full topic
 * @param payload the JSON document; not to be changed
 */
public record Publication(String topic, ObjectNode payload) {}
