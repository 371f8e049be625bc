package ensemble.skill.smarthome.property;

import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import ensemble.contract.id.GroupId;
import ensemble.contract.state.Playback;
import ensemble.contract.state.SyncStatus;
import ensemble.contract.value.Volume;
import ensemble.skill.household.Household;
import ensemble.skill.household.Told;
import ensemble.skill.smarthome.EndpointRef;
import ensemble.skill.status.GroupStatus;
import ensemble.skill.status.HouseStatus;
import ensemble.skill.status.SpeakerStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Everything an endpoint reports; complete in every answer. Pure. */
public final class EndpointProperties {
    private EndpointProperties() {}

    /** Empty for what the house does not have. */
    public static List<Property> of(Household house, EndpointRef endpoint) {
        return of(house, HouseStatus.of(house), endpoint);
    }

    /** @param status of the same house, for who asks about many endpoints */
    public static List<Property> of(Household house, HouseStatus status, EndpointRef endpoint) {
        return switch (endpoint) {
            case EndpointRef.Group group ->
                status.group(group.id()).map(found -> group(house, found)).orElse(List.of());
            case EndpointRef.Sync sync ->
                status.group(sync.id()).map(found -> sync(house, found)).orElse(List.of());
            case EndpointRef.Single one ->
                status.speaker(one.id()).map(found -> single(house, found)).orElse(List.of());
            case EndpointRef.Link link ->
                status.speaker(link.id()).map(found -> link(house, found)).orElse(List.of());
            case EndpointRef.Hub hub -> List.of(output(house, status), connectivity(status.hubOnline()));
            case EndpointRef.LineUp up -> List.of(connectivity(status.hubOnline()));
            case EndpointRef.Saved scene -> List.of(connectivity(status.hubOnline()));
            case EndpointRef.Identify one ->
                status.speaker(one.id())
                        .map(found -> List.of(connectivity(found.reachable())))
                        .orElse(List.of());
        };
    }

    private static List<Property> group(Household house, GroupStatus group) {
        List<Property> all =
                new ArrayList<>(player(house, group.on(), group.playback(), group.volume(), group.muted()));
        all.addAll(syncValues(house, group));
        all.add(connectivity(group.reachable()));
        return all;
    }

    private static List<Property> single(Household house, SpeakerStatus one) {
        List<Property> all = new ArrayList<>(player(house, one.on(), one.playback(), one.volume(), one.muted()));
        all.add(connectivity(one.reachable()));
        return all;
    }

    /** A sensor whose truth is not known says so by its health, and keeps what it said last. */
    private static List<Property> sync(Household house, GroupStatus group) {
        List<Property> all = new ArrayList<>();
        all.add(contact(house.told().isClosed(Told.keyOf(group.id()))));
        all.addAll(syncValues(house, group));
        boolean known = house.presence().isOnline() && group.sync().status() != SyncStatus.UNKNOWN;
        all.add(connectivity(known));
        return all;
    }

    private static List<Property> link(Household house, SpeakerStatus speaker) {
        boolean known = house.presence().isOnline() && house.reports().routing().isPresent();
        return List.of(contact(house.told().isClosed(Told.keyOf(speaker.id()))), connectivity(known));
    }

    private static List<Property> player(Household house, boolean on, Playback playback, Volume volume, boolean muted) {
        List<Property> all = new ArrayList<>();
        all.add(new Property("Alexa.PowerController", "powerState", TextNode.valueOf(on ? "ON" : "OFF")));
        all.add(new Property(
                "Alexa.PlaybackStateReporter",
                "playbackState",
                JsonNodeFactory.instance.objectNode().put("state", playback.name())));
        if (Availability.has("Alexa.Speaker", house.habits().settings().locale())) {
            all.add(new Property("Alexa.Speaker", "volume", IntNode.valueOf(volume.points())));
            all.add(new Property("Alexa.Speaker", "muted", BooleanNode.valueOf(muted)));
        }
        return all;
    }

    private static List<Property> syncValues(Household house, GroupStatus group) {
        SyncStatus status = house.presence().isOnline() ? group.sync().status() : SyncStatus.UNKNOWN;
        Optional<Told.Offset> offset = offset(house, group.id());
        return List.of(
                new Property(
                        "Alexa.ModeController",
                        Optional.of(SyncModes.INSTANCE),
                        "mode",
                        TextNode.valueOf(SyncModes.valueOf(status)),
                        Optional.empty()),
                new Property(
                        "Alexa.RangeController",
                        Optional.of(SyncOffset.INSTANCE),
                        "rangeValue",
                        LongNode.valueOf(SyncOffset.valueOf(offset.map(Told.Offset::micros))),
                        offset.map(Told.Offset::at)));
    }

    /** What was told, unless it was never told and something is known. */
    private static Optional<Told.Offset> offset(Household house, GroupId group) {
        return house.told().offsetOf(group).or(() -> house.reports()
                .sync()
                .map(report -> report.groups().get(group))
                .flatMap(sync -> sync.measured())
                .map(found -> new Told.Offset(Math.round(found.spreadMicros()), found.at())));
    }

    private static Property output(Household house, HouseStatus status) {
        return new Property(
                "Alexa.ModeController",
                Optional.of(OutputModes.INSTANCE),
                "mode",
                TextNode.valueOf(OutputModes.now(house, status)),
                Optional.empty());
    }

    private static Property contact(boolean closed) {
        return new Property(
                "Alexa.ContactSensor", "detectionState", TextNode.valueOf(closed ? "NOT_DETECTED" : "DETECTED"));
    }

    private static Property connectivity(boolean ok) {
        return new Property(
                "Alexa.EndpointHealth",
                "connectivity",
                JsonNodeFactory.instance.objectNode().put("value", ok ? "OK" : "UNREACHABLE"));
    }

    /** When the values were learnt does not make them other values. */
    public static boolean same(List<Property> some, List<Property> others) {
        return some.size() == others.size()
                && some.stream().allMatch(one -> others.stream().anyMatch(one::says));
    }

    /** For a scene, which says when it began. */
    public static String time(Instant now) {
        return now.truncatedTo(java.time.temporal.ChronoUnit.MILLIS).toString();
    }
}
