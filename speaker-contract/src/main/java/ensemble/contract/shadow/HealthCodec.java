package ensemble.contract.shadow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.contract.id.SpeakerId;
import ensemble.contract.state.EchoHealth;
import ensemble.contract.state.EchoLink;
import ensemble.contract.state.HealthReport;
import ensemble.contract.state.SpeakerHealth;
import ensemble.contract.state.SpeakerTrouble;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The {@code health} shadow, reported only: {@code version pid since graph noSound xruns bufferMs}; null = unknown;
 * {@code echo} and {@code ctl}; {@code sp [[id trouble battery dBm drops]]} of the speakers of which more is known.
 */
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
        section.put("echo", report.echo().link().name());
        section.put("ctl", report.echo().controllable());
        ArrayNode speakers = section.putArray("sp");
        report.speakers().forEach((id, health) -> {
            ArrayNode row =
                    speakers.addArray().add(id.value()).add(health.trouble().name());
            for (OptionalInt number : List.of(health.batteryPercent(), health.signalDbm(), health.drops())) {
                row.add(number.isPresent() ? (Integer) number.getAsInt() : null);
            }
        });
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
                        : OptionalDouble.of(Fields.number(section, "bufferMs")),
                echo(section),
                speakers(section)));
    }

    private static EchoHealth echo(JsonNode section) throws ShadowFormatException {
        return Fields.absent(section, "echo")
                ? EchoHealth.UNKNOWN
                : new EchoHealth(
                        Fields.made("echo", Fields.text(section, "echo"), EchoLink::valueOf),
                        section.path("ctl").asBoolean());
    }

    private static SortedMap<SpeakerId, SpeakerHealth> speakers(JsonNode section) throws ShadowFormatException {
        SortedMap<SpeakerId, SpeakerHealth> speakers = new TreeMap<>();
        for (JsonNode row : section.path("sp")) {
            speakers.put(
                    Fields.made("sp", row.path(0).asText(), SpeakerId::new),
                    Fields.made(
                            "sp",
                            row.path(1).asText(),
                            trouble -> new SpeakerHealth(
                                    SpeakerTrouble.valueOf(trouble), number(row, 2), number(row, 3), number(row, 4))));
        }
        return speakers;
    }

    private static OptionalInt number(JsonNode row, int at) {
        return row.path(at).isIntegralNumber() ? OptionalInt.of(row.path(at).intValue()) : OptionalInt.empty();
    }
}
