package ensemble.gateway;

import ensemble.gateway.audio.Insert;
import ensemble.gateway.audio.Microphone;
import ensemble.gateway.output.contract.OutputBench.Heard;
import java.util.List;
import java.util.Map;

/** The tone that an output is asked with, and what a microphone makes of it. Pure. */
final class ToneProbe {
    static final double ROOM_SECONDS = 1;

    /** Between two partials of mains hum. */
    private static final double HERTZ = 997;

    private static final int SECONDS = 12;

    /** -20 dBFS: heard in a room, and nobody jumps. */
    private static final float GAIN = 0.1f;

    private static final int WINDOW = Microphone.RATE / 50;
    private static final double STANDS_OUT = 10;

    private ToneProbe() {}

    /** A tone on one sink, longer than it is needed; whoever asked ends it. */
    static Insert insert(String node) {
        float[] wave = new float[SECONDS * Microphone.RATE];
        int ramp = Microphone.RATE / 100;
        for (int i = 0; i < wave.length; i++) {
            double rise = Math.min(1, Math.min(i, wave.length - 1 - i) / (double) ramp);
            wave[i] = (float) (rise * Math.sin(2 * Math.PI * HERTZ * i / Microphone.RATE));
        }
        return new Insert(Map.of(node, List.of(new Insert.Cue(0, GAIN, wave))), wave.length);
    }

    /**
     * @param room what the microphone heard without the tone
     * @param take what it heard from when the tone was sent
     */
    static Heard heard(float[] room, float[] take) {
        double noise = 1e-14;
        for (int at = 0; at + WINDOW <= room.length; at += WINDOW) {
            noise = Math.max(noise, power(room, at));
        }
        double loudest = 1e-14;
        int first = -1;
        for (int at = 0; at + WINDOW <= take.length; at += WINDOW) {
            double power = power(take, at);
            loudest = Math.max(loudest, power);
            if (first < 0 && power > STANDS_OUT * noise) {
                first = at;
            }
        }
        return new Heard(10 * Math.log10(loudest / noise), Math.max(first, 0) * 1000.0 / Microphone.RATE);
    }

    /** Power at the tone's own pitch within one window. */
    private static double power(float[] samples, int at) {
        double re = 0;
        double im = 0;
        for (int i = 0; i < WINDOW; i++) {
            double angle = 2 * Math.PI * HERTZ * i / Microphone.RATE;
            re += samples[at + i] * Math.cos(angle);
            im += samples[at + i] * Math.sin(angle);
        }
        return (re * re + im * im) / WINDOW;
    }
}
