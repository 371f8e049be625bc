package ensemble.house.app;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The folder a house lives in, held by one house at a time. */
final class DataFolder implements AutoCloseable {
    /** What a first run writes, with room to breathe. */
    private static final long NEEDED_BYTES = 8L << 20;

    private final FileChannel channel;
    private final FileLock lock;

    private DataFolder(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /** @throws HouseException naming the folder when it is held, full, or not to be written */
    static DataFolder hold(Path folder) throws HouseException {
        try {
            Files.createDirectories(folder);
            FileStore store = Files.getFileStore(folder);
            if (store.getUsableSpace() < NEEDED_BYTES) {
                throw HouseException.cannot(folder + " has no room: a house needs " + (NEEDED_BYTES >> 20) + " MB and "
                        + (store.getUsableSpace() >> 10) + " KB are free; choose another with --data");
            }
            FileChannel channel =
                    FileChannel.open(folder.resolve("house.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw HouseException.wrongUse(
                        "another house runs on " + folder + "; stop it or choose another folder with --data");
            }
            return new DataFolder(channel, lock);
        } catch (IOException refused) {
            throw HouseException.cannot(
                    "cannot write to " + folder + " (" + refused.getClass().getSimpleName() + ": "
                            + refused.getMessage() + "); choose another folder with --data");
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
        } catch (IOException gone) {
            System.getLogger("ensemble.house.app")
                    .log(System.Logger.Level.DEBUG, "the lock went with its folder", gone);
        }
    }
}
