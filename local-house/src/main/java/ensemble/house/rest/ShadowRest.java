package ensemble.house.rest;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.house.broker.CloudSide;
import ensemble.house.http.Handler;
import ensemble.house.http.Request;
import ensemble.house.http.Response;
import ensemble.house.http.Router;
import ensemble.house.shadow.Answer;
import ensemble.house.shadow.ShadowAction;
import ensemble.house.shadow.ShadowKey;
import java.time.Duration;
import java.util.Map;

/** The IoT data plane as the AWS SDKs call it. Signatures are not looked at: whoever reaches the port is the account. */
public final class ShadowRest {
    private static final int MAX_PAYLOAD_BYTES = 128 * 1024;
    private static final Map<Integer, String> ERRORS = Map.of(
            400, "InvalidRequestException",
            401, "UnauthorizedException",
            403, "ForbiddenException",
            404, "ResourceNotFoundException",
            405, "MethodNotAllowedException",
            409, "ConflictException",
            413, "RequestEntityTooLargeException",
            415, "UnsupportedDocumentEncodingException",
            429, "ThrottlingException",
            500, "InternalFailureException");

    private final CloudSide cloud;

    private ShadowRest(CloudSide cloud) {
        this.cloud = cloud;
    }

    /**
     * Adds the routes.
     *
     * @param latency what each call takes longer than here
     */
    public static void mount(Router router, CloudSide cloud, Duration latency) {
        ShadowRest rest = new ShadowRest(cloud);
        String shadow = "/things/{thing}/shadow";
        router.on("GET", shadow, after(latency, request -> rest.ask(request, ShadowAction.GET)));
        router.on("POST", shadow, after(latency, request -> rest.ask(request, ShadowAction.UPDATE)));
        router.on("DELETE", shadow, after(latency, request -> rest.ask(request, ShadowAction.DELETE)));
        router.on("GET", "/api/things/shadow/ListNamedShadowsForThing/{thing}", after(latency, rest::list));
        router.on("POST", "/topics/{topic...}", after(latency, rest::publish));
    }

    private static Handler after(Duration latency, Handler handler) {
        return request -> {
            Latency.travel(latency);
            return handler.handle(request);
        };
    }

    private Response ask(Request request, ShadowAction action) {
        ShadowKey key = new ShadowKey(
                request.variable("thing"), request.parameter("name").orElse(null));
        byte[] body = action == ShadowAction.UPDATE ? request.body() : new byte[0];
        return switch (cloud.desk().ask(key, action, body)) {
            case Answer.Accepted accepted -> Response.json(200, accepted.response());
            case Answer.Rejected rejected ->
                error(rejected.document(), rejected.fault().code());
        };
    }

    private Response list(Request request) {
        return Response.json(200, cloud.desk().service().list(request.variable("thing")));
    }

    private Response publish(Request request) {
        if (request.parameter("retain").orElse("false").equals("true")) {
            return error(400, "retained messages over REST are not kept by the local house");
        }
        if (request.body().length > MAX_PAYLOAD_BYTES) {
            return error(413, "The payload exceeds the maximum size allowed");
        }
        return cloud.publish(request.variable("topic"), request.body())
                ? Response.json(200, JsonNodeFactory.instance.objectNode().put("message", "OK"))
                : error(403, "Forbidden");
    }

    private static Response error(int code, String message) {
        return error(JsonNodeFactory.instance.objectNode().put("code", code).put("message", message), code);
    }

    private static Response error(ObjectNode document, int code) {
        return Response.json(code, document)
                .with("x-amzn-ErrorType", ERRORS.getOrDefault(code, "InternalFailureException"));
    }
}
