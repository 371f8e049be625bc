package ensemble.skill.events.http;

import ensemble.skill.events.EventGateway;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;

/** Alexa's event gateway of one region; a busy or broken one is asked once more. */
public final class HttpEventGateway implements EventGateway {
    private static final int MOST_TRIES = 2;

    private final URI events;

    /** @param events such as {@code https://api.amazonalexa.com/v3/events} */
    public HttpEventGateway(URI events) {
        this.events = events;
    }

    @Override
    public Receipt post(String accessToken, String message) {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            try {
                HttpResponse<String> response = Http.post(
                        events, message, "Content-Type", "application/json", "Authorization", "Bearer " + accessToken);
                boolean mayPass = response.statusCode() == 429 || response.statusCode() >= 500;
                if (!mayPass) {
                    return receipt(response.statusCode(), response.body());
                }
            } catch (IOException unreachable) {
                // Asked once more like a busy one; the second time it counts as lost.
            }
        }
        return Receipt.TRY_LATER;
    }

    private static Receipt receipt(int status, String body) {
        if (status >= 200 && status < 300) {
            return Receipt.ACCEPTED;
        }
        if (body.contains("SKILL_DISABLED_EXCEPTION") || body.contains("SKILL_NEVER_ENABLED_EXCEPTION")) {
            return Receipt.SKILL_DISABLED;
        }
        return status == 401 || body.contains("INVALID_ACCESS_TOKEN_EXCEPTION")
                ? Receipt.TOKEN_REFUSED
                : Receipt.FAILED;
    }
}
