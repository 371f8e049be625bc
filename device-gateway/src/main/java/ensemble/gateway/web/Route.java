package ensemble.gateway.web;

/**
 * One thing that the page answers. A new one is a {@link Handler} in a class of its own, and its line in the table of
 * {@code ensemble.gateway.PageRoom}.
 *
 * @param path exactly; nothing beneath it
 * @param access who may ask
 * @param type the content type that its body must have, without parameters; empty = it takes no body
 * @param mostBytes how long its body may be
 */
public record Route(Method method, String path, Access access, String type, int mostBytes, Handler handler) {
    private static final int MOST_COMMAND_BYTES = 4096;

    /** What may be asked; nothing changes on a GET. */
    public enum Method {
        GET,
        POST
    }

    /** Shows something to everybody. */
    public static Route get(String path, Handler handler) {
        return new Route(Method.GET, path, Access.ANYBODY, "", 0, handler);
    }

    /** Takes a small JSON object. */
    public static Route post(String path, Access access, Handler handler) {
        return new Route(Method.POST, path, access, "application/json", MOST_COMMAND_BYTES, handler);
    }

    /** The same, with another body. A browser asks before it sends another site's body of a type that no form can have. */
    public Route taking(String otherType, int otherMost) {
        return new Route(method, path, access, otherType, otherMost, handler);
    }
}
