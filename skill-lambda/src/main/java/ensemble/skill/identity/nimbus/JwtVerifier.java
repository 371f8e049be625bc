package ensemble.skill.identity.nimbus;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import ensemble.skill.household.UserId;
import ensemble.skill.identity.TokenVerdict;
import ensemble.skill.identity.TokenVerifier;
import java.net.URL;
import java.text.ParseException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * OIDC access tokens, RS256 and nothing else, checked against keys cached from the issuer's JWKS. A key id not in
 * the cache
 * fetches the keys again, at a bounded rate.
 */
public final class JwtVerifier implements TokenVerifier {
    private static final int MOST_CHARACTERS = 8 * 1024;
    /** A token may be this much younger than our clock believes; past its end it is never honoured. */
    private static final int SKEW_SECONDS = 5;

    private final DefaultJWTProcessor<SecurityContext> processor;
    private final String issuer;
    private final String clientId;
    private final InstantSource clock;
    private final BooleanSupplier keysAreFresh;

    /**
     * @param issuer the {@code iss} that tokens must name
     * @param jwks where the issuer's keys are; asked on first use
     * @param clientId the {@code client_id} that Alexa uses at the issuer
     */
    public JwtVerifier(String issuer, URL jwks, String clientId, InstantSource clock) {
        this(issuer, clientId, clock, jwks, new NotingRetriever());
    }

    private JwtVerifier(String issuer, String clientId, InstantSource clock, URL jwks, NotingRetriever retriever) {
        this(
                issuer,
                clientId,
                clock,
                JWKSourceBuilder.create(jwks, retriever)
                        .retrying(true)
                        .outageTolerant(true)
                        .build(),
                retriever::lastWentWell);
    }

    /** @param keysAreFresh whether the issuer was lately asked for its keys and gave them */
    JwtVerifier(
            String issuer,
            String clientId,
            InstantSource clock,
            JWKSource<SecurityContext> keys,
            BooleanSupplier keysAreFresh) {
        this.issuer = issuer;
        this.clientId = clientId;
        this.clock = clock;
        this.keysAreFresh = keysAreFresh;
        this.processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys));
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
    }

    @Override
    public TokenVerdict verify(String token) {
        if (token.isEmpty() || token.length() > MOST_CHARACTERS) {
            return new TokenVerdict.Invalid("a token of " + token.length() + " characters");
        }
        try {
            return judged(processor.process(token, null));
        } catch (RateLimitReachedException askedLately) {
            return keysAreFresh.getAsBoolean()
                    ? new TokenVerdict.Invalid("a key that the issuer did not have a moment ago")
                    : new TokenVerdict.Unavailable("the issuer's keys could not be fetched a moment ago");
        } catch (RemoteKeySourceException unreachable) {
            return new TokenVerdict.Unavailable("the issuer's keys could not be fetched");
        } catch (KeySourceException broken) {
            return new TokenVerdict.Unavailable("the issuer's keys could not be read");
        } catch (ParseException | BadJOSEException | JOSEException refused) {
            return new TokenVerdict.Invalid(refused.getClass().getSimpleName());
        }
    }

    private TokenVerdict judged(JWTClaimsSet claims) throws ParseException {
        if (!issuer.equals(claims.getIssuer())) {
            return new TokenVerdict.Invalid("another issuer");
        }
        if (!"access".equals(claims.getStringClaim("token_use"))) {
            return new TokenVerdict.Invalid("no access token");
        }
        if (!clientId.equals(claims.getStringClaim("client_id"))) {
            return new TokenVerdict.Invalid("another client");
        }
        Instant now = clock.instant();
        if (claims.getExpirationTime() == null) {
            return new TokenVerdict.Invalid("no expiry");
        }
        if (claims.getNotBeforeTime() != null
                && claims.getNotBeforeTime().toInstant().isAfter(now.plusSeconds(SKEW_SECONDS))) {
            return new TokenVerdict.Invalid("not valid yet");
        }
        if (!claims.getExpirationTime().toInstant().isAfter(now)) {
            return new TokenVerdict.Expired();
        }
        return Optional.ofNullable(claims.getSubject())
                .<TokenVerdict>map(JwtVerifier::known)
                .orElseGet(() -> new TokenVerdict.Invalid("no subject"));
    }

    private static TokenVerdict known(String subject) {
        try {
            return new TokenVerdict.Known(new UserId(subject));
        } catch (IllegalArgumentException strange) {
            return new TokenVerdict.Invalid("a subject that is no user id");
        }
    }
}
