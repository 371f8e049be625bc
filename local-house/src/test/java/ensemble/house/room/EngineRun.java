package ensemble.house.room;

import java.util.SplittableRandom;

/** Drives a room's engine over given sink signals and keeps what comes out. */
final class EngineRun {
    final RoomEngine engine;
    final float[][] emissions;
    final float[][] arrivals;
    final float[] mic;
    final float[] program;
    int done;
    private final RoomBlock block;

    EngineRun(RoomConfig config, int frames) {
        engine = new RoomEngine(config);
        int n = config.speakers().size();
        emissions = new float[n][frames];
        arrivals = new float[n][frames];
        mic = new float[frames];
        program = new float[frames];
        block = new RoomBlock(n);
    }

    /** Feeds the same signal to every sink and to the program, up to a frame, in blocks of so many. */
    EngineRun until(int end, float[] signal, int blockFrames) {
        while (done < end) {
            step(signal, Math.min(blockFrames, end - done));
        }
        return this;
    }

    /** The same in blocks of random lengths. */
    EngineRun until(int end, float[] signal, SplittableRandom random) {
        while (done < end) {
            step(signal, Math.min(random.nextInt(1, RoomBlock.MAX_FRAMES + 1), end - done));
        }
        return this;
    }

    private void step(float[] signal, int n) {
        block.begin(n, 0);
        for (float[] sink : block.sinks) {
            System.arraycopy(signal, done, sink, 0, n);
        }
        for (int k = 0; k < n; k++) {
            block.program[2 * k] = signal[done + k];
            block.program[2 * k + 1] = signal[done + k];
        }
        engine.process(block);
        for (int i = 0; i < emissions.length; i++) {
            System.arraycopy(block.emissions[i], 0, emissions[i], done, n);
            System.arraycopy(block.arrivals[i], 0, arrivals[i], done, n);
        }
        System.arraycopy(block.mic, 0, mic, done, n);
        for (int k = 0; k < n; k++) {
            program[done + k] = block.program[2 * k];
        }
        done += n;
    }

    /** The lag of a speaker's emission behind the program, in samples. */
    double lag(int speaker, int center) {
        return Delays.lag(program, emissions[speaker], center, 1 << 14, 150_000);
    }
}
