package ensemble.gateway.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.function.Consumer;

/** {@code POST /hold {"on": true}} asks for holding, or for its end. */
public final class HoldSwitch implements Handler {
    private final Reported reported;
    private final Consumer<Boolean> hold;

    /** @param hold who is told, from any thread */
    public HoldSwitch(Reported reported, Consumer<Boolean> hold) {
        this.reported = reported;
        this.hold = hold;
    }

    @Override
    public Answer answer(Request request) throws Refused {
        JsonNode on = request.json().path("on");
        if (!on.isBoolean()) {
            throw new Refused(400, "say {\"on\": true} or {\"on\": false}");
        }
        hold.accept(on.asBoolean());
        return Answer.json(
                200,
                reported.hold().orElseGet(JsonNodeFactory.instance::objectNode).put("on", on.asBoolean()));
    }
}
