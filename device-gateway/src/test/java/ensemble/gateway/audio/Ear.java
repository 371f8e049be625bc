package ensemble.gateway.audio;

import ensemble.pulse.BufferAttributes;
import ensemble.pulse.PulseConnection;
import ensemble.pulse.PulseUnavailable;
import ensemble.pulse.RecordStream;
import ensemble.pulse.StreamSpec;
import java.util.Arrays;

/** Records many channels as one node, that is on one clock. Somebody else links its ports {@code ear:input_AUX...}. */
final class Ear extends PulseWorker<RecordStream> {
    private static final int BLOCK = 4800;

    private final int channels;
    private final float[] block;
    private float[] take = new float[0];
    private int wanted;
    private int taken;
    private volatile boolean hearing;

    Ear(int channels) {
        this.channels = channels;
        block = new float[channels * BLOCK];
    }

    boolean hearing() {
        healthy();
        return hearing;
    }

    /** Begins a take of so many frames; {@link #frames} grows until they are there. */
    synchronized void begin(int frames) {
        taken = 0;
        take = new float[frames * channels];
        wanted = frames;
    }

    synchronized int frames() {
        healthy();
        return taken;
    }

    /** What was taken, interleaved. */
    synchronized float[] samples() {
        return Arrays.copyOf(take, taken * channels);
    }

    @Override
    RecordStream open(PulseConnection pulse) throws PulseUnavailable {
        BufferAttributes deep = BufferAttributes.record(480, 96_000);
        return pulse.record(StreamSpec.aux("ear", channels, deep).unconnected());
    }

    @Override
    synchronized void turn(RecordStream in) {
        int frames = in.read(block, 0, BLOCK);
        while (frames > 0) {
            hearing = true;
            int keep = Math.min(frames, wanted - taken);
            System.arraycopy(block, 0, take, taken * channels, keep * channels);
            taken += keep;
            frames = in.read(block, 0, BLOCK);
        }
    }
}
