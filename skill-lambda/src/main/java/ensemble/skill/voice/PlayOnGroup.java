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
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** "Play on the backyard": the music moves there. */
final class PlayOnGroup implements IntentHandler {
    private final VoiceHouse houses;
    private final Fulfilment fulfilment;
    private final InstantSource clock;

    PlayOnGroup(VoiceHouse houses, Fulfilment fulfilment, InstantSource clock) {
        this.houses = houses;
        this.fulfilment = fulfilment;
        this.clock = clock;
    }

    @Override
    public Set<String> intents() {
        return Set.of("PlayOnGroupIntent");
    }

    @Override
    public Optional<Response> answer(Turn turn) {
        return houses.withGroup(turn, (house, match) -> switch (match) {
            case GroupMatch.One one ->
                fulfilled(
                        turn,
                        house,
                        new Command.PlayOn(one.group().id()),
                        one.group().name().text());
            case GroupMatch.Everywhere all ->
                fulfilled(turn, house, new Command.Everywhere(), turn.phrases().everywhere());
            case GroupMatch.Several several -> throw new IllegalStateException("several groups are asked back");
            case GroupMatch.None none -> throw new IllegalStateException("no group is asked back");
        });
    }

    private Optional<Response> fulfilled(Turn turn, Household house, Command command, String where) {
        Outcome outcome = fulfilment.fulfil(house, command, RequestKey.of(turn.requestId()), IfUnanswered.SAY_SO);
        return switch (outcome) {
            case Outcome.Done done ->
                turn.tell(turn.phrases().playingOn(where, names(house.config(), done.missing())), Turn.Came.DONE);
            case Outcome.OnItsWay later -> turn.tell(turn.phrases().onItsWayTo(where), Turn.Came.ON_ITS_WAY);
            case Outcome.Cannot cannot ->
                turn.tell(
                        turn.phrases().cannot(cannot.kind(), where, house.presence(), clock.instant()),
                        Turn.Came.CANNOT);
        };
    }

    private static List<Name> names(HouseConfig config, Collection<SpeakerId> speakers) {
        return config.speakers().stream()
                .filter(speaker -> speakers.contains(speaker.id()))
                .map(SpeakerConfig::name)
                .toList();
    }
}
