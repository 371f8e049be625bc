package ensemble.skill.voice;

import com.amazon.ask.model.Response;
import ensemble.contract.id.SpeakerId;
import ensemble.contract.state.HouseConfig;
import ensemble.contract.state.SpeakerConfig;
import ensemble.contract.value.Name;
import ensemble.skill.command.Command;
import ensemble.skill.command.Fulfilment;
import ensemble.skill.command.IfUnanswered;
import ensemble.skill.command.Outcome;
import ensemble.skill.household.Household;
import ensemble.skill.household.RequestKey;
import ensemble.skill.voice.speech.Line;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Has a command carried out and says what came of it: done, on its way, or why not. */
final class Doing {
    private final Fulfilment fulfilment;
    private final InstantSource clock;

    Doing(Fulfilment fulfilment, InstantSource clock) {
        this.fulfilment = fulfilment;
        this.clock = clock;
    }

    /** What to say of something done. */
    @FunctionalInterface
    interface Words {
        String of(Outcome.Done done);
    }

    /** @param where what it is about, as people call it */
    Optional<Response> perform(Turn turn, Household house, Command command, String where, Words words) {
        Outcome outcome = fulfilment.fulfil(house, command, RequestKey.of(turn.requestId()), IfUnanswered.SAY_SO);
        return switch (outcome) {
            case Outcome.Done done -> turn.tell(words.of(done), Turn.Came.DONE);
            case Outcome.OnItsWay later ->
                turn.tell(
                        where.isEmpty() ? turn.say(Line.ON_ITS_WAY) : turn.say(Line.ON_ITS_WAY_TO, where),
                        Turn.Came.ON_ITS_WAY);
            case Outcome.Cannot cannot -> turn.tell(refused(turn, command, cannot, where), Turn.Came.CANNOT);
        };
    }

    /** Says {@code line} with the place, or {@code away} where some of its speakers are missing. */
    Optional<Response> perform(Turn turn, Household house, Command command, String where, Line line, Line away) {
        return perform(
                turn,
                house,
                command,
                where,
                done -> done.missing().isEmpty()
                        ? turn.say(line, where)
                        : turn.say(away, where, turn.phrases().words().all(names(house.config(), done.missing()))));
    }

    private String refused(Turn turn, Command command, Outcome.Cannot cannot, String where) {
        boolean theEchos = command instanceof Command.Next || command instanceof Command.Previous;
        return theEchos && Refusals.isUnsupported(cannot)
                ? turn.say(Line.ECHO_NOT_REACHED)
                : Refusals.words(turn, cannot, where, clock.instant());
    }

    static List<Name> names(HouseConfig config, Collection<SpeakerId> speakers) {
        return config.speakers().stream()
                .filter(speaker -> speakers.contains(speaker.id()))
                .map(SpeakerConfig::name)
                .toList();
    }
}
