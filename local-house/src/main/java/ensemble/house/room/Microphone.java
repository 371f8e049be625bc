package ensemble.house.room;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The room's one microphone: all arrivals, its own noise, its own clock. With a clock of its own it hears a quarter of
 * a second late at first; on the room's clock it is sample-aligned.
 */
final class Microphone {
    private static final double MAX_LAG = 2.0 * RoomEngine.RATE;
    private static final double FIRST_LAG = 0.25 * RoomEngine.RATE;

    private double ppm;
    private boolean blocked;
    private boolean apart;
    private final float noise;
    private final SplittableRandom random;
    private final DelayLine past = new DelayLine((int) MAX_LAG);
    private double lag;

    Microphone(double noiseDbfs, double ppm, long seed) {
        this.noise = SpeakerModel.linear(noiseDbfs);
        this.ppm = ppm;
        this.apart = ppm != 0;
        this.lag = apart ? FIRST_LAG : 0;
        this.random = new SplittableRandom(seed);
    }

    /** Takes note of a change, between two blocks. */
    void change(MicrophoneChange change) {
        if (change.ppm() != null) {
            ppm = change.ppm();
        }
        if (change.slipMs() != null) {
            lag += change.slipMs() * RoomEngine.RATE / 1000;
        }
        blocked = (blocked || change.block()) && !change.unblock();
        apart = apart || ppm != 0 || lag != 0;
    }

    void process(float[][] arrivals, float[] out, int frames) {
        Arrays.fill(out, 0, frames, 0);
        for (float[] arrival : arrivals) {
            for (int k = 0; k < frames && !blocked; k++) {
                out[k] += arrival[k];
            }
        }
        if (apart) {
            listenAtOwnPace(out, frames);
        }
        for (int k = 0; k < frames; k++) {
            out[k] += noise * (float) random.nextGaussian();
        }
    }

    /** A fast clock takes more samples of the same second: beside the room's samples its own fall ever further back. */
    private void listenAtOwnPace(float[] out, int frames) {
        past.write(out, frames);
        past.read(out, 0, frames, lag, ppm * 1e-6);
        lag += ppm * 1e-6 * frames;
        if (lag < 0 || lag > MAX_LAG) {
            lag = FIRST_LAG;
        }
    }
}
