package ensemble.skill.smarthome.property;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import ensemble.skill.status.GroupStatus;
import java.util.List;

/** Everything a group's endpoint reports; complete in every answer. */
public final class GroupProperties {
    private GroupProperties() {}

    public static List<Property> of(GroupStatus group) {
        return List.of(power(group), playback(group), connectivity(group));
    }

    private static Property power(GroupStatus group) {
        return new Property("Alexa.PowerController", "powerState", TextNode.valueOf(group.on() ? "ON" : "OFF"));
    }

    private static Property playback(GroupStatus group) {
        String state = group.on() ? "PLAYING" : "STOPPED";
        return new Property(
                "Alexa.PlaybackStateReporter",
                "playbackState",
                JsonNodeFactory.instance.objectNode().put("state", state));
    }

    private static Property connectivity(GroupStatus group) {
        String value = group.reachable() ? "OK" : "UNREACHABLE";
        return new Property(
                "Alexa.EndpointHealth",
                "connectivity",
                JsonNodeFactory.instance.objectNode().put("value", value));
    }
}
