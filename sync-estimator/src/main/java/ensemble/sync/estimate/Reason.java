package ensemble.sync.estimate;

import java.util.Locale;

/** Why a take was not measured, in a sentence that a person can act on. */
public enum Reason {
    TOO_SHORT("The recording is shorter than the test signal: record from before it starts until after it ends."),
    TOO_LONG("The recording is longer than five minutes: cut it to the test signal, or record anew."),
    RATE_TOO_LOW("The recording has fewer than 32000 samples a second: set the recorder to 44100 or 48000."),
    TOO_QUIET("The recording is all but silent: check that the microphone is on and that the speakers play."),
    CLIPPED("The recording is clipped: lower the microphone's gain or the volume."),
    PROBE_NOT_FOUND("The test signal is not in the recording: play it while recording, with this many speakers."),
    TAKE_INCOMPLETE("The recording begins or ends within the test signal: record all of it."),
    SPEAKER_SILENT("A speaker was not heard: check that it is on and connected, and turn it up."),
    BURIED_IN_NOISE("A speaker barely rises above the noise: make it quieter around, or turn the speaker up."),
    LATENCY_JUMPED("A speaker's latency changed during the recording: wait until it plays steadily, then repeat."),
    RECORDING_GAP("The recording or the playing was interrupted for a moment: close other programs and repeat."),
    UNSTEADY("A speaker's arrival differed from visit to visit: keep microphone and speakers still and repeat."),
    CLOCK_IMPLAUSIBLE("The microphone's clock seems too far off: the recording may be damaged; repeat it."),
    OBSTRUCTED("A speaker's direct sound is hidden: clear the way between it and the microphone, or turn it."),
    TOO_UNLIKE("A speaker sounds too unlike the first one: put the microphone on a stand, away from surfaces."),
    MONO_COLLAPSE("Both sides sound alike: left and right are being mixed to mono on their way.");

    private final String sentence;

    Reason(String sentence) {
        this.sentence = sentence;
    }

    /** What is wrong, and what to do. */
    public String sentence() {
        return sentence;
    }

    /** As it is spelt in JSON, for example {@code probe-not-found}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
