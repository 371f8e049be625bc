package ensemble.gateway.config;

import ensemble.contract.value.DelayMicros;

/**
 * One output of this box.
 *
 * @param node the sink's node name in the audio graph
 * @param delay what the owner wants added to it before anything has been measured
 */
public record OutputSetting(String node, DelayMicros delay) {}
