package ensemble.house.shadow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;

/**
 * A story of requests to one shadow with what AWS answers.
 *
 * @param name what the story shows
 * @param steps in order
 */
public record Transcript(String name, List<Step> steps) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** All stories of the resource {@code transcripts.json}. */
    public static List<Transcript> all() throws IOException {
        try (InputStream in = Objects.requireNonNull(Transcript.class.getResourceAsStream("transcripts.json"))) {
            return StreamSupport.stream(JSON.readTree(in).spliterator(), false)
                    .map(story -> new Transcript(
                            story.path("name").asText(),
                            StreamSupport.stream(story.path("steps").spliterator(), false)
                                    .map(Step::new)
                                    .toList()))
                    .toList();
        }
    }

    @Override
    public String toString() {
        return name;
    }

    /**
     * One request with its answer.
     *
     * @param json {@code at}, {@code do}, the body as {@code body}, {@code raw} or {@code hex}, and {@code accepted} or
     *     {@code rejected}; {@code "*"} stands for any document
     */
    public record Step(JsonNode json) {
        /** Seconds since 1970 at which it is asked. */
        public long at() {
            return json.path("at").asLong();
        }

        /** {@code get}, {@code update} or {@code delete}. */
        public String action() {
            return json.path("do").asText();
        }

        /** The bytes sent. */
        public byte[] body() {
            if (json.has("hex")) {
                return HexFormat.of().parseHex(json.path("hex").asText());
            }
            String text = json.has("raw")
                    ? json.path("raw").asText()
                    : json.path("body").toString();
            return text.getBytes(StandardCharsets.UTF_8);
        }

        /** Whether it is to be refused. */
        public boolean refused() {
            return json.has("rejected");
        }

        /** The expected error without its timestamp. */
        public ObjectNode error() {
            return (ObjectNode) json.path("rejected");
        }

        /** The expected response, {@code "*"} for any. */
        public JsonNode response() {
            return json.path("accepted");
        }

        /** Expected publications by the end of their topic; missing if the story does not say. */
        public JsonNode publications() {
            return json.path("publishes");
        }
    }
}
