package ensemble.skill.fake;

import ensemble.skill.household.UserId;
import ensemble.skill.identity.TokenVerdict;
import ensemble.skill.identity.TokenVerifier;

/** Tokens are {@code token-of-USER}, {@code expired} and {@code unavailable}; all else is invalid. */
public final class FakeTokens implements TokenVerifier {
    @Override
    public TokenVerdict verify(String token) {
        if (token.startsWith("token-of-")) {
            return new TokenVerdict.Known(new UserId(token.substring("token-of-".length())));
        }
        return switch (token) {
            case "expired" -> new TokenVerdict.Expired();
            case "unavailable" -> new TokenVerdict.Unavailable("the fake issuer is away");
            default -> new TokenVerdict.Invalid("no token of the fake issuer");
        };
    }
}
