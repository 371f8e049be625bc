package ensemble.house.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import ensemble.contract.shadow.ShadowFormatException;
import ensemble.house.alexa.SimulatedAlexa;
import ensemble.house.alexa.UnknownLocaleException;
import ensemble.house.http.HttpFault;
import ensemble.house.http.Request;
import ensemble.house.http.Response;
import ensemble.house.http.Router;
import ensemble.house.hub.HubProcess;
import ensemble.house.room.RoomApi;
import ensemble.house.status.StatusDocument;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What the house answers on its HTTP port beside the stand-ins' own routes. */
final class Routes {
    private static final int MOST_WORDS = 1_000;
    private static final Duration START_WITHIN = Duration.ofSeconds(30);
    private static final Duration NOTICED_WITHIN = Duration.ofSeconds(10);
    private static final Map<String, String> FILES =
            Map.of("/", "alexa.html", "/alexa.js", "alexa.js", "/alexa.css", "alexa.css");
    private static final Map<String, String> TYPES =
            Map.of("html", "text/html; charset=utf-8", "js", "text/javascript", "css", "text/css");

    private final SkillHost skill;
    private final SimulatedAlexa alexa;
    private final HubWatch watch;
    private final HubProcess hub;
    private final Optional<RoomApi> room;
    private final LineUp lineUp;
    private final BoxHold hold;

    Routes(
            SkillHost skill,
            SimulatedAlexa alexa,
            HubWatch watch,
            HubProcess hub,
            Optional<RoomApi> room,
            LineUp lineUp,
            BoxHold hold) {
        this.skill = skill;
        this.alexa = alexa;
        this.watch = watch;
        this.hub = hub;
        this.room = room;
        this.lineUp = lineUp;
        this.hold = hold;
    }

    void mount(Router router) {
        router.on("POST", "/alexa", skill::alexa)
                .on("POST", "/say", this::say)
                .on("GET", "/status", this::status)
                .on("POST", "/calibrate", lineUp::serve)
                .on("GET", "/hold", hold::show)
                .on("POST", "/hold", hold::want)
                .on("POST", "/hub/{act}", this::hub)
                .on("POST", "/room/{action}", this::room)
                .on("GET", "/room/status", request -> answer(virtualRoom().status()));
        FILES.forEach((path, file) -> router.on("GET", path, request -> file(file)));
    }

    private Response say(Request request) throws HttpFault {
        JsonNode body = request.json();
        String text = body.path("text").asText();
        if (text.isBlank() || text.length() > MOST_WORDS) {
            throw new HttpFault(400, "say something: a text of 1 to " + MOST_WORDS + " characters");
        }
        try {
            return Response.json(
                    200,
                    alexa.say(
                                    text,
                                    body.path("locale").asText("en-US"),
                                    body.path("session").asText("default"))
                            .json());
        } catch (UnknownLocaleException unknown) {
            throw new HttpFault(400, String.valueOf(unknown.getMessage()));
        }
    }

    private Response status(Request request) throws HttpFault {
        try {
            return Response.json(200, StatusDocument.of(watch.view()));
        } catch (ShadowFormatException broken) {
            throw new HttpFault(409, "a shadow breaks the contract: " + broken.getMessage());
        }
    }

    private Response hub(Request request) throws HttpFault, IOException {
        try {
            return switch (request.variable("act")) {
                case "start" -> {
                    boolean now = hub.start();
                    await(START_WITHIN, watch::hasSettled);
                    yield said(now ? "the box has started" : "the box runs already");
                }
                case "stop" -> gone(hub.stop(), "the box has stopped");
                case "kill" -> gone(hub.kill(), "the box has lost its power");
                default -> throw new HttpFault(404, "a hub can be told to stop, start or kill");
            };
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new HttpFault(503, "the house is stopping");
        }
    }

    private Response gone(boolean now, String sentence) throws HttpFault, InterruptedException {
        await(NOTICED_WITHIN, () -> !watch.online());
        return said(now ? sentence : "the box did not run");
    }

    @FunctionalInterface
    private interface Condition {
        boolean holds() throws ShadowFormatException;
    }

    /** Answers once the cloud knows: whoever speaks next gets an answer that fits. */
    private static void await(Duration atMost, Condition condition) throws HttpFault, InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        try {
            while (!condition.holds()) {
                if (System.nanoTime() > deadline) {
                    throw new HttpFault(504, "done, but the cloud has not noticed in " + atMost.toSeconds() + " s");
                }
                TimeUnit.MILLISECONDS.sleep(20);
            }
        } catch (ShadowFormatException broken) {
            throw new HttpFault(409, "a shadow breaks the contract: " + broken.getMessage());
        }
    }

    private Response room(Request request) throws HttpFault {
        JsonNode body = request.body().length == 0 ? MissingNode.getInstance() : request.json();
        RoomApi.Answer answer = virtualRoom().serve(request.variable("action"), body);
        if (answer == null) {
            throw new HttpFault(404, "a room can play, stop, set and record");
        }
        return answer(answer);
    }

    private RoomApi virtualRoom() throws HttpFault {
        return room.orElseThrow(
                () -> new HttpFault(409, "there is no virtual room: the speakers of this house are real"));
    }

    private static Response answer(RoomApi.Answer answer) {
        return Response.json(answer.status(), answer.body());
    }

    private static Response said(String sentence) {
        return Response.json(200, JsonNodeFactory.instance.objectNode().put("said", sentence));
    }

    private static Response file(String name) throws IOException {
        try (InputStream in = Routes.class.getResourceAsStream("/ensemble/house/web/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the page's file " + name + " is missing from the package");
            }
            String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
            return new Response(
                    200,
                    Map.of(
                            "Content-Type", String.valueOf(type),
                            "Content-Security-Policy", "default-src 'self'",
                            "Cache-Control", "no-store"),
                    in.readAllBytes());
        }
    }
}
