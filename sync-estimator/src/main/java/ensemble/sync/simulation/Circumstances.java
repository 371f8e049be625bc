package ensemble.sync.simulation;

/**
 * What happens to one take.
 *
 * @param snr dB: the sweeps' RMS at the microphone over the noise's
 * @param micPpm how fast the microphone's clock runs; positive = fast
 * @param jitterSeconds RMS of what every visit of a speaker is off by
 * @param automaticGain as a browser does it
 * @param overdrive 0 = none; else the loudest sample over full scale
 * @param muted a speaker that does not sound, or -1
 * @param jump seconds by which speaker 1 becomes later half-way, 0 = none
 * @param lostFrames captured frames that are lost half-way, 0 = none
 * @param rate frames a second of the take
 */
public record Circumstances(
        double snr,
        Noise noise,
        double micPpm,
        double jitterSeconds,
        boolean automaticGain,
        double overdrive,
        int muted,
        double jump,
        int lostFrames,
        int rate) {
    /** A still room and a good microphone. */
    public static Circumstances quiet(double snr, Noise noise) {
        return new Circumstances(snr, noise, 0, 0, false, 0, -1, 0, 0, 48_000);
    }

    public Circumstances withMicPpm(double ppm) {
        return new Circumstances(
                snr, noise, ppm, jitterSeconds, automaticGain, overdrive, muted, jump, lostFrames, rate);
    }

    public Circumstances withJitter(double seconds) {
        return new Circumstances(snr, noise, micPpm, seconds, automaticGain, overdrive, muted, jump, lostFrames, rate);
    }

    public Circumstances withAutomaticGain() {
        return new Circumstances(snr, noise, micPpm, jitterSeconds, true, overdrive, muted, jump, lostFrames, rate);
    }

    public Circumstances withOverdrive(double factor) {
        return new Circumstances(
                snr, noise, micPpm, jitterSeconds, automaticGain, factor, muted, jump, lostFrames, rate);
    }

    public Circumstances withMuted(int speaker) {
        return new Circumstances(
                snr, noise, micPpm, jitterSeconds, automaticGain, overdrive, speaker, jump, lostFrames, rate);
    }

    public Circumstances withJump(double seconds) {
        return new Circumstances(
                snr, noise, micPpm, jitterSeconds, automaticGain, overdrive, muted, seconds, lostFrames, rate);
    }

    public Circumstances withLostFrames(int frames) {
        return new Circumstances(
                snr, noise, micPpm, jitterSeconds, automaticGain, overdrive, muted, jump, frames, rate);
    }

    public Circumstances withRate(int hertz) {
        return new Circumstances(
                snr, noise, micPpm, jitterSeconds, automaticGain, overdrive, muted, jump, lostFrames, hertz);
    }
}
