package ensemble.skill.identity.nimbus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import ensemble.skill.household.UserId;
import ensemble.skill.identity.TokenVerdict;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.MalformedURLException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class JwtVerifierTest {
    private static final Instant NOW = Instant.parse("2026-11-20T20:00:00Z");
    private static final String ISSUER = "https://issuer.example";

    private static final RSAKey KEY = generated("key-1");
    private static final RSAKey STRANGE = generated("key-1");

    private final JwtVerifier verifier = new JwtVerifier(
            ISSUER,
            "alexa",
            InstantSource.fixed(NOW),
            new ImmutableJWKSet<>(new JWKSet(KEY.toPublicJWK())),
            () -> true);

    @BeforeAll
    static void keysDiffer() {
        assertEquals(false, KEY.toPublicJWK().equals(STRANGE.toPublicJWK()));
    }

    @Test
    void aGoodTokenNamesItsUser() {
        assertEquals(new TokenVerdict.Known(new UserId("demo")), verifier.verify(signed(claims -> claims)));
    }

    @Test
    void aTokenThatIsOverIsExpired() {
        for (long seconds : new long[] {0, -1, -3_600}) {
            String token = signed(claims -> claims.expirationTime(Date.from(NOW.plusSeconds(seconds))));
            assertInstanceOf(TokenVerdict.Expired.class, verifier.verify(token), seconds + " s");
        }
    }

    @Test
    void whatIsDefinitelyNotOursIsInvalid() throws JOSEException {
        assertInvalid("another issuer", signed(claims -> claims.issuer("https://evil.example")));
        assertInvalid("another client", signed(claims -> claims.claim("client_id", "other")));
        assertInvalid("an id token", signed(claims -> claims.claim("token_use", "id")));
        assertInvalid("no expiry", signed(claims -> claims.expirationTime(null)));
        assertInvalid("from the future", signed(claims -> claims.notBeforeTime(Date.from(NOW.plusSeconds(600)))));
        assertInvalid("no subject", signed(claims -> claims.subject(null)));
        assertInvalid("a claim of another kind", signed(claims -> claims.claim("client_id", 7)));
        assertInvalid("unsigned", new PlainJWT(claims().build()).serialize());
        assertInvalid("another key", signed(JWSAlgorithm.RS256, "key-1", new RSASSASigner(STRANGE)));
        assertInvalid("an unknown key", signed(JWSAlgorithm.RS256, "key-9", new RSASSASigner(STRANGE)));
        assertInvalid("RS384", signed(JWSAlgorithm.RS384, "key-1", new RSASSASigner(KEY)));
        byte[] publicKey = KEY.toRSAPublicKey().getEncoded();
        assertInvalid("HS256 by the public key", signed(JWSAlgorithm.HS256, "key-1", new MACSigner(publicKey)));
    }

    @Test
    void rubbishIsInvalid() {
        String good = signed(claims -> claims);
        assertInvalid("truncated", good.substring(0, good.length() - 10));
        assertInvalid("altered", good.substring(0, 60) + "x" + good.substring(61));
        assertInvalid("empty", "");
        assertInvalid("no token", "rubbish");
        assertInvalid("100 KB", "a".repeat(100_000));
    }

    @Test
    void keysThatCannotBeFetchedAreNotTheTokensFault() throws MalformedURLException {
        JwtVerifier offline = new JwtVerifier(
                ISSUER, URI.create("http://127.0.0.1:1/keys").toURL(), "alexa", InstantSource.fixed(NOW));
        assertInstanceOf(TokenVerdict.Unavailable.class, offline.verify(signed(claims -> claims)));
    }

    @Test
    void forgersDoNotMakeUsAskForKeysWithoutEnd() throws IOException, JOSEException {
        AtomicInteger fetches = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/keys", exchange -> {
            fetches.incrementAndGet();
            byte[] keys = new JWKSet(KEY.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        server.start();
        try {
            URI keys = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/keys");
            JwtVerifier online = new JwtVerifier(ISSUER, keys.toURL(), "alexa", InstantSource.fixed(NOW));
            assertInstanceOf(TokenVerdict.Known.class, online.verify(signed(claims -> claims)));
            for (int i = 0; i < 20; i++) {
                String forged = signed(JWSAlgorithm.RS256, "key-" + (100 + i), new RSASSASigner(STRANGE));
                assertInstanceOf(TokenVerdict.Invalid.class, online.verify(forged), "forgery " + i);
            }
            assertTrue(fetches.get() <= 4, () -> fetches + " fetches");
            assertInstanceOf(TokenVerdict.Known.class, online.verify(signed(claims -> claims)));
        } finally {
            server.stop(0);
        }
    }

    private void assertInvalid(String what, String token) {
        assertInstanceOf(TokenVerdict.Invalid.class, verifier.verify(token), what);
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .subject("demo")
                .claim("client_id", "alexa")
                .claim("token_use", "access")
                .issueTime(Date.from(NOW.minusSeconds(10)))
                .expirationTime(Date.from(NOW.plusSeconds(3_600)));
    }

    private static String signed(UnaryOperator<JWTClaimsSet.Builder> change) {
        try {
            return signed(
                    JWSAlgorithm.RS256,
                    "key-1",
                    new RSASSASigner(KEY),
                    change.apply(claims()).build());
        } catch (JOSEException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static String signed(JWSAlgorithm algorithm, String keyId, JWSSigner signer) throws JOSEException {
        return signed(algorithm, keyId, signer, claims().build());
    }

    private static String signed(JWSAlgorithm algorithm, String keyId, JWSSigner signer, JWTClaimsSet claims)
            throws JOSEException {
        SignedJWT token =
                new SignedJWT(new JWSHeader.Builder(algorithm).keyID(keyId).build(), claims);
        token.sign(signer);
        return token.serialize();
    }

    private static RSAKey generated(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
