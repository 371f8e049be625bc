package ensemble.sync.estimate;

import ensemble.wav.WavFormat;
import ensemble.wav.WavReader;
import java.io.IOException;
import java.nio.file.Path;

/** A take in a WAV file: of several channels the loudest, whatever its sample format. */
public final class TakeFile {
    private static final int BLOCK = 2048;

    private TakeFile() {}

    /** A file that could be read. */
    public sealed interface Reading {
        /** It is fit to be measured. */
        record Fit(Take take) implements Reading {}

        /** It is not, whatever it holds. */
        record Unfit(Verdict.Refused why) implements Reading {}
    }

    /**
     * Reads it; at most five minutes are held in memory.
     *
     * @throws ensemble.wav.WavException if it cannot be read, told in a sentence
     */
    public static Reading read(Path file) throws IOException {
        try (WavReader reader = WavReader.open(file)) {
            WavFormat format = reader.format();
            if (format.rate() < Take.MIN_RATE) {
                return new Reading.Unfit(Verdict.Refused.of(Reason.RATE_TOO_LOW));
            }
            if (reader.frames() > Estimator.MAX_SECONDS * format.rate()) {
                return new Reading.Unfit(Verdict.Refused.of(Reason.TOO_LONG));
            }
            return new Reading.Fit(Take.of(channel(reader, loudest(reader)), format.rate()));
        }
    }

    /** Reads and measures it. */
    public static Verdict measure(Path file, ensemble.sync.probe.Probe probe) throws IOException {
        return switch (read(file)) {
            case Reading.Fit fit -> new Estimator().estimate(fit.take(), probe);
            case Reading.Unfit unfit -> unfit.why();
        };
    }

    private static int loudest(WavReader reader) throws IOException {
        int channels = reader.format().channels();
        double[] energy = new double[channels];
        float[] block = new float[BLOCK * channels];
        for (int n = reader.read(block, BLOCK); n > 0; n = reader.read(block, BLOCK)) {
            for (int i = 0; i < n * channels; i++) {
                energy[i % channels] += (double) block[i] * block[i];
            }
        }
        int loudest = 0;
        for (int c = 1; c < channels; c++) {
            loudest = energy[c] > energy[loudest] ? c : loudest;
        }
        reader.rewind();
        return loudest;
    }

    private static float[] channel(WavReader reader, int channel) throws IOException {
        int channels = reader.format().channels();
        float[] samples = new float[(int) reader.frames()];
        float[] block = new float[BLOCK * channels];
        int at = 0;
        for (int n = reader.read(block, BLOCK); n > 0; n = reader.read(block, BLOCK)) {
            for (int i = 0; i < n; i++) {
                samples[at++] = block[i * channels + channel];
            }
        }
        return samples;
    }
}
