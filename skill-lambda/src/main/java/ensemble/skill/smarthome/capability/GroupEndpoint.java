package ensemble.skill.smarthome.capability;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.contract.state.GroupConfig;
import ensemble.skill.household.Household;
import ensemble.skill.smarthome.Endpoints;
import java.util.regex.Pattern;

/** A group as discovery announces it. */
public final class GroupEndpoint {
    private static final String MAKER = "Ensemble";
    /** Characters with which other skills' devices have vanished from the app. */
    private static final Pattern UNSPEAKABLE = Pattern.compile("[{}\\\\/|\"()\\[\\]+~!<>*%]");

    private GroupEndpoint() {}

    public static ObjectNode of(Household house, GroupConfig group) {
        ObjectNode endpoint = JsonNodeFactory.instance
                .objectNode()
                .put("endpointId", Endpoints.idOf(house.user(), group.id()))
                .put("manufacturerName", MAKER)
                .put("friendlyName", friendly(group))
                .put("description", "Ensemble speaker group, connected by speaker box " + house.hub());
        endpoint.putArray("displayCategories").add("SPEAKER");
        endpoint.putObject("additionalAttributes")
                .put("manufacturer", MAKER)
                .put("model", "Speaker group")
                .put("customIdentifier", group.id().value());
        ArrayNode capabilities = endpoint.putArray("capabilities");
        capabilities.add(Capability.of("Alexa"));
        capabilities.add(PowerController.announced());
        capabilities.add(PlaybackController.announced());
        capabilities.add(PlaybackStateReporter.announced());
        capabilities.add(EndpointHealth.announced());
        return endpoint;
    }

    private static String friendly(GroupConfig group) {
        String speakable =
                UNSPEAKABLE.matcher(group.name().text()).replaceAll(" ").strip();
        return speakable.isEmpty() ? group.id().value() : speakable;
    }
}
