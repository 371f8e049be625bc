package ensemble.gateway.sync;

import ensemble.contract.state.SpeakerConfig;

/**
 * A speaker's part in a measurement.
 *
 * @param node the sink that feeds it
 * @param delayFrames what its probe is delayed by
 */
record Part(SpeakerConfig speaker, String node, int delayFrames) {
    double delayMicros() {
        return delayFrames * 1e6 / ensemble.gateway.audio.Microphone.RATE;
    }
}
