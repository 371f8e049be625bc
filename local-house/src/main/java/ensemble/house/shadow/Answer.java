package ensemble.house.shadow;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What becomes of one request. */
public sealed interface Answer {

    /**
     * It was done.
     *
     * @param response the document for the caller ({@code .../accepted} over MQTT, the body over REST)
     * @param publications what every subscriber gets because of it, in order; empty for reads. For an update or a delete
     *     the first one is {@code .../accepted} itself, which AWS publishes for REST callers too
     */
    record Accepted(ObjectNode response, List<Publication> publications) implements Answer {
        /** Keeps its own copy of the list. */
        public Accepted {
            publications = List.copyOf(publications);
        }
    }

    /**
     * It was refused and nothing changed.
     *
     * @param fault AWS's number and sentence
     * @param timestamp seconds since 1970
     * @param clientToken the caller's token, where one could be read
     */
    record Rejected(Fault fault, long timestamp, @Nullable String clientToken) implements Answer {
        /** The error document as AWS sends it on {@code .../rejected} and as a REST body. */
        public ObjectNode document() {
            ObjectNode document = JsonNodeFactory.instance.objectNode();
            document.put("code", fault.code());
            document.put("message", fault.message());
            document.put("timestamp", timestamp);
            if (clientToken != null) {
                document.put("clientToken", clientToken);
            }
            return document;
        }
    }
}
