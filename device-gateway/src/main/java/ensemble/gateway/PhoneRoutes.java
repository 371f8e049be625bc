package ensemble.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.contract.id.GroupId;
import ensemble.gateway.command.BoxCommand;
import ensemble.gateway.command.Verdict;
import ensemble.gateway.phone.PhoneMicrophone;
import ensemble.gateway.web.Access;
import ensemble.gateway.web.Answer;
import ensemble.gateway.web.Commands;
import ensemble.gateway.web.Refused;
import ensemble.gateway.web.Request;
import ensemble.gateway.web.Route;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a phone that lends its microphone says to the page: that it offers to, that it hears, what it heard, that it leaves. */
final class PhoneRoutes {
    /** Thirty seconds at 192 kHz. */
    private static final int MOST_TAKE_BYTES = 12_000_000;

    private static final Pattern TAKE = Pattern.compile("id=([0-9]{1,9})&gaps=([0-9]{1,6})");

    private final PhoneMicrophone phone;
    private final Commands.Desk desk;

    PhoneRoutes(PhoneMicrophone phone, Commands.Desk desk) {
        this.phone = phone;
        this.desk = desk;
    }

    List<Route> routes() {
        return List.of(
                Route.post("/api/phone/begin", Access.COMMANDER, this::begin),
                Route.post("/api/phone/hears", Access.COMMANDER, this::hears),
                Route.post("/api/phone/take", Access.COMMANDER, this::take).taking("audio/wav", MOST_TAKE_BYTES),
                Route.post("/api/phone/leave", Access.COMMANDER, this::leave));
    }

    private static Answer done() {
        return Answer.json(200, JsonNodeFactory.instance.objectNode().put("outcome", "taken"));
    }

    private Answer begin(Request request) throws Refused {
        ObjectNode asked = request.json();
        GroupId group = group(asked.path("group"));
        boolean also = asked.path("also").asBoolean();
        if (!phone.offers(group.value())) {
            throw new Refused(409, "a phone listens already; wait until that line-up is over");
        }
        boolean begun = false;
        try {
            switch (desk.decide(also ? BoxCommand.Once.lineUpAlso(group) : BoxCommand.Once.lineUp(group))) {
                case Verdict.Taken() -> begun = true;
                case Verdict.Refused(String sentence) -> throw new Refused(409, sentence);
            }
            return done();
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            throw new Refused(503, "the box is ending");
        } finally {
            if (!begun) {
                phone.ends();
            }
        }
    }

    private static GroupId group(JsonNode group) throws Refused {
        try {
            return new GroupId(group.asText());
        } catch (IllegalArgumentException illFormed) {
            throw new Refused(400, "say {\"group\": id}");
        }
    }

    private Answer hears(Request request) throws Refused {
        if (!phone.hears(request.json().path("id").asLong())) {
            throw new Refused(409, "nobody waits for that any more");
        }
        return done();
    }

    private Answer take(Request request) throws Refused {
        Matcher query = TAKE.matcher(request.query());
        if (!query.matches()) {
            throw new Refused(400, "say ?id=N&gaps=N");
        }
        var wrong = phone.take(Long.parseLong(query.group(1)), request.body(), Integer.parseInt(query.group(2)));
        if (wrong.isPresent()) {
            throw new Refused(409, wrong.get());
        }
        return done();
    }

    private Answer leave(Request request) {
        phone.ends();
        return done();
    }
}
