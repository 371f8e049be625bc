package ensemble.house.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import ensemble.house.Http;
import ensemble.house.http.HttpPort;
import ensemble.house.http.Router;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class IdentityTest {
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    private Path file;
    private HttpPort port;

    @BeforeEach
    void start(@TempDir Path folder) throws Exception {
        file = folder.resolve("identity.jwk");
        Router router = new Router();
        new Identity(file, "http://127.0.0.1:8080", () -> NOW).mount(router);
        port = HttpPort.onLoopback(0, router, 1000);
    }

    @AfterEach
    void stop() {
        port.close();
    }

    @ParameterizedTest
    @CsvSource({"'', 3600", "&ttl=60, 60", "&ttl=0, 0", "&ttl=-5, -5"})
    void aTokenSaysWhoseItIsAndHowLong(String ttl, long seconds) throws Exception {
        SignedJWT token = SignedJWT.parse(Http.json(Http.get(port.port(), "/token?user=demo" + ttl))
                .path("access_token")
                .asText());
        JWKSet keys = JWKSet.parse(Http.get(port.port(), "/jwks.json").body());
        assertFalse(keys.containsNonPublicKeys());
        assertTrue(token.verify(new RSASSAVerifier(
                keys.getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey())));
        JWTClaimsSet claims = token.getJWTClaimsSet();
        assertEquals("demo", claims.getSubject());
        assertEquals("http://127.0.0.1:8080", claims.getIssuer());
        assertEquals("access", claims.getStringClaim("token_use"));
        assertEquals(Identity.CLIENT_ID, claims.getStringClaim("client_id"));
        assertTrue(claims.getStringClaim("scope").contains("openid"));
        assertEquals(NOW.plusSeconds(seconds), claims.getExpirationTime().toInstant());
        assertFalse(claims.getIssueTime().toInstant().isAfter(NOW));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/token", "/token?user=", "/token?user=a&ttl=soon", "/token?user=a&ttl=1.5", "/token?user=a&ttl="
            })
    void aSenselessQuestionIs400(String path) throws Exception {
        assertEquals(400, Http.get(port.port(), path).statusCode());
        assertTrue(Http.json(Http.get(port.port(), path)).has("error"));
    }

    @Test
    void theKeyIsItsOwnersAlone() throws Exception {
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }
}
