package ensemble.skill.voice;

import com.amazon.ask.model.Response;
import ensemble.contract.state.SpeakerConfig;
import ensemble.contract.value.LinkCode;
import ensemble.contract.value.LinkKey;
import ensemble.contract.value.Name;
import ensemble.skill.household.Household;
import ensemble.skill.household.HouseholdStore;
import ensemble.skill.household.StoreException;
import ensemble.skill.household.UserId;
import ensemble.skill.link.LinkDesk;
import ensemble.skill.link.LinkOutcome;
import ensemble.skill.shadow.ShadowException;
import ensemble.skill.voice.Turn.Came;
import ensemble.skill.voice.speech.Line;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Links a new box: its code, said as two groups of four digits, then a yes at the box, then what it can play on. */
final class BoxTalk implements Talk {
    private static final String LINK = "LinkBoxIntent";
    private static final String CODE = "code";
    private static final String REST = "rest";
    private static final String KEY = "key";

    private final VoiceHouse houses;
    private final HouseholdStore store;
    private final LinkDesk desk;

    BoxTalk(VoiceHouse houses, HouseholdStore store, LinkDesk desk) {
        this.houses = houses;
        this.store = store;
        this.desk = desk;
    }

    @Override
    public Map<String, Reply> answers() {
        return Map.of(
                LINK, this::link, "WhereIsCodeIntent", turn -> turn.askFor(CODE, turn.say(Line.LINK_WHERE), LINK));
    }

    /** One box is all that a house can have; who has none is asked for a code. */
    private Optional<Response> link(Turn turn) {
        return houses.withUser(
                turn, user -> houses.house(turn).isPresent() ? turn.cannot(Line.ALREADY_HAS_BOX) : coded(turn, user));
    }

    /** However Alexa split the digits between the slots, eight of them are a code. */
    private Optional<Response> coded(Turn turn, UserId user) {
        String first = digits(turn, CODE);
        String rest = digits(turn, REST);
        Optional<LinkCode> code = LinkCode.heard(first + rest);
        if (code.isPresent()) {
            turn.understood();
            return looked(turn, user, code.get());
        }
        if (!LinkCode.isGroup(first)) {
            return turn.askFor(CODE, turn.say(first.isEmpty() ? Line.LINK_CODE : Line.LINK_CODE_AGAIN));
        }
        if (rest.isEmpty()) {
            turn.understood();
            return turn.askFor(REST, turn.say(Line.LINK_REST));
        }
        return turn.askFor(REST, turn.say(Line.LINK_REST_AGAIN));
    }

    private Optional<Response> looked(Turn turn, UserId user, LinkCode code) {
        LinkDesk.Sayer sayer = new LinkDesk.Sayer(user, turn.requestId(), turn.locale(), turn.say(Line.ALL_SPEAKERS));
        try {
            return switch (desk.link(sayer, code)) {
                case LinkOutcome.Asked asked ->
                    turn.askWhether(
                            new Asked(
                                    Asked.What.BOX_CONFIRMED,
                                    Map.of(KEY, asked.key().value())),
                            turn.say(Line.LINK_PRESS, asked.number()));
                case LinkOutcome.Unknown unknown -> turn.cannot(Line.LINK_UNKNOWN_CODE);
                case LinkOutcome.TooMany many -> turn.cannot(Line.LINK_TOO_MANY);
                case LinkOutcome.Slow slow -> turn.cannot(Line.LINK_SLOW);
                case LinkOutcome.Others others -> turn.cannot(Line.LINK_OTHERS);
            };
        } catch (StoreException | ShadowException away) {
            return turn.cannot(Line.TROUBLE);
        }
    }

    /** Yes or no, what counts is what the box has said: the question is gone only once the house is there, or will never be. */
    Optional<Response> pressed(Turn turn, Asked asked) {
        return houses.withUser(turn, user -> {
            try {
                // In this order: the house is made before the code is done with.
                Optional<Integer> number = desk.waiting(user, new LinkKey(asked.about(KEY)));
                Optional<Household> house = store.load(user, HouseholdStore.Reading.SURE);
                if (house.isPresent()) {
                    return linked(turn, house.get());
                }
                if (number.isEmpty()) {
                    return turn.cannot(Line.LINK_NOT_CONFIRMED);
                }
                return turn.isMissedTooOften()
                        ? turn.tell(turn.say(Line.LINK_LATER, number.get()), Came.ON_ITS_WAY)
                        : turn.askWhether(asked, turn.say(Line.LINK_WAITING, number.get()));
            } catch (IllegalArgumentException | IllegalStateException foreign) {
                return turn.cannot(Line.LINK_NOT_CONFIRMED);
            } catch (StoreException away) {
                return turn.cannot(Line.TROUBLE);
            }
        });
    }

    private static Optional<Response> linked(Turn turn, Household house) {
        List<Name> speakers =
                house.config().speakers().stream().map(SpeakerConfig::name).toList();
        return speakers.isEmpty()
                ? turn.tell(turn.say(Line.BOX_LINKED_BARE), Came.DONE)
                : turn.with(Vocabulary.of(house))
                        .tell(turn.say(Line.BOX_LINKED, turn.phrases().words().all(speakers)), Came.DONE);
    }

    private static String digits(Turn turn, String slot) {
        return turn.said(slot).map(said -> said.replaceAll("[\\s-]", "")).orElse("");
    }
}
