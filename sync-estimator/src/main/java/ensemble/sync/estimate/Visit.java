package ensemble.sync.estimate;

import ensemble.sync.probe.Slot;

/**
 * One slot as it was heard.
 *
 * @param sound the direct sound at the pick
 * @param pick sample of the recording at which the first arrival peaks
 * @param peakOverNoiseDb the response's peak over its noise
 * @param earlierMillis by how much an even weaker arrival comes before the pick; 0 = none
 * @param peak the response's peak
 * @param power pink-weighted energy of the response, freed of noise and of the slot's own gain
 * @param body the first 80 ms of the response, from the pick
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Visit(
        Slot slot,
        DirectSound sound,
        double pick,
        double peakOverNoiseDb,
        double earlierMillis,
        double peak,
        double power,
        double[] body) {}
