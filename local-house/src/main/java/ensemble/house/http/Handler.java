package ensemble.house.http;

import java.io.IOException;

/** Answers one request; called on a virtual thread of its own. */
@FunctionalInterface
public interface Handler {
    /**
     * @throws HttpFault for what the caller did wrong: answered with its status and sentence
     * @throws IOException for what the world did wrong: answered with 500
     */
    Response handle(Request request) throws HttpFault, IOException;
}
