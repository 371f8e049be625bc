package ensemble.skill.voice;

import com.amazon.ask.model.Response;
import ensemble.contract.state.RoutingWish;
import ensemble.skill.command.Command;
import ensemble.skill.command.Outcome;
import ensemble.skill.command.Subject;
import ensemble.skill.household.Household;
import ensemble.skill.voice.speech.Line;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Pause, go on, next, back: told to the Echo where the box can, and said truthfully where it cannot. */
final class TransportTalk implements Talk {
    private final VoiceHouse houses;
    private final Doing doing;

    TransportTalk(VoiceHouse houses, Doing doing) {
        this.houses = houses;
        this.doing = doing;
    }

    @Override
    public Map<String, Reply> answers() {
        return Map.of(
                "AMAZON.PauseIntent", turn -> houses.withHouse(turn, house -> pause(turn, house)),
                "AMAZON.ResumeIntent", turn -> whole(turn, new Command.Play(Subject.whole()), Line.RESUMED),
                "AMAZON.NextIntent", turn -> whole(turn, new Command.Next(), Line.NEXT_TITLE),
                "AMAZON.PreviousIntent", turn -> whole(turn, new Command.Previous(), Line.PREVIOUS_TITLE));
    }

    private Optional<Response> whole(Turn turn, Command command, Line line) {
        return houses.withHouse(turn, house -> doing.perform(turn, house, command, "", done -> turn.say(line)));
    }

    private Optional<Response> pause(Turn turn, Household house) {
        RoutingWish before = house.route().wish();
        return doing.perform(
                turn, house, new Command.Pause(Subject.whole()), "", done -> paused(turn, house, before, done));
    }

    /** Where the Echo cannot be told, pausing mutes: that is something else, and said so. */
    private static String paused(Turn turn, Household house, RoutingWish before, Outcome.Done done) {
        RoutingWish after = done.house().route().wish();
        boolean byMute = after.speakers().entrySet().stream()
                .anyMatch(speaker -> speaker.getValue().on()
                        && speaker.getValue().muted()
                        && !before.of(speaker.getKey()).muted());
        return byMute
                ? turn.say(
                        Line.PAUSED_BY_MUTE,
                        turn.phrases()
                                .words()
                                .all(Doing.names(
                                        house.config(),
                                        new TreeMap<>(after.speakers())
                                                .entrySet().stream()
                                                        .filter(speaker -> speaker.getValue()
                                                                .on())
                                                        .map(Map.Entry::getKey)
                                                        .toList())))
                : turn.say(Line.PAUSED);
    }
}
