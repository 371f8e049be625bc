package ensemble.house.alexa;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * What came of a sentence; the JSON of {@code say}.
 *
 * @param request the directive's or intent's name; null when nothing was sent
 * @param speech what Alexa would say; empty for her "OK" tone
 * @param n the number of the hub's newest wish afterwards; 0 before the first
 */
public record Said(
        String heard,
        Route route,
        boolean documented,
        @Nullable String request,
        String speech,
        Outcome outcome,
        long n) {
    /** Which way the sentence took. */
    public enum Route {
        SMART_HOME("smart-home"),
        SKILL("skill"),
        ROUTINE("routine");

        private final String wire;

        Route(String wire) {
            this.wire = wire;
        }
    }

    /** What it came to. */
    public enum Outcome {
        DONE("done"),
        ON_ITS_WAY("on-its-way"),
        CANNOT("cannot");

        private final String wire;

        Outcome(String wire) {
            this.wire = wire;
        }

        public String wire() {
            return wire;
        }
    }

    public ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("heard", heard)
                .put("route", route.wire)
                .put("documented", documented)
                .put("request", request)
                .put("speech", speech)
                .put("outcome", outcome.wire);
        return json.put("n", n);
    }
}
