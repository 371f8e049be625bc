package ensemble.skill.voice;

import com.amazon.ask.model.interfaces.alexa.presentation.apl.RenderDocumentDirective;
import ensemble.contract.id.SpeakerId;
import ensemble.contract.state.GroupConfig;
import ensemble.contract.state.SyncReport;
import ensemble.contract.value.Name;
import ensemble.contract.value.OffsetMicros;
import ensemble.skill.household.Household;
import ensemble.skill.status.GroupStatus;
import ensemble.skill.status.HouseStatus;
import ensemble.skill.voice.speech.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The status on a device that has a display: groups, who plays, how far each speaker lags. Nothing on all others. */
final class Screen {
    private Screen() {}

    static void show(Turn turn, Household house) {
        if (turn.hasScreen()) {
            turn.with(RenderDocumentDirective.builder()
                    .withToken("status")
                    .withDocument(document(turn.say(Line.CARD_TITLE)))
                    .withDatasources(Map.of("status", Map.of("rows", rows(turn, house))))
                    .build());
        }
    }

    private static List<Map<String, Object>> rows(Turn turn, Household house) {
        HouseStatus status = HouseStatus.of(house);
        Set<SpeakerId> playing = Playing.speakers(house);
        List<Map<String, Object>> rows = new ArrayList<>();
        for (GroupConfig group : house.config().groups()) {
            Optional<GroupStatus> known = status.group(group.id());
            boolean there = known.filter(GroupStatus::reachable).isPresent();
            boolean heard = playing.containsAll(group.members().keySet());
            Line state = heard ? Line.SCREEN_PLAYING : there ? Line.SCREEN_SILENT : Line.SCREEN_AWAY;
            rows.add(Map.of(
                    "name", group.name().text(),
                    "state", turn.say(state),
                    "offsets", offsets(turn, house, group)));
        }
        return rows;
    }

    /** Unknown is left out, never shown as zero. */
    private static String offsets(Turn turn, Household house, GroupConfig group) {
        Map<SpeakerId, OffsetMicros> measured =
                house.reports().sync().map(SyncReport::offsets).map(Map::copyOf).orElse(Map.of());
        List<String> known = new ArrayList<>();
        for (SpeakerId id : group.members().keySet()) {
            OffsetMicros offset = measured.get(id);
            if (offset != null) {
                String name = house.config()
                        .speaker(id)
                        .map(speaker -> speaker.name())
                        .map(Name::text)
                        .orElse(id.value());
                known.add(name + " " + turn.phrases().words().millis(offset.micros()));
            }
        }
        return String.join(", ", known);
    }

    private static Map<String, Object> document(String title) {
        Map<String, Object> row = Map.of(
                "type", "Container",
                "paddingBottom", "12dp",
                "items", List.of(text("${data.name}: ${data.state}", "28dp"), text("${data.offsets}", "20dp")));
        Map<String, Object> list = Map.of(
                "type", "Sequence",
                "height", "80vh",
                "width", "100%",
                "data", "${payload.status.rows}",
                "items", List.of(row));
        Map<String, Object> page = Map.of(
                "type", "Container",
                "padding", "5vw",
                "items", List.of(text(title, "36dp"), list));
        return Map.of(
                "type",
                "APL",
                "version",
                "1.8",
                "theme",
                "dark",
                "mainTemplate",
                Map.of("parameters", List.of("payload"), "items", List.of(page)));
    }

    private static Map<String, Object> text(String text, String size) {
        return Map.of("type", "Text", "text", text, "fontSize", size);
    }
}
