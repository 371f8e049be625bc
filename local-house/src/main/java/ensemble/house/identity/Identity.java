package ensemble.house.identity;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import ensemble.house.http.HttpFault;
import ensemble.house.http.Request;
import ensemble.house.http.Response;
import ensemble.house.http.Router;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.UUID;

/** Issues access tokens as Cognito does, RS256, and shows the key that checks them. Any thread may call. */
public final class Identity {
    /** The app client that tokens are issued to. */
    public static final String CLIENT_ID = "ensemble-alexa";

    private static final long DEFAULT_TTL = 3600;
    private static final int MAX_NAME = 128;

    private final RSAKey key;
    private final String issuer;
    private final InstantSource clock;

    /**
     * Reads or makes the key.
     *
     * @param file the key's file, 0600
     * @param issuer the tokens' {@code iss}
     * @throws IOException naming the file, if it is damaged or cannot be written
     */
    public Identity(Path file, String issuer, InstantSource clock) throws IOException {
        this.key = SigningKey.prepare(file);
        this.issuer = issuer;
        this.clock = clock;
    }

    /** What the tokens call their issuer. */
    public String issuer() {
        return issuer;
    }

    /**
     * A signed access token.
     *
     * @param user becomes {@code sub} and {@code username}
     * @param ttlSeconds from now; 0 or less for one that has expired already
     */
    public String issue(String user, long ttlSeconds) {
        Instant now = clock.instant();
        Instant expiry = now.plusSeconds(ttlSeconds);
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .subject(user)
                .issuer(issuer)
                .issueTime(Date.from(expiry.isBefore(now) ? expiry : now))
                .expirationTime(Date.from(expiry))
                .jwtID(UUID.randomUUID().toString())
                .claim("client_id", CLIENT_ID)
                .claim("token_use", "access")
                .claim("scope", "openid ensemble/speakers")
                .claim("username", user)
                .build();
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .keyID(key.getKeyID())
                        .type(JOSEObjectType.JWT)
                        .build(),
                claims);
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException impossible) {
            throw new IllegalStateException("a checked RSA key signs", impossible);
        }
        return token.serialize();
    }

    /** The JWK set with the public key, as JSON. */
    public String jwks() {
        return new JWKSet(key.toPublicJWK()).toString();
    }

    /** Adds {@code GET /jwks.json}, the discovery document that names it, and {@code GET /token?user=NAME[&ttl=SECONDS]}. */
    public void mount(Router router) {
        router.on("GET", "/jwks.json", request -> Response.of(200, "application/json", jwks()));
        router.on(
                "GET",
                "/.well-known/openid-configuration",
                request -> Response.json(
                        200,
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("issuer", issuer)
                                .put("jwks_uri", issuer + "/jwks.json")));
        router.on("GET", "/token", this::token);
    }

    private Response token(Request request) throws HttpFault, IOException {
        String user = request.parameter("user").orElse("");
        if (user.isEmpty() || user.length() > MAX_NAME) {
            throw new HttpFault(400, "say whose token: /token?user=NAME, 1 to " + MAX_NAME + " characters");
        }
        String ttl = request.parameter("ttl").orElse(Long.toString(DEFAULT_TTL));
        if (!ttl.matches("-?[0-9]{1,9}")) {
            throw new HttpFault(400, "ttl is a whole number of seconds, not '" + shortened(ttl) + "'");
        }
        long seconds = Long.parseLong(ttl);
        return Response.json(
                200,
                new ObjectMapper()
                        .createObjectNode()
                        .put("access_token", issue(user, seconds))
                        .put("token_type", "Bearer")
                        .put("expires_in", seconds));
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 37) + "...";
    }
}
