package ensemble.gateway.audio;

import ensemble.pulse.BufferAttributes;
import ensemble.pulse.PlaybackStream;
import ensemble.pulse.PulseConnection;
import ensemble.pulse.PulseUnavailable;
import ensemble.pulse.StreamSpec;

/** Plays a test program into a sink, for ever. */
final class ProgramPlayer extends PulseWorker<PlaybackStream> {
    private static final int BLOCK = 4800;

    private final String sink;
    private final float[] block = new float[2 * BLOCK];
    private volatile Program program = Program.tones(0, 0);
    private long frame;

    ProgramPlayer(String sink) {
        this.sink = sink;
    }

    void play(Program next) {
        program = next;
    }

    @Override
    PlaybackStream open(PulseConnection pulse) throws PulseUnavailable {
        BufferAttributes deep = BufferAttributes.playback(9600, 4800, 960, 48_000);
        return pulse.playback(StreamSpec.stereo("echo", deep).to(sink));
    }

    @Override
    void turn(PlaybackStream out) throws PulseUnavailable {
        int frames = Math.min(out.writableFrames(), BLOCK);
        if (frames > 0) {
            program.fill(frame, block, frames);
            out.write(block, 0, frames);
            frame += frames;
        }
    }
}
