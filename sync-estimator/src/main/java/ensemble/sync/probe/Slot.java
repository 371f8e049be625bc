package ensemble.sync.probe;

/**
 * One sweep of a probe.
 *
 * @param speaker who plays it, from 0
 * @param start frame of the probe at which it begins
 * @param gain 1, or less for the slot that shows an automatic gain control
 */
public record Slot(int speaker, int start, double gain) {}
