package ensemble.house.delivery;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Puts together what is delivered. The same jars always give the same bytes, so that nothing is deployed anew in vain. */
public final class Parcel {
    /** Amazon takes no larger package from a bucket, unpacked; sources: Lambda's quotas. */
    static final long MOST_BYTES = 250L << 20;

    /** Whose licence forbids that it is passed on, or what exists only to try things out. */
    private static final List<String> NEVER =
            List.of("dynamodblocal", "sqlite4java", "local-house", "moquette", "junit", "mockito", "device-gateway");

    private Parcel() {}

    /**
     * Packs a folder of jars as Lambda wants it: all under {@code lib/}.
     *
     * @return the bytes of the package
     * @throws IOException if a jar may not be delivered, or there is none
     */
    public static long lambda(Path jars, Path zip) throws IOException {
        List<Path> all = jars(jars);
        long unpacked = 0;
        for (Path jar : all) {
            String name = jar.getFileName().toString();
            if (!mayBeDelivered(name)) {
                throw new IOException(name + " must not be delivered");
            }
            unpacked += Files.size(jar);
        }
        if (unpacked > MOST_BYTES) {
            throw new IOException("the package has " + unpacked + " bytes; Lambda takes " + MOST_BYTES);
        }
        Files.createDirectories(zip.toAbsolutePath().getParent());
        try (OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream packed = new ZipOutputStream(out)) {
            for (Path jar : all) {
                ZipEntry entry = new ZipEntry("lib/" + jar.getFileName());
                // A time of its own would make every package a different one; 1980 is the oldest that a zip knows.
                entry.setTimeLocal(java.time.LocalDateTime.of(1980, 1, 1, 0, 0));
                packed.putNextEntry(entry);
                Files.copy(jar, packed);
                packed.closeEntry();
            }
        }
        return Files.size(zip);
    }

    /** Whether a jar may leave this machine. */
    static boolean mayBeDelivered(String jar) {
        String name = jar.toLowerCase(java.util.Locale.ROOT);
        return NEVER.stream().noneMatch(name::contains);
    }

    /** Copies a folder with everything in it. */
    public static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path one : all.sorted().toList()) {
                Path there = to.resolve(from.relativize(one).toString());
                if (Files.isDirectory(one)) {
                    Files.createDirectories(there);
                } else {
                    Files.copy(one, there, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    private static List<Path> jars(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException("the skill is not built: " + folder + " is missing");
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> jars = files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
            if (jars.isEmpty()) {
                throw new IOException("the skill is not built: no jar in " + folder);
            }
            return jars;
        }
    }
}
