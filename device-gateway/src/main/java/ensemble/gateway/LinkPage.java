package ensemble.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.gateway.link.LinkDesk;
import ensemble.gateway.web.Access;
import ensemble.gateway.web.Answer;
import ensemble.gateway.web.Refused;
import ensemble.gateway.web.Request;
import ensemble.gateway.web.Route;
import java.util.List;

/**
 * Linking on the box's own page: {@code GET /api/link} shows how it stands, and the code to everybody in the home; {@code POST
 * /api/link} takes {@code {"open": true}} to have a code, or {@code {"claim": ..., "yes": true|false}} to answer the question.
 */
final class LinkPage {
    private final LinkDesk desk;

    LinkPage(LinkDesk desk) {
        this.desk = desk;
    }

    List<Route> routes() {
        return List.of(Route.get("/api/link", this::show), Route.post("/api/link", Access.COMMANDER, this::act));
    }

    Answer show(Request request) {
        return Answer.json(200, desk.show());
    }

    Answer act(Request request) throws Refused {
        ObjectNode asked = request.json();
        JsonNode yes = asked.path("yes");
        if (asked.path("open").asBoolean(false)) {
            desk.open();
        } else if (!asked.path("claim").isTextual() || !yes.isBoolean()) {
            throw new Refused(400, "say {\"open\": true}, or {\"claim\": \"...\", \"yes\": true or false}");
        } else if (!desk.answer(asked.path("claim").asText(), yes.asBoolean())) {
            return Answer.error(409, "that question is no longer open; look at the page again");
        }
        return Answer.json(200, desk.show());
    }
}
