package ensemble.gateway.audio.inprocess;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The room's sinks in its own order.
 *
 * @param names all it ever listed
 * @param present which of them are there, by the same index
 */
record RoomSinks(List<String> names, List<Boolean> present) {
    static final RoomSinks NONE = new RoomSinks(List.of(), List.of());
    private static final ObjectMapper JSON = new ObjectMapper();

    static RoomSinks parse(byte[] utf8) throws IOException {
        List<String> names = new ArrayList<>();
        List<Boolean> present = new ArrayList<>();
        for (JsonNode sink : JSON.readTree(utf8)) {
            names.add(sink.path("name").asText());
            present.add(sink.path("present").asBoolean());
        }
        return new RoomSinks(List.copyOf(names), List.copyOf(present));
    }

    boolean isPresent(String name) {
        int index = names.indexOf(name);
        return index >= 0 && present.get(index);
    }
}
