package ensemble.sync.probe;

import ensemble.wav.WavWriter;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Signals as WAV files, 48 kHz float. */
public final class ProbeFile {
    private static final int BLOCK = 4096;

    private ProbeFile() {}

    /** Writes a probe, one channel for each speaker. */
    public static void write(Probe probe, Path file) throws IOException {
        float[][] channels = new float[probe.speakers()][];
        for (int i = 0; i < channels.length; i++) {
            channels[i] = probe.channel(i);
        }
        write(channels, file);
    }

    /**
     * Writes channels of one length over whatever the file held.
     *
     * @throws IOException if it cannot be written
     */
    public static void write(float[][] channels, Path file) throws IOException {
        int frames = channels[0].length;
        try (FileChannel out = FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING);
                WavWriter writer = new WavWriter(out, channels.length, frames)) {
            float[] block = new float[BLOCK * channels.length];
            for (int from = 0; from < frames; from += BLOCK) {
                int count = Math.min(BLOCK, frames - from);
                for (int i = 0; i < count * channels.length; i++) {
                    block[i] = channels[i % channels.length][from + i / channels.length];
                }
                writer.write(block, count);
            }
            writer.finish();
        }
    }
}
