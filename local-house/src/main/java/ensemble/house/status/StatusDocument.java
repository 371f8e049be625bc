package ensemble.house.status;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.contract.id.SpeakerId;
import ensemble.contract.state.GroupConfig;
import ensemble.contract.state.GroupSync;
import ensemble.contract.state.HealthReport;
import ensemble.contract.state.SpeakerConfig;
import ensemble.contract.state.SpeakerReport;
import ensemble.contract.state.SpeakerWish;
import ensemble.contract.value.OffsetMicros;
import ensemble.contract.value.SyncTier;
import ensemble.contract.value.Volume;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From what is known to what {@code status} says. While the hub is away, what it last said is no longer known: null. */
public final class StatusDocument {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final HouseView view;

    private StatusDocument(HouseView view) {
        this.view = view;
    }

    public static ObjectNode of(HouseView view) {
        StatusDocument document = new StatusDocument(view);
        ObjectNode json = JSON.objectNode();
        json.set("hub", document.hub());
        ArrayNode speakers = json.putArray("speakers");
        view.config().speakers().forEach(speaker -> speakers.add(document.speaker(speaker)));
        ArrayNode groups = json.putArray("groups");
        view.config().groups().forEach(group -> groups.add(document.group(group)));
        json.put("wish", view.wish().n());
        json.put("answered", view.routing().map(report -> report.stamp().n()).orElse(null));
        return json;
    }

    private ObjectNode hub() {
        Optional<HealthReport> health = view.health().filter(known -> view.online());
        ObjectNode json = JSON.objectNode()
                .put("id", view.hub())
                .put("name", view.hubName())
                .put("online", view.online())
                .put("since", view.since().map(Instant::toString).orElse(null))
                .put("version", view.health().map(HealthReport::version).orElse(null))
                .put("pid", health.map(HealthReport::pid).orElse(null))
                .put("graph", health.flatMap(HealthReport::graph).orElse(null));
        json.put(
                "xruns",
                health.isPresent() && health.get().xruns().isPresent()
                        ? (Long) health.get().xruns().getAsLong()
                        : null);
        json.put(
                "bufferMs",
                health.isPresent() && health.get().bufferMillis().isPresent()
                        ? (Double) health.get().bufferMillis().getAsDouble()
                        : null);
        health.flatMap(HealthReport::noSound).ifPresent(why -> json.put("noSound", why));
        return json;
    }

    private ObjectNode speaker(SpeakerConfig speaker) {
        Optional<SpeakerReport> report = report(speaker.id());
        return JSON.objectNode()
                .put("id", speaker.id().value())
                .put("name", speaker.name().text())
                .put("hub", view.hub())
                .put("output", speaker.output().value())
                .put("connected", report.map(SpeakerReport::connected).orElse(null))
                .put("playing", report.map(SpeakerReport::playing).orElse(null))
                .put("volume", wish(speaker.id()).volume().points())
                .put(
                        "gainDb",
                        report.map(SpeakerReport::gain)
                                .filter(gain -> !gain.isSilent())
                                .map(gain -> gain.db())
                                .orElse(null))
                .put("delayMs", report.map(known -> known.delay().millis()).orElse(null))
                .put(
                        "offsetMs",
                        Optional.ofNullable(view.sync().offsets().get(speaker.id()))
                                .filter(known -> view.online())
                                .map(OffsetMicros::millis)
                                .orElse(null));
    }

    private ObjectNode group(GroupConfig group) {
        Collection<SpeakerId> members = group.members().keySet();
        ObjectNode json = JSON.objectNode()
                .put("id", group.id().value())
                .put("name", group.name().text());
        ArrayNode ids = json.putArray("speakers");
        view.config().speakers().stream()
                .map(SpeakerConfig::id)
                .filter(members::contains)
                .forEach(id -> ids.add(id.value()));
        json.put("active", active(members));
        json.put(
                "volume",
                members.stream()
                        .map(id -> wish(id).volume())
                        .max(Volume::compareTo)
                        .map(Volume::points)
                        .orElse(null));
        json.put("muted", members.stream().allMatch(id -> wish(id).muted()));
        json.set("sync", sync(group));
        return json;
    }

    /** On when all its available members play; unknown while nobody knows which do. */
    private @Nullable Boolean active(Collection<SpeakerId> members) {
        List<SpeakerReport> available = members.stream()
                .flatMap(id -> report(id).stream())
                .filter(SpeakerReport::connected)
                .toList();
        if (!view.online() || view.routing().isEmpty()) {
            return null;
        }
        return !available.isEmpty() && available.stream().allMatch(SpeakerReport::playing);
    }

    private ObjectNode sync(GroupConfig group) {
        GroupSync sync =
                view.online() ? view.sync().groups().getOrDefault(group.id(), GroupSync.UNKNOWN) : GroupSync.UNKNOWN;
        Optional<GroupSync.Measured> measured = sync.measured();
        String tier = measured.map(m -> SyncTier.of(m.spreadMicros())
                        .map(StatusDocument::spelled)
                        .orElse("none"))
                .orElse(null);
        return JSON.objectNode()
                .put("status", sync.status().name())
                .put("tier", tier)
                .put("target", spelled(group.target()))
                .put("offsetMs", measured.map(m -> m.spreadMicros() / 1000).orElse(null))
                .put(
                        "uncertaintyMs",
                        measured.map(m -> m.uncertaintyMicros() / 1000).orElse(null))
                .put("measuredAt", measured.map(m -> m.at().toString()).orElse(null));
    }

    private Optional<SpeakerReport> report(SpeakerId id) {
        return view.routing()
                .filter(known -> view.online())
                .map(known -> (Map<SpeakerId, SpeakerReport>) known.speakers())
                .map(speakers -> speakers.get(id));
    }

    private SpeakerWish wish(SpeakerId id) {
        return view.wish().of(id);
    }

    private static String spelled(SyncTier tier) {
        return tier.name().toLowerCase(Locale.ROOT);
    }
}
