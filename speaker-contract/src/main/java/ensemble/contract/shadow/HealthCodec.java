package ensemble.contract.shadow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.contract.state.HealthReport;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** The {@code health} shadow, reported only: {@code version pid since graph noSound xruns bufferMs}; null = unknown. */
public final class HealthCodec {
    private HealthCodec() {}

    /** The reported section. */
    public static ObjectNode reported(HealthReport report) {
        ObjectNode section = JsonNodeFactory.instance
                .objectNode()
                .put("version", report.version())
                .put("pid", report.pid())
                .put("since", report.since().toString())
                .put("graph", report.graph().orElse(null))
                .put("noSound", report.noSound().orElse(null));
        section.put("xruns", report.xruns().isPresent() ? (Long) report.xruns().getAsLong() : null);
        section.put(
                "bufferMs",
                report.bufferMillis().isPresent()
                        ? (Double) (Math.round(report.bufferMillis().getAsDouble() * 10) / 10.0)
                        : null);
        return section;
    }

    /** Reads a reported section; empty when the hub has never reported. */
    public static Optional<HealthReport> reported(JsonNode section) throws ShadowFormatException {
        if (section.isMissingNode() || section.isNull()) {
            return Optional.empty();
        }
        return Optional.of(new HealthReport(
                Fields.text(section, "version"),
                Fields.whole(section, "pid"),
                Fields.instant(section, "since"),
                Fields.textIfAny(section, "graph"),
                Fields.textIfAny(section, "noSound"),
                Fields.absent(section, "xruns")
                        ? OptionalLong.empty()
                        : OptionalLong.of(Fields.whole(section, "xruns")),
                Fields.absent(section, "bufferMs")
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(Fields.number(section, "bufferMs"))));
    }
}
