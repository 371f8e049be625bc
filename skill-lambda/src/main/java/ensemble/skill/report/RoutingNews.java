package ensemble.skill.report;

import com.fasterxml.jackson.databind.JsonNode;
import ensemble.contract.shadow.RoutingCodec;
import ensemble.contract.shadow.ShadowFormatException;
import ensemble.contract.state.RoutingReport;
import ensemble.contract.state.SpeakerReport;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A hub's routing report beside the one before it.
 *
 * @param before empty if there was none, or none that can be read
 */
record RoutingNews(Optional<RoutingReport> before, RoutingReport after) {
    /** Empty if the new report is gone or breaks the contract. */
    static Optional<RoutingNews> of(JsonNode before, JsonNode after) {
        return read(after).map(now -> new RoutingNews(read(before), now));
    }

    /** Whether anything changed that a group's state or an owed answer may rest on; gains and delays do not. */
    boolean matters() {
        return before.isEmpty()
                || !before.get().stamp().equals(after.stamp())
                || !before.get().fault().equals(after.fault())
                || before.get().playback() != after.playback()
                || !before.get().echoes().equals(after.echoes())
                || !before.get().patch().equals(after.patch())
                || !heard(before.get()).equals(heard(after));
    }

    Announcer.Cause cause() {
        if (before.isEmpty() || before.get().stamp().equals(after.stamp())) {
            return Announcer.Cause.PHYSICAL_INTERACTION;
        }
        boolean fromCloud = before.get().stamp().n() != after.stamp().n();
        return fromCloud ? Announcer.Cause.VOICE_INTERACTION : Announcer.Cause.APP_INTERACTION;
    }

    private static SortedMap<String, String> heard(RoutingReport report) {
        SortedMap<String, String> heard = new TreeMap<>();
        report.speakers().forEach((id, speaker) -> heard.put(id.value(), state(speaker)));
        return heard;
    }

    private static String state(SpeakerReport speaker) {
        return "%b %b %d %b"
                .formatted(
                        speaker.connected(), speaker.playing(), speaker.volume().points(), speaker.muted());
    }

    private static Optional<RoutingReport> read(JsonNode section) {
        try {
            return RoutingCodec.reported(section);
        } catch (ShadowFormatException broken) {
            return Optional.empty();
        }
    }
}
