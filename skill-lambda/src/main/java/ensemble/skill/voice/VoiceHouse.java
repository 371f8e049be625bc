package ensemble.skill.voice;

import com.amazon.ask.model.Response;
import ensemble.contract.state.GroupConfig;
import ensemble.contract.state.HouseConfig;
import ensemble.contract.state.SpeakerConfig;
import ensemble.contract.value.Name;
import ensemble.skill.household.Household;
import ensemble.skill.household.HouseholdStore;
import ensemble.skill.household.StoreException;
import ensemble.skill.household.UserId;
import ensemble.skill.identity.TokenVerdict;
import ensemble.skill.identity.TokenVerifier;
import ensemble.skill.voice.speech.Line;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Lets a spoken request into its house, or says why not; then finds the thing that was meant, or asks for it. */
final class VoiceHouse {
    static final String GROUP_SLOT = "group";
    static final String SPEAKER_SLOT = "speaker";
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

    /** What is to be done with one thing of a house. */
    interface With<T> {
        Optional<Response> answer(Household house, T thing);
    }

    /** The house of whoever speaks, if they have linked one that can be read now; says nothing to them. */
    Optional<Household> house(Turn turn) {
        Optional<TokenVerdict> verdict = turn.token().map(tokens::verify);
        try {
            return verdict.isPresent() && verdict.get() instanceof TokenVerdict.Known known
                    ? store.load(known.user(), HouseholdStore.Reading.CHEAP)
                    : Optional.empty();
        } catch (StoreException unread) {
            return Optional.empty();
        }
    }

    Optional<Response> withHouse(Turn turn, InHouse then) {
        Optional<String> token = turn.token();
        if (token.isEmpty()) {
            return turn.askToLink(Line.LINK_FIRST);
        }
        return switch (tokens.verify(token.get())) {
            case TokenVerdict.Known known -> opened(turn, known.user(), then);
            case TokenVerdict.Expired over -> turn.askToLink(Line.LINK_AGAIN);
            case TokenVerdict.Invalid wrong -> turn.askToLink(Line.LINK_AGAIN);
            case TokenVerdict.Unavailable unknown -> turn.cannot(Line.TROUBLE);
        };
    }

    /** Who speaks, whether or not a house is theirs. */
    Optional<Response> withUser(Turn turn, Function<UserId, Optional<Response>> then) {
        return turn.token().map(tokens::verify).orElse(new TokenVerdict.Invalid("none"))
                        instanceof TokenVerdict.Known known
                ? then.apply(known.user())
                : turn.askToLink(turn.token().isEmpty() ? Line.LINK_FIRST : Line.LINK_AGAIN);
    }

    /** Calls {@code then} with exactly one group; asks back in every other case. */
    Optional<Response> withGroup(Turn turn, With<GroupConfig> then) {
        return withPlace(turn, GROUP_SLOT, (house, place) -> switch (place) {
            case Place.OfGroup one -> then.answer(house, one.group());
            case Place.OfSpeaker speaker -> unknownGroup(turn, house);
            case Place.Everywhere all ->
                turn.askFor(GROUP_SLOT, turn.say(Line.WHICH_GROUP, groups(turn, house.config())));
        });
    }

    /** A group, a speaker, or everywhere; groups first. */
    Optional<Response> withPlace(Turn turn, String slot, With<Place> then) {
        return withHouse(turn, house -> {
            HouseConfig config = house.config();
            if (config.groups().isEmpty() && config.speakers().isEmpty()) {
                return turn.cannot(Line.NO_SPEAKERS);
            }
            List<String> heard = turn.heard(slot);
            if (heard.isEmpty()) {
                return turn.askFor(slot, turn.say(Line.WHICH_GROUP, groups(turn, config)));
            }
            return switch (place(turn, heard, config)) {
                case Match.One<Place> one -> found(turn, house, one.thing(), then);
                case Match.Everything<Place> all -> found(turn, house, new Place.Everywhere(), then);
                case Match.Several<Place> several ->
                    turn.askFor(slot, turn.say(Line.WHICH_GROUP, names(turn, several.things())));
                case Match.None<Place> none ->
                    turn.askFor(
                            slot,
                            turn.say(Line.NO_SUCH_GROUP, shortened(heard.getFirst()), groupsToName(turn, config)));
            };
        });
    }

    /** As {@link #withPlace}; where nothing was said, {@code otherwise} decides. */
    Optional<Response> withPlaceOr(Turn turn, String slot, With<Place> then, InHouse otherwise) {
        return turn.heard(slot).isEmpty() ? withHouse(turn, otherwise) : withPlace(turn, slot, then);
    }

    Optional<Response> withSpeaker(Turn turn, With<SpeakerConfig> then) {
        return withHouse(turn, house -> {
            List<SpeakerConfig> speakers = house.config().speakers();
            if (speakers.isEmpty()) {
                return turn.cannot(Line.NO_SPEAKERS);
            }
            List<String> heard = turn.heard(SPEAKER_SLOT);
            if (heard.isEmpty()) {
                return turn.askFor(SPEAKER_SLOT, turn.say(Line.WHICH_SPEAKER, either(turn, speakers)));
            }
            return switch (speaker(turn, heard, speakers)) {
                case Match.One<SpeakerConfig> one -> found(turn, house, one.thing(), then);
                case Match.Everything<SpeakerConfig> all ->
                    turn.askFor(SPEAKER_SLOT, turn.say(Line.WHICH_SPEAKER, either(turn, speakers)));
                case Match.Several<SpeakerConfig> several ->
                    turn.askFor(SPEAKER_SLOT, turn.say(Line.WHICH_SPEAKER, either(turn, several.things())));
                case Match.None<SpeakerConfig> none ->
                    turn.askFor(
                            SPEAKER_SLOT,
                            turn.say(
                                    Line.NO_SUCH_SPEAKER,
                                    shortened(heard.getFirst()),
                                    turn.phrases().words().all(names(speakers))));
            };
        });
    }

    static Match<SpeakerConfig> speaker(Turn turn, List<String> heard, List<SpeakerConfig> speakers) {
        return new NameMatcher(turn.phrases().words()).match(heard, speakers, SpeakerConfig::name);
    }

    /** What Alexa and people's own words make of it, never longer than anybody wants to hear. */
    static String shortened(String heard) {
        return heard.length() <= MOST_HEARD ? heard : heard.substring(0, heard.offsetByCodePoints(0, MOST_HEARD / 2));
    }

    private static <T> Optional<Response> found(Turn turn, Household house, T thing, With<T> then) {
        turn.understood();
        return then.answer(house, thing);
    }

    private static Match<Place> place(Turn turn, List<String> heard, HouseConfig config) {
        NameMatcher matcher = new NameMatcher(turn.phrases().words());
        List<Place> groups =
                config.groups().stream().<Place>map(Place.OfGroup::new).toList();
        List<Place> speakers =
                config.speakers().stream().<Place>map(Place.OfSpeaker::new).toList();
        Function<Place, Name> name = place -> new Name(place.name(turn.phrases()));
        Match<Place> ofGroups = matcher.match(heard, groups, name);
        return switch (ofGroups) {
            case Match.One<Place> one -> one;
            case Match.Everything<Place> all -> all;
            case Match.Several<Place> several -> several;
            case Match.None<Place> none -> matcher.match(heard, speakers, name);
        };
    }

    private Optional<Response> unknownGroup(Turn turn, Household house) {
        String heard = turn.said(GROUP_SLOT).orElse("");
        return house.config().groups().isEmpty()
                ? turn.cannot(Line.NO_GROUPS)
                : turn.askFor(
                        GROUP_SLOT, turn.say(Line.NO_SUCH_GROUP, shortened(heard), groupsToName(turn, house.config())));
    }

    private static String groupsToName(Turn turn, HouseConfig config) {
        Stream<Name> groups = config.groups().stream().map(GroupConfig::name);
        Stream<Name> speakers = config.speakers().stream().map(SpeakerConfig::name);
        return turn.phrases().words().all((config.groups().isEmpty() ? speakers : groups).toList());
    }

    private static String groups(Turn turn, HouseConfig config) {
        return turn.phrases()
                .words()
                .either(
                        config.groups().isEmpty()
                                ? names(config.speakers())
                                : config.groups().stream()
                                        .map(GroupConfig::name)
                                        .toList());
    }

    private static String names(Turn turn, List<Place> places) {
        return turn.phrases()
                .words()
                .anyOf(places.stream().map(place -> place.name(turn.phrases())).toList());
    }

    private static String either(Turn turn, List<SpeakerConfig> speakers) {
        return turn.phrases().words().either(names(speakers));
    }

    private static List<Name> names(List<SpeakerConfig> speakers) {
        return speakers.stream().map(SpeakerConfig::name).toList();
    }

    /** What {@code then} throws is a mistake of ours and no failure to read. */
    private Optional<Response> opened(Turn turn, UserId user, InHouse then) {
        Optional<Household> house;
        try {
            house = store.load(user, HouseholdStore.Reading.CHEAP);
        } catch (StoreException unavailable) {
            return turn.cannot(Line.TROUBLE);
        }
        return house.isPresent() ? then.answer(house.get()) : turn.cannot(Line.NO_HOUSE);
    }
}
