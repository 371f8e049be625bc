package ensemble.house.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Whole-file writes that are either the old file or the new one, never a half. */
public final class SafeFiles {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> READABLE = PosixFilePermissions.fromString("rw-r--r--");

    private SafeFiles() {}

    /**
     * Replaces a file: writes a neighbour, flushes it to the disk, renames it, flushes the folder.
     *
     * @throws IOException if the folder is full, read-only or gone; the old file is then untouched
     */
    public static void write(Path file, byte[] content) throws IOException {
        write(file, content, READABLE);
    }

    /** The same for a secret: readable and writable by its owner alone (0600) from its first byte on. */
    public static void writeSecret(Path file, byte[] content) throws IOException {
        write(file, content, OWNER_ONLY);
    }

    private static void write(Path file, byte[] content, Set<PosixFilePermission> permissions) throws IOException {
        Path folder = folderOf(file);
        Path next = folder.resolve(file.getFileName() + ".next");
        try {
            Files.deleteIfExists(next);
            Files.createFile(next, PosixFilePermissions.asFileAttribute(permissions));
            try (FileChannel channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(content);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
            flushFolder(folder);
        } catch (IOException failure) {
            removeQuietly(next);
            throw failure;
        }
    }

    /**
     * Makes sure that a folder exists and takes data.
     *
     * @param freeBytes what the caller will need at least
     * @throws IOException naming the folder and what is wrong with it: not a folder, read-only, full
     */
    public static void requireWritable(Path folder, long freeBytes) throws IOException {
        try {
            Files.createDirectories(folder);
            Path probe = folder.resolve(".probe");
            write(probe, new byte[4096]);
            Files.delete(probe);
        } catch (IOException failure) {
            throw new IOException(
                    "cannot write in the data directory " + folder + ": " + reason(failure) + "; choose another one",
                    failure);
        }
        long free = Files.getFileStore(folder).getUsableSpace();
        if (free < freeBytes) {
            throw new IOException("the data directory " + folder + " has only " + free / 1024 + " KB free; at least "
                    + freeBytes / 1024 + " KB are needed");
        }
    }

    /** The sentence in a file fault, without the class name and the path that {@link IOException} likes to give alone. */
    public static String reason(IOException failure) {
        if (failure instanceof java.nio.file.FileSystemException system && system.getReason() != null) {
            return system.getReason();
        }
        String message = failure.getMessage();
        return message == null || failure instanceof java.nio.file.FileSystemException
                ? failure.getClass().getSimpleName()
                : message;
    }

    private static Path folderOf(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IllegalArgumentException("a file has a folder: " + file);
        }
        return folder;
    }

    private static void flushFolder(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** A leftover does no harm (the next write deletes it first), so the failure that led here stays the one told. */
    private static void removeQuietly(Path next) {
        if (!next.toFile().delete() && Files.exists(next)) {
            next.toFile().deleteOnExit();
        }
    }
}
