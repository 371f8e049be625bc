package ensemble.wav;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A whole WAV file in memory.
 *
 * @param rate frames per second
 * @param channels one array per channel, all of the same length, full scale = 1
 */
@SuppressWarnings("ArrayRecordComponent") // a bulk carrier, never compared
public record WavAudio(int rate, float[][] channels) {
    private static final long MAX_SAMPLES = 256L << 20;

    /**
     * Reads a file of at most 256 Mi samples.
     *
     * @throws WavException as {@link WavReader#open}, or if it is larger
     */
    public static WavAudio read(Path path) throws IOException {
        try (WavReader reader = WavReader.open(path)) {
            int channels = reader.format().channels();
            if (reader.frames() * channels > MAX_SAMPLES) {
                throw new WavException(path.getFileName() + " is too long to be held in memory");
            }
            float[][] split = new float[channels][(int) reader.frames()];
            float[] block = new float[1024 * channels];
            int at = 0;
            for (int n = reader.read(block, 1024); n > 0; n = reader.read(block, 1024)) {
                for (int i = 0; i < n * channels; i++) {
                    split[i % channels][at + i / channels] = block[i];
                }
                at += n;
            }
            return new WavAudio(reader.format().rate(), split);
        }
    }

    public int frames() {
        return channels[0].length;
    }
}
