package ensemble.gateway.sync.analysis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.sync.estimate.Reason;
import ensemble.sync.estimate.SpeakerArrival;
import ensemble.sync.estimate.Verdict;
import ensemble.sync.hold.Fingerprint;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** A finding on its way out of the analysing process. */
final class FindingJson {
    private FindingJson() {}

    static ObjectNode of(Finding finding) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        switch (finding.verdict()) {
            case Verdict.Measured(List<SpeakerArrival> speakers, double micPpm) -> {
                ArrayNode list = json.putArray("measured");
                speakers.forEach(one -> {
                    ObjectNode node = list.addObject()
                            .put("us", one.offsetMicros())
                            .put("u", one.uncertaintyMicros())
                            .put("reversed", one.reversed());
                    one.levelDb().ifPresent(db -> node.put("db", db));
                });
                json.put("micPpm", micPpm);
            }
            case Verdict.Refused(Reason reason, List<Integer> speakers) -> {
                json.put("refused", reason.word());
                ArrayNode about = json.putArray("about");
                speakers.forEach(about::add);
            }
        }
        ArrayNode drift = json.putArray("drift");
        finding.driftPpm().forEach(drift::add);
        finding.startSeconds().ifPresent(start -> json.put("start", start));
        ArrayNode prints = json.putArray("prints");
        finding.prints().forEach(one -> {
            ByteBuffer bytes = ByteBuffer.allocate(Fingerprint.LENGTH * Float.BYTES);
            bytes.asFloatBuffer().put(one.response());
            prints.add(bytes.array());
        });
        return json;
    }

    /** @throws IllegalArgumentException if it is none */
    static Finding read(JsonNode json) {
        List<Fingerprint> prints = new ArrayList<>();
        json.path("prints").forEach(one -> prints.add(print(one)));
        List<Double> drift = new ArrayList<>();
        json.path("drift").forEach(one -> drift.add(one.asDouble()));
        OptionalDouble start =
                json.has("start") ? OptionalDouble.of(json.path("start").asDouble()) : OptionalDouble.empty();
        return new Finding(verdict(json), drift, start, prints);
    }

    private static Fingerprint print(JsonNode base64) {
        float[] response = new float[Fingerprint.LENGTH];
        ByteBuffer.wrap(Base64.getDecoder().decode(base64.asText()))
                .asFloatBuffer()
                .get(response);
        return new Fingerprint(response);
    }

    private static Verdict verdict(JsonNode json) {
        if (json.has("measured")) {
            List<SpeakerArrival> arrivals = new ArrayList<>();
            for (JsonNode one : json.path("measured")) {
                arrivals.add(new SpeakerArrival(
                        arrivals.size(),
                        one.path("us").asDouble(),
                        one.path("u").asDouble(),
                        one.has("db") ? OptionalDouble.of(one.path("db").asDouble()) : OptionalDouble.empty(),
                        one.path("reversed").asBoolean()));
            }
            return new Verdict.Measured(arrivals, json.path("micPpm").asDouble());
        }
        List<Integer> about = new ArrayList<>();
        json.path("about").forEach(one -> about.add(one.asInt()));
        String word = json.path("refused").asText().toUpperCase(Locale.ROOT).replace('-', '_');
        return new Verdict.Refused(Reason.valueOf(word), about);
    }
}
