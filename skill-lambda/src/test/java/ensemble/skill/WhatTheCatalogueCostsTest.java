package ensemble.skill;

import static org.junit.jupiter.api.Assertions.assertTrue;

import ensemble.catalogue.load.Loader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** The function may grow by so much for the catalogue's sake and no more. */
final class WhatTheCatalogueCostsTest {
    private static final long MOST_BYTES = 300_000;

    @Test
    void itsJarAddsNoMoreThan300KilobytesToTheFunction() throws IOException, URISyntaxException {
        Path where = Path.of(
                Loader.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        long bytes = Files.isDirectory(where) ? zipped(where) : Files.size(where);
        System.out.println("the catalogue adds " + bytes + " bytes to the function");
        assertTrue(bytes > 50_000, () -> "only " + bytes + " bytes: " + where + " cannot be all of it");
        assertTrue(bytes <= MOST_BYTES, () -> bytes + " bytes");
    }

    private static long zipped(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Path file : files) {
                zip.putNextEntry(new ZipEntry(folder.relativize(file).toString()));
                Files.copy(file, zip);
            }
        }
        return bytes.size();
    }
}
