package ensemble.contract.shadow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.contract.id.GroupId;
import ensemble.contract.id.SpeakerId;
import ensemble.contract.state.GroupSync;
import ensemble.contract.state.SyncReport;
import ensemble.contract.state.SyncStatus;
import ensemble.contract.state.UnmeasuredWhy;
import ensemble.contract.value.OffsetMicros;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The {@code sync} shadow, reported only: {@code g} per group {@code st us u at} (microseconds; null = not measured), where
 * known {@code why} nothing counts and {@code ear}, milliseconds from the Echo to the ear; {@code o} per speaker its offset in microseconds.
 */
public final class SyncCodec {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private SyncCodec() {}

    /** The reported section. */
    public static ObjectNode reported(SyncReport report) {
        ObjectNode section = JSON.objectNode();
        ObjectNode groups = section.putObject("g");
        report.groups().forEach((id, sync) -> {
            ObjectNode node =
                    groups.putObject(id.value()).put("st", sync.status().name());
            sync.measured()
                    .ifPresentOrElse(
                            m -> node.put("us", tenths(m.spreadMicros()))
                                    .put("u", tenths(m.uncertaintyMicros()))
                                    .put("at", m.at().toString()),
                            () -> node.putNull("us").putNull("u").putNull("at"));
            sync.why().ifPresent(why -> node.put("why", why.wire()));
            sync.earMillis().ifPresent(ear -> node.put("ear", (int) Math.round(ear)));
        });
        ObjectNode offsets = section.putObject("o");
        report.offsets().forEach((id, offset) -> offsets.put(id.value(), tenths(offset.micros())));
        return section;
    }

    /** Reads a reported section; a missing one knows no group. */
    public static SyncReport reported(JsonNode section) throws ShadowFormatException {
        SortedMap<GroupId, GroupSync> groups = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : section.path("g").properties()) {
            groups.put(Fields.made("g", entry.getKey(), GroupId::new), sync(entry.getValue()));
        }
        SortedMap<SpeakerId, OffsetMicros> offsets = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : section.path("o").properties()) {
            if (!entry.getValue().isNumber()) {
                continue;
            }
            offsets.put(
                    Fields.made("o", entry.getKey(), SpeakerId::new),
                    new OffsetMicros(entry.getValue().doubleValue()));
        }
        return new SyncReport(groups, offsets);
    }

    private static GroupSync sync(JsonNode node) throws ShadowFormatException {
        SyncStatus status = Fields.made("st", Fields.text(node, "st"), SyncStatus::valueOf);
        Optional<UnmeasuredWhy> why = Fields.absent(node, "why")
                ? Optional.empty()
                : Optional.of(Fields.made("why", Fields.text(node, "why"), UnmeasuredWhy::ofWire));
        OptionalDouble ear =
                Fields.absent(node, "ear") ? OptionalDouble.empty() : OptionalDouble.of(Fields.number(node, "ear"));
        return new GroupSync(status, measured(node), why, ear);
    }

    private static Optional<GroupSync.Measured> measured(JsonNode node) throws ShadowFormatException {
        return Fields.absent(node, "us")
                ? Optional.empty()
                : Optional.of(new GroupSync.Measured(
                        Fields.number(node, "us"), Fields.number(node, "u"), Fields.instant(node, "at")));
    }

    private static double tenths(double micros) {
        return Math.round(micros * 10) / 10.0;
    }
}
