package ensemble.sync.estimate;

import ensemble.sync.probe.Slot;

/**
 * One slot as it was heard.
 *
 * @param pick sample of the recording at which the first arrival peaks
 * @param peakOverNoiseDb the response's peak over its noise
 * @param earlierMillis by how much an even weaker arrival comes before the pick; 0 = none
 * @param peak the response's peak
 * @param level how loud it is, freed of the slot's own gain
 * @param levelAt the whole sample by which the stretch for that was cut
 * @param response analytic pairs from {@link #LEAD} samples before the pick's to 80 ms after
 * @param direct the real response around the pick, {@link #LEAD} samples to either side, up to the sweep's upper end
 * @param colour powers of the direct sound, see {@link ColourMeter}
 * @param noiseColour what noise alone makes of these
 * @param start sample of the recording that the response begins at
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Visit(
        Slot slot,
        double pick,
        double peakOverNoiseDb,
        double earlierMillis,
        double peak,
        LevelMeter.Reading level,
        double levelAt,
        double[] response,
        double[] direct,
        double[] colour,
        double[] noiseColour,
        double start) {
    /** Samples of the response before the pick. */
    static final int LEAD = 240;

    /** Pink-weighted energy of the response, freed of noise. */
    double power() {
        return level.power();
    }

    /** What noise alone would make of that. */
    double noisePower() {
        return level.noise();
    }

    /** The direct sound, cut around a sample of the recording near the pick. */
    DirectSound soundAt(double sample, int after, Bounce bounce) {
        return DirectSound.at(direct, sample - start, start, after, bounce);
    }
}
