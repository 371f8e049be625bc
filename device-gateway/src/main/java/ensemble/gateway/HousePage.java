package ensemble.gateway;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.contract.state.HouseConfig;

/** The house as the box's page shows it: what things are called, and who is in which group. Pure. */
final class HousePage {
    private HousePage() {}

    static ObjectNode of(HouseConfig house) {
        ObjectNode page = JsonNodeFactory.instance.objectNode();
        ArrayNode speakers = page.putArray("speakers");
        house.speakers().forEach(speaker -> speakers.addObject()
                .put("id", speaker.id().value())
                .put("name", speaker.name().text())
                .put("output", speaker.output().value()));
        ArrayNode groups = page.putArray("groups");
        house.groups().forEach(group -> {
            ArrayNode members = groups.addObject()
                    .put("id", group.id().value())
                    .put("name", group.name().text())
                    .putArray("members");
            group.members().keySet().forEach(id -> members.add(id.value()));
        });
        return page;
    }
}
