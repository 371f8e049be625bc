package ensemble.house.hub;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * Where the gateway's archive of classes lies, and with which options it is started for it: the same bargain that the packaged
 * {@code ensemble-gateway} keeps (decision 0075). The gateway makes the archive; its name says for which Java and which jars. One with
 * which a start was tried that did not come to anything is not tried again.
 *
 * @param folder made where it is not there; where it cannot be written, no archive is used
 * @param library the folder of the gateway's jars
 */
record HubArchive(Path folder, Path library) {
    /** Java's options for the next start; empty where none is kept. Changes the folder: called once for each start. */
    List<String> forStart(Path java, Path options) {
        try {
            Files.createDirectories(folder);
            Path archive = folder.resolve("classes-" + stamp(java, options) + ".jsa");
            Path tried = folder.resolve(archive.getFileName() + ".tried");
            boolean good = Files.isRegularFile(archive) && Files.size(archive) > 0 && !Files.exists(tried);
            if (good) {
                Files.createFile(tried);
            } else {
                empty();
            }
            return List.of(
                    "-Densemble.gateway.archive=" + archive,
                    "-Densemble.gateway.archiveOptions=" + options,
                    good ? "-XX:SharedArchiveFile=" + archive : "-XX:DumpLoadedClassList=" + archive + ".list",
                    "-Xlog:cds*=off",
                    "-Xlog:aot*=off");
        } catch (IOException unwritable) {
            return List.of();
        }
    }

    private void empty() throws IOException {
        try (Stream<Path> old = Files.list(folder)) {
            for (Path one : old.toList()) {
                Files.delete(one);
            }
        }
    }

    private String stamp(Path java, Path options) throws IOException {
        CRC32 sum = new CRC32();
        try (Stream<Path> jars = Files.list(library)) {
            for (Path one : Stream.concat(Stream.of(java.resolveSibling("../lib/modules"), options), jars.sorted())
                    .toList()) {
                String line = one + " " + Files.size(one) + " "
                        + Files.getLastModifiedTime(one).toMillis();
                sum.update(line.getBytes(StandardCharsets.UTF_8));
            }
        }
        return Long.toHexString(sum.getValue());
    }
}
