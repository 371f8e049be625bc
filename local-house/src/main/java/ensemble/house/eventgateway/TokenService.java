package ensemble.house.eventgateway;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import ensemble.house.http.Request;
import ensemble.house.http.Response;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Login with Amazon's token endpoint: a form comes in, tokens or an OAuth error go out. */
final class TokenService {
    private final LwaTokens tokens;

    TokenService(LwaTokens tokens) {
        this.tokens = tokens;
    }

    Response token(Request request) {
        Map<String, String> form;
        try {
            form = form(new String(request.body(), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException brokenEscape) {
            return refusal(400, "invalid_request", "The request is malformed.");
        }
        if (form.getOrDefault("client_id", "").isEmpty()
                || form.getOrDefault("client_secret", "").isEmpty()) {
            return refusal(401, "invalid_client", "Client authentication failed.");
        }
        return switch (form.getOrDefault("grant_type", "")) {
            case "authorization_code" -> granted(tokens.user(LwaTokens.Kind.CODE, form.getOrDefault("code", "")));
            case "refresh_token" ->
                granted(tokens.user(LwaTokens.Kind.REFRESH, form.getOrDefault("refresh_token", "")));
            case "" -> refusal(400, "invalid_request", "The request is missing a required parameter : grant_type");
            default -> refusal(400, "unsupported_grant_type", "The authorization grant type is not supported.");
        };
    }

    private Response granted(Optional<String> user) {
        if (user.isEmpty()) {
            return refusal(400, "invalid_grant", "The request has an invalid grant parameter.");
        }
        return Response.json(
                200,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("access_token", tokens.issue(LwaTokens.Kind.ACCESS, user.get()))
                        .put("refresh_token", tokens.issue(LwaTokens.Kind.REFRESH, user.get()))
                        .put("token_type", "bearer")
                        .put("expires_in", LwaTokens.ACCESS_SECONDS));
    }

    static Response refusal(int status, String error, String description) {
        return Response.json(
                status,
                JsonNodeFactory.instance.objectNode().put("error", error).put("error_description", description));
    }

    private static Map<String, String> form(String body) {
        Map<String, String> form = new HashMap<>();
        for (String pair : body.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                form.put(
                        URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return form;
    }
}
