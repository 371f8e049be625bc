package ensemble.gateway.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * One JSON document that survives a power cut at any moment: the new one is written beside the old, forced to the disk and
 * renamed over it, and the one before is kept. The first line is a checksum over the rest. One thread writes.
 */
public final class StateFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final Path previous;
    private final Path next;

    /** @param directory made when missing, at the first write */
    public StateFile(Path directory) {
        file = directory.resolve("state.json");
        previous = directory.resolve("state.previous.json");
        next = directory.resolve("state.next.json");
    }

    /** What was found. */
    public sealed interface Found {
        /** @param fromPrevious whether the newest was unreadable and the one before it is used */
        record Document(JsonNode json, boolean fromPrevious) implements Found {}

        /** Nothing was ever kept. */
        record Nothing() implements Found {}

        /** @param quarantined where the unreadable file was put; nothing of it is lost */
        record Unreadable(Path quarantined) implements Found {}
    }

    /** @throws IOException if the directory cannot be read at all */
    public Found read() throws IOException {
        if (Files.notExists(file) && Files.notExists(previous)) {
            return new Found.Nothing();
        }
        JsonNode newest = readChecked(file);
        if (newest != null) {
            return new Found.Document(newest, false);
        }
        JsonNode older = readChecked(previous);
        if (older != null) {
            return new Found.Document(older, true);
        }
        Path aside = file.resolveSibling("state.unreadable.json");
        Files.move(Files.exists(file) ? file : previous, aside, StandardCopyOption.REPLACE_EXISTING);
        return new Found.Unreadable(aside);
    }

    /** @throws IOException if it could not be kept; the document kept before is still whole */
    public void write(JsonNode document) throws IOException {
        byte[] body = JSON.writeValueAsBytes(document);
        byte[] head = (checksum(body) + "\n").getBytes(StandardCharsets.US_ASCII);
        Files.createDirectories(file.getParent());
        try (FileChannel channel = FileChannel.open(
                next, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            writeFully(channel, ByteBuffer.wrap(head));
            writeFully(channel, ByteBuffer.wrap(body));
            channel.force(true);
        }
        if (Files.exists(file)) {
            Files.move(file, previous, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel directory = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    private static void writeFully(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private static @Nullable JsonNode readChecked(Path path) throws IOException {
        if (Files.notExists(path)) {
            return null;
        }
        byte[] all = Files.readAllBytes(path);
        int end = 0;
        while (end < all.length && all[end] != '\n') {
            end++;
        }
        if (end == all.length) {
            return null;
        }
        byte[] body = Arrays.copyOfRange(all, end + 1, all.length);
        String head = new String(all, 0, end, StandardCharsets.US_ASCII);
        if (!head.equals(checksum(body))) {
            return null;
        }
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException notJson) {
            return null;
        }
    }

    private static String checksum(byte[] body) {
        CRC32 crc = new CRC32();
        crc.update(body);
        return "%08x".formatted(crc.getValue());
    }
}
