package ensemble.house.shadow;

/**
 * Why a request is refused, in AWS's numbers and words.
 *
 * @param code an HTTP status, 400 to 599; MQTT uses the same numbers
 * @param message AWS's sentence
 */
public record Fault(int code, String message) {
    static final Fault INVALID_JSON = new Fault(400, "Invalid JSON");
    static final Fault STATE_MISSING = new Fault(400, "Missing required node: state");
    static final Fault STATE_NOT_OBJECT = new Fault(400, "State node must be an object");
    static final Fault DESIRED_NOT_OBJECT = new Fault(400, "Desired node must be an object");
    static final Fault REPORTED_NOT_OBJECT = new Fault(400, "Reported node must be an object");
    static final Fault INVALID_VERSION = new Fault(400, "Invalid version");
    static final Fault INVALID_TOKEN = new Fault(400, "Invalid clientToken");
    static final Fault TOO_DEEP = new Fault(400, "JSON contains too many levels of nesting; maximum is 6");
    static final Fault INVALID_NODE = new Fault(400, "State contains an invalid node");
    static final Fault CONFLICT = new Fault(409, "Version conflict");
    static final Fault TOO_LARGE = new Fault(413, "The payload exceeds the maximum size allowed");
    static final Fault NOT_UTF8 = new Fault(415, "Unsupported documented encoding; supported encoding is UTF-8");
    static final Fault INTERNAL = new Fault(500, "Internal service failure");

    /** More than ten requests of one connection wait for an answer. */
    public static final Fault TOO_MANY =
            new Fault(429, "The request rate exceeds the limit of 10 in-flight requests on a connection");

    static Fault notFound(ShadowKey key) {
        return new Fault(404, "No shadow exists with name: '" + key.shown() + "'");
    }
}
