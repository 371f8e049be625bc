package ensemble.skill.smarthome.directive;

import ensemble.skill.household.Household;
import ensemble.skill.household.HouseholdStore;
import ensemble.skill.household.StoreException;
import ensemble.skill.household.UserId;
import ensemble.skill.identity.TokenVerdict;
import ensemble.skill.identity.TokenVerifier;
import ensemble.skill.smarthome.EndpointRef;
import ensemble.skill.smarthome.Endpoints;
import ensemble.skill.smarthome.error.ErrorType;
import ensemble.skill.smarthome.error.Refusal;
import java.util.Optional;

/**
 * Lets a directive in: token to user, user to house, endpoint to what it is. One user's directive never sees
 * another's house.
 */
final class HouseDoor {
    private final TokenVerifier tokens;
    private final HouseholdStore store;

    HouseDoor(TokenVerifier tokens, HouseholdStore store) {
        this.tokens = tokens;
        this.store = store;
    }

    /** Something of the house that the directive's user owns. */
    record Addressed(Household house, EndpointRef endpoint) {}

    UserId user(String token) throws Refusal {
        return switch (tokens.verify(token)) {
            case TokenVerdict.Known known -> known.user();
            case TokenVerdict.Expired over ->
                throw new Refusal(ErrorType.EXPIRED_AUTHORIZATION_CREDENTIAL, "the access token has expired");
            case TokenVerdict.Invalid wrong ->
                throw new Refusal(ErrorType.INVALID_AUTHORIZATION_CREDENTIAL, "the access token is not ours");
            case TokenVerdict.Unavailable unknown ->
                throw new Refusal(ErrorType.INTERNAL_ERROR, "the access token cannot be checked now");
        };
    }

    Optional<Household> house(UserId user) throws Refusal {
        try {
            return store.load(user, HouseholdStore.Reading.CHEAP);
        } catch (StoreException unavailable) {
            throw new Refusal(ErrorType.INTERNAL_ERROR, "the house cannot be looked up now");
        }
    }

    Addressed open(Target target) throws Refusal {
        UserId user = user(target.token());
        Household house = house(user).orElseThrow(HouseDoor::noSuchEndpoint);
        EndpointRef endpoint = Endpoints.read(user, target.endpointId())
                .filter(Endpoints.of(house)::contains)
                .orElseThrow(HouseDoor::noSuchEndpoint);
        return new Addressed(house, endpoint);
    }

    private static Refusal noSuchEndpoint() {
        return new Refusal(ErrorType.NO_SUCH_ENDPOINT, "this account has no such device");
    }
}
