package ensemble.gateway.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the one-time code can be read by whoever may read the box's state, and by nobody else. */
final class CodeFile {
    private static final Logger LOG = LoggerFactory.getLogger(CodeFile.class);
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path file;

    CodeFile(Path file) {
        this.file = file;
    }

    /** A disk that refuses costs the file alone: the code is in the log as well. */
    void write(String digits) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.deleteIfExists(file);
            try (var out = Files.newByteChannel(
                    file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), OWNER_ONLY)) {
                out.write(
                        java.nio.ByteBuffer.wrap((digits + "\n").getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
            }
        } catch (IOException refused) {
            LOG.warn("The page's code cannot be written to {}: {}", file, refused.toString());
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException refused) {
            LOG.warn("The used code cannot be removed from {}: {}", file, refused.toString());
        }
    }
}
