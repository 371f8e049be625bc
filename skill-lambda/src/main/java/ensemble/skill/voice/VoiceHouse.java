package ensemble.skill.voice;

import com.amazon.ask.model.Response;
import ensemble.contract.state.GroupConfig;
import ensemble.contract.value.Name;
import ensemble.skill.household.Household;
import ensemble.skill.household.HouseholdStore;
import ensemble.skill.household.StoreException;
import ensemble.skill.household.UserId;
import ensemble.skill.identity.TokenVerdict;
import ensemble.skill.identity.TokenVerifier;
import java.util.List;
import java.util.Optional;

/** Lets a spoken request into its house, or says why not; then finds the group that was meant. */
final class VoiceHouse {
    static final String GROUP_SLOT = "group";
    private static final int MOST_HEARD = 60;

    private final TokenVerifier tokens;
    private final HouseholdStore store;

    VoiceHouse(TokenVerifier tokens, HouseholdStore store) {
        this.tokens = tokens;
        this.store = store;
    }

    interface InHouse {
        Optional<Response> answer(Household house);
    }

    interface InGroup {
        Optional<Response> answer(Household house, GroupMatch match);
    }

    Optional<Response> withHouse(Turn turn, InHouse then) {
        Optional<String> token = turn.token();
        if (token.isEmpty()) {
            return turn.askToLink(turn.phrases().linkFirst());
        }
        return switch (tokens.verify(token.get())) {
            case TokenVerdict.Known known -> opened(turn, known.user(), then);
            case TokenVerdict.Expired over -> turn.askToLink(turn.phrases().linkAgain());
            case TokenVerdict.Invalid wrong -> turn.askToLink(turn.phrases().linkAgain());
            case TokenVerdict.Unavailable unknown -> turn.tell(turn.phrases().trouble(), Turn.Came.CANNOT);
        };
    }

    /** Calls {@code then} with one group or with everywhere; asks back in every other case. */
    Optional<Response> withGroup(Turn turn, InGroup then) {
        return withHouse(turn, house -> {
            List<GroupConfig> groups = house.config().groups();
            if (groups.isEmpty()) {
                return turn.tell(turn.phrases().noHouse(), Turn.Came.CANNOT);
            }
            Optional<String> said = turn.said(GROUP_SLOT);
            if (said.isEmpty()) {
                return turn.askFor(GROUP_SLOT, turn.phrases().whichGroup(names(groups)));
            }
            GroupMatch match = new GroupMatcher(turn.phrases()).match(said.get(), groups);
            return switch (match) {
                case GroupMatch.One one -> then.answer(house, one);
                case GroupMatch.Everywhere all -> then.answer(house, all);
                case GroupMatch.Several several ->
                    turn.askFor(GROUP_SLOT, turn.phrases().whichGroup(names(several.groups())));
                case GroupMatch.None none ->
                    turn.askFor(GROUP_SLOT, turn.phrases().noSuchGroup(shortened(said.get()), names(groups)));
            };
        });
    }

    private Optional<Response> opened(Turn turn, UserId user, InHouse then) {
        try {
            Optional<Household> house = store.load(user, HouseholdStore.Reading.CHEAP);
            return house.isPresent()
                    ? then.answer(house.get())
                    : turn.tell(turn.phrases().noHouse(), Turn.Came.CANNOT);
        } catch (StoreException unavailable) {
            return turn.tell(turn.phrases().trouble(), Turn.Came.CANNOT);
        }
    }

    private static List<Name> names(List<GroupConfig> groups) {
        return groups.stream().map(GroupConfig::name).toList();
    }

    private static String shortened(String heard) {
        return heard.length() <= MOST_HEARD ? heard : heard.substring(0, heard.offsetByCodePoints(0, MOST_HEARD / 2));
    }
}
