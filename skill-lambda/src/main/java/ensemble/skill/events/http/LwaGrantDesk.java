package ensemble.skill.events.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ensemble.skill.events.GrantDesk;
import ensemble.skill.events.GrantException;
import ensemble.skill.household.Grant;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;

/** Grants from Login with Amazon, or from what speaks like it. */
public final class LwaGrantDesk implements GrantDesk {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FORM = "application/x-www-form-urlencoded;charset=UTF-8";
    private static final int OK = 200;

    private final URI tokenUrl;
    private final String clientId;
    private final String clientSecret;
    private final InstantSource clock;

    /** @param clientId and the secret are those of the skill's permission page */
    public LwaGrantDesk(URI tokenUrl, String clientId, String clientSecret, InstantSource clock) {
        this.tokenUrl = tokenUrl;
        this.clientId = clientId;
        this.clientSecret = clientSecret;
        this.clock = clock;
    }

    @Override
    public Grant exchange(String code) throws GrantException {
        return asked("grant_type=authorization_code&code=" + encoded(code), "");
    }

    @Override
    public Grant refresh(Grant old) throws GrantException {
        String refreshToken = old.refreshToken();
        return asked("grant_type=refresh_token&refresh_token=" + encoded(refreshToken), refreshToken);
    }

    private Grant asked(String form, String oldRefreshToken) throws GrantException {
        String body = form + "&client_id=" + encoded(clientId) + "&client_secret=" + encoded(clientSecret);
        try {
            HttpResponse<String> response = Http.post(tokenUrl, body, "Content-Type", FORM);
            JsonNode answer = JSON.readTree(response.body());
            if (response.statusCode() != OK) {
                String error = answer.path("error").asText("none");
                throw new GrantException(
                        "the token endpoint answered " + response.statusCode() + " " + error,
                        error.equals("invalid_grant") || error.equals("unauthorized_client"));
            }
            return grant(answer, oldRefreshToken);
        } catch (IOException failed) {
            throw new GrantException("the token endpoint did not answer", failed);
        }
    }

    private Grant grant(JsonNode answer, String oldRefreshToken) throws GrantException {
        String access = answer.path("access_token").asText("");
        String refresh = answer.path("refresh_token").asText(oldRefreshToken);
        if (access.isEmpty() || refresh.isEmpty()) {
            throw new GrantException("the token endpoint left a token out", false);
        }
        return new Grant(
                access,
                refresh,
                clock.instant().plusSeconds(answer.path("expires_in").asLong(0)));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
