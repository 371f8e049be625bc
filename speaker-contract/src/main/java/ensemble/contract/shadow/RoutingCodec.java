package ensemble.contract.shadow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.contract.id.SpeakerId;
import ensemble.contract.state.Fault;
import ensemble.contract.state.FaultKind;
import ensemble.contract.state.Playback;
import ensemble.contract.state.RoutingReport;
import ensemble.contract.state.RoutingWish;
import ensemble.contract.state.SpeakerReport;
import ensemble.contract.state.SpeakerWish;
import ensemble.contract.state.Stamp;
import ensemble.contract.state.Ticket;
import ensemble.contract.value.DelayMicros;
import ensemble.contract.value.Gain;
import ensemble.contract.value.Role;
import ensemble.contract.value.Volume;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The {@code routing} shadow. Desired: {@code n}, in {@code s} per speaker {@code on v m r}, and {@code t}
 * ({@link TicketCodec}). Reported: {@code n k}, in {@code is} per speaker {@code up on v m r g d} (g in dB, left out =
 * silent; d in microseconds), {@code fault}, {@code lastExpired}, {@code p [[id on v m r]]} commanded at the box (1 = yes),
 * {@code pb} playback, {@code tk} echoes of tickets. What may vanish is an array or null: objects are merged.
 *
 * <p>What is wished and what is reported have different names on purpose: a delta then always carries the whole wish, never
 * just the fields in which it happens to differ from an older report.
 */
public final class RoutingCodec {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private RoutingCodec() {}

    /** The desired section. */
    public static ObjectNode desired(RoutingWish wish) {
        ObjectNode section = JSON.objectNode().put("n", wish.n());
        ObjectNode speakers = section.putObject("s");
        wish.speakers().forEach((id, speaker) -> speakers.putObject(id.value())
                .put("on", speaker.on())
                .put("v", speaker.volume().points())
                .put("m", speaker.muted())
                .put("r", speaker.role().letter()));
        section.set("t", TicketCodec.tickets(wish.tickets()));
        return section;
    }

    /** Reads a desired section; a missing one is {@link RoutingWish#NONE}. */
    public static RoutingWish desired(JsonNode section) throws ShadowFormatException {
        if (section.isMissingNode() || section.isNull()) {
            return RoutingWish.NONE;
        }
        SortedMap<SpeakerId, SpeakerWish> speakers = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry :
                Fields.objectIfAny(section, "s").properties()) {
            JsonNode node = entry.getValue();
            SpeakerId id = Fields.made("s", entry.getKey(), SpeakerId::new);
            if (node.isNull()) {
                continue;
            }
            speakers.put(
                    id, new SpeakerWish(Fields.flag(node, "on"), volume(node), Fields.flag(node, "m"), role(node)));
        }
        long n = Fields.whole(section, "n");
        List<Ticket> tickets = TicketCodec.tickets(section);
        return Fields.made("routing", "", ignored -> new RoutingWish(n, speakers, tickets));
    }

    /** The reported section. */
    public static ObjectNode reported(RoutingReport report) {
        ObjectNode section = JSON.objectNode()
                .put("n", report.stamp().n())
                .put("k", report.stamp().k());
        ObjectNode speakers = section.putObject("is");
        report.speakers().forEach((id, speaker) -> {
            ObjectNode node = speakers.putObject(id.value())
                    .put("up", speaker.connected())
                    .put("on", speaker.playing())
                    .put("v", speaker.volume().points())
                    .put("m", speaker.muted())
                    .put("r", speaker.role().letter());
            if (!speaker.gain().isSilent()) {
                node.put("g", rounded(speaker.gain().db(), 100));
            }
            node.put("d", rounded(speaker.delay().micros(), 10));
        });
        report.fault()
                .ifPresentOrElse(
                        fault -> {
                            ObjectNode node = section.putObject("fault")
                                    .put("kind", fault.kind().name());
                            ArrayNode ids = node.putArray("speakers");
                            fault.speakers().forEach(id -> ids.add(id.value()));
                        },
                        () -> section.putNull("fault"));
        report.lastExpired().ifPresent(n -> section.put("lastExpired", n));
        section.set("p", patch(report.patch()));
        section.put(
                "pb",
                report.playback() == Playback.UNKNOWN ? null : report.playback().name());
        section.set("tk", TicketCodec.echoes(report.echoes()));
        return section;
    }

    /** Reads a reported section; empty when the hub has never reported. */
    public static Optional<RoutingReport> reported(JsonNode section) throws ShadowFormatException {
        if (section.isMissingNode() || section.isNull()) {
            return Optional.empty();
        }
        SortedMap<SpeakerId, SpeakerReport> speakers = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry :
                Fields.objectIfAny(section, "is").properties()) {
            if (entry.getValue().isNull()) {
                continue;
            }
            speakers.put(Fields.made("is", entry.getKey(), SpeakerId::new), speakerReport(entry.getValue()));
        }
        long n = Fields.whole(section, "n");
        long k = Fields.whole(section, "k");
        Stamp stamp = Fields.made("n, k", "", ignored -> new Stamp(n, k));
        OptionalLong expired = Fields.absent(section, "lastExpired")
                ? OptionalLong.empty()
                : OptionalLong.of(Fields.whole(section, "lastExpired"));
        Playback playback = Fields.absent(section, "pb")
                ? Playback.UNKNOWN
                : Fields.made("pb", Fields.text(section, "pb"), Playback::valueOf);
        return Optional.of(new RoutingReport(
                stamp, speakers, fault(section), expired, patch(section), playback, TicketCodec.echoes(section)));
    }

    private static JsonNode patch(SortedMap<SpeakerId, SpeakerWish> patch) {
        if (patch.isEmpty()) {
            return JSON.nullNode();
        }
        ArrayNode rows = JSON.arrayNode();
        patch.forEach((id, wish) -> rows.addArray()
                .add(id.value())
                .add(wish.on() ? 1 : 0)
                .add(wish.volume().points())
                .add(wish.muted() ? 1 : 0)
                .add(wish.role().letter()));
        return rows;
    }

    private static SortedMap<SpeakerId, SpeakerWish> patch(JsonNode section) throws ShadowFormatException {
        SortedMap<SpeakerId, SpeakerWish> patch = new TreeMap<>();
        for (JsonNode row : section.path("p")) {
            patch.put(
                    Fields.made("p", row.path(0).asText(), SpeakerId::new),
                    Fields.made(
                            "p",
                            row.path(4).asText(),
                            letter -> new SpeakerWish(
                                    row.path(1).intValue() == 1,
                                    new Volume(row.path(2).intValue()),
                                    row.path(3).intValue() == 1,
                                    Role.ofLetter(letter))));
        }
        return patch;
    }

    private static SpeakerReport speakerReport(JsonNode node) throws ShadowFormatException {
        Gain gain = Fields.absent(node, "g") ? Gain.SILENT : gain(Fields.number(node, "g"));
        double delay = Fields.number(node, "d");
        return new SpeakerReport(
                Fields.flag(node, "up"),
                Fields.flag(node, "on"),
                volume(node),
                Fields.flag(node, "m"),
                role(node),
                gain,
                Fields.made("d", "", ignored -> new DelayMicros(delay)));
    }

    private static Gain gain(double db) throws ShadowFormatException {
        return Fields.made("g", "", ignored -> new Gain(db));
    }

    private static Optional<Fault> fault(JsonNode section) throws ShadowFormatException {
        if (Fields.absent(section, "fault")) {
            return Optional.empty();
        }
        JsonNode node = Fields.object(section, "fault");
        Set<SpeakerId> speakers = new TreeSet<>();
        for (JsonNode id : node.path("speakers")) {
            speakers.add(Fields.made("fault", id.asText(), SpeakerId::new));
        }
        return Optional.of(new Fault(Fields.made("fault", Fields.text(node, "kind"), FaultKind::valueOf), speakers));
    }

    private static Volume volume(JsonNode node) throws ShadowFormatException {
        int points = Fields.small(node, "v");
        return Fields.made("v", "", ignored -> new Volume(points));
    }

    private static Role role(JsonNode node) throws ShadowFormatException {
        return Fields.made("r", Fields.text(node, "r"), Role::ofLetter);
    }

    private static double rounded(double value, int steps) {
        return (double) Math.round(value * steps) / steps;
    }
}
