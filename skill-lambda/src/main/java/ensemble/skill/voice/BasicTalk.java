package ensemble.skill.voice;

import com.amazon.ask.model.Response;
import ensemble.skill.household.Household;
import ensemble.skill.voice.speech.Line;
import java.util.Map;
import java.util.Optional;

/** What every skill must answer: help that fits the moment, stop, what nobody understood, once more. */
final class BasicTalk implements Talk {
    private final VoiceHouse houses;

    BasicTalk(VoiceHouse houses) {
        this.houses = houses;
    }

    @Override
    public Map<String, Reply> answers() {
        return Map.of(
                "AMAZON.HelpIntent", this::help,
                "AMAZON.StopIntent", BasicTalk::stop,
                "AMAZON.CancelIntent", BasicTalk::stop,
                "AMAZON.NavigateHomeIntent", BasicTalk::stop,
                "AMAZON.RepeatIntent", BasicTalk::repeat,
                "AMAZON.FallbackIntent", BasicTalk::lost);
    }

    /** Guides twice, then lets go. What was asked stays asked. */
    static Optional<Response> lost(Turn turn) {
        if (turn.isMissedTooOften()) {
            return turn.cannot(Line.LOST_FOR_GOOD);
        }
        Optional<String> open = turn.asked().flatMap(asked -> turn.lastSaid());
        return open.isPresent()
                ? turn.stillAsking().askAgain(turn.say(Line.HELP_CONFIRM, open.get()), open.get())
                : turn.askAgain(turn.say(Line.LOST), turn.say(Line.WHICH_GROUP_AGAIN));
    }

    Optional<Response> launched(Turn turn) {
        if (turn.token().isEmpty()) {
            return turn.askToLink(Line.LINK_FIRST);
        }
        houses.house(turn).ifPresent(house -> {
            turn.with(Vocabulary.of(house));
            Screen.show(turn, house);
        });
        return turn.ask(turn.say(Line.WELCOME), turn.say(Line.WHICH_GROUP_AGAIN));
    }

    private Optional<Response> help(Turn turn) {
        if (turn.asked().isPresent()) {
            return switch (turn.asked().get().what()) {
                case GUIDE -> stillAsking(turn, turn.say(Line.HELP_GUIDE));
                case PAIR -> stillAsking(turn, turn.say(Line.HELP_PAIR));
                case CREATE_GROUP, RENAME_GROUP, DELETE_GROUP, OFFER_ROUTINE, BOX_CONFIRMED ->
                    stillAsking(
                            turn, turn.say(Line.HELP_CONFIRM, turn.lastSaid().orElse("")));
            };
        }
        Optional<Household> house = houses.house(turn);
        house.filter(known -> turn.isNewSession()).ifPresent(known -> turn.with(Vocabulary.of(known)));
        return turn.ask(
                house.map(known -> fitting(turn, known)).orElseGet(() -> turn.say(Line.HELP)),
                turn.say(Line.WHAT_ELSE));
    }

    private static Optional<Response> stillAsking(Turn turn, String words) {
        return turn.stillAsking().ask(words, words);
    }

    private static String fitting(Turn turn, Household house) {
        if (house.config().groups().isEmpty()) {
            return turn.say(Line.HELP_NO_GROUPS);
        }
        if (!house.presence().isOnline()) {
            return turn.say(Line.HELP_OFFLINE);
        }
        return Playing.words(turn, house)
                .map(where -> turn.say(Line.HELP_PLAYING, where))
                .orElseGet(() -> turn.say(Line.HELP));
    }

    /** Ends the conversation; the music plays on. */
    private static Optional<Response> stop(Turn turn) {
        return turn.tell(Line.GOODBYE);
    }

    private static Optional<Response> repeat(Turn turn) {
        return turn.lastSaid()
                .map(said -> said.endsWith("?")
                        ? turn.stillAsking().ask(said, said)
                        : turn.ask(said + " " + turn.say(Line.WHAT_ELSE), turn.say(Line.WHAT_ELSE)))
                .orElseGet(() -> turn.ask(turn.say(Line.NOTHING_TO_REPEAT), turn.say(Line.WHAT_ELSE)));
    }
}
