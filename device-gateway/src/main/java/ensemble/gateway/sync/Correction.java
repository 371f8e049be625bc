package ensemble.gateway.sync;

import ensemble.contract.value.DelayMicros;

/**
 * What is to be added to one output. The same object stays in force until something new is measured, so that its delay can
 * go on growing from when it was taken up.
 *
 * @param delay at the moment it was made
 * @param delayPpm how fast the delay grows
 * @param trimDb what its level is changed by, at most 0
 */
public record Correction(DelayMicros delay, double delayPpm, double trimDb) {}
