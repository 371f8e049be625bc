package ensemble.house.room;

import ensemble.wav.WavWriter;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A file that is written under another name and takes its own only when it is whole; else nothing of it stays. */
final class RecordingFile implements AutoCloseable {
    private final Path target;
    private final Path partial;
    private final WavWriter writer;
    private boolean whole;

    /** @throws IOException with a sentence if it cannot be written there */
    RecordingFile(Path target, int channels, long frames) throws IOException {
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            throw new IOException(target + " is not a file that can be replaced");
        }
        Path directory = target.getParent();
        if (directory == null || !Files.isDirectory(directory)) {
            throw new IOException("there is no directory " + directory);
        }
        this.target = target;
        this.partial = Files.createTempFile(directory, "." + target.getFileName() + ".", ".part");
        try {
            FileChannel file = FileChannel.open(partial, StandardOpenOption.WRITE);
            try {
                this.writer = new WavWriter(file, channels, frames);
            } catch (IOException | RuntimeException e) {
                file.close();
                throw e;
            }
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(partial);
            throw e;
        }
    }

    void write(float[] interleaved, int frames) throws IOException {
        writer.write(interleaved, frames);
    }

    /** Gives the finished file its name. */
    void finish() throws IOException {
        writer.finish();
        writer.close();
        Files.move(partial, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        whole = true;
    }

    @Override
    public void close() throws IOException {
        if (!whole) {
            try (writer) {
                Files.deleteIfExists(partial);
            }
        }
    }
}
