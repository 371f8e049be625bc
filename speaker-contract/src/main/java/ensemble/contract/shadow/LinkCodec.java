package ensemble.contract.shadow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.contract.id.OutputId;
import ensemble.contract.state.LinkAsk;
import ensemble.contract.state.LinkReport;
import ensemble.contract.state.LinkState;
import ensemble.contract.value.LinkKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The {@code link} shadow. Desired: {@code claim of number}, the question to put. Reported: {@code st key re out}; null = none;
 * {@code re} is the claim that is asked or was answered. No field is in both sections, so that a delta carries the whole question.
 */
public final class LinkCodec {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private LinkCodec() {}

    /** The desired section. */
    public static ObjectNode desired(LinkAsk ask) {
        return JSON.objectNode()
                .put("claim", ask.claim())
                .put("of", ask.key().value())
                .put("number", ask.number());
    }

    /** Reads a desired section; empty when nobody has ever asked. */
    public static Optional<LinkAsk> desired(JsonNode section) throws ShadowFormatException {
        if (Fields.absent(section, "claim")) {
            return Optional.empty();
        }
        String claim = Fields.text(section, "claim");
        LinkKey key = Fields.made("of", Fields.text(section, "of"), LinkKey::new);
        int number = Fields.small(section, "number");
        return Optional.of(Fields.made("claim", claim, text -> new LinkAsk(text, key, number)));
    }

    /** The reported section. */
    public static ObjectNode reported(LinkReport report) {
        ObjectNode section = JSON.objectNode()
                .put("st", report.state().wire())
                .put("key", report.key().map(LinkKey::value).orElse(null))
                .put("re", report.claim().orElse(null));
        if (report.outputs().isEmpty()) {
            return section.putNull("out");
        }
        ArrayNode outputs = section.putArray("out");
        report.outputs().forEach(output -> outputs.add(output.value()));
        return section;
    }

    /** Reads a reported section; empty when the hub has never reported. */
    public static Optional<LinkReport> reported(JsonNode section) throws ShadowFormatException {
        if (Fields.absent(section, "st")) {
            return Optional.empty();
        }
        Optional<String> key = Fields.textIfAny(section, "key");
        List<OutputId> outputs = new ArrayList<>();
        for (JsonNode output : section.path("out")) {
            outputs.add(Fields.made("out", output.asText(), OutputId::new));
        }
        return Optional.of(new LinkReport(
                LinkState.ofWire(Fields.text(section, "st")),
                key.isEmpty() ? Optional.empty() : Optional.of(Fields.made("key", key.get(), LinkKey::new)),
                Fields.textIfAny(section, "re"),
                outputs));
    }
}
