package ensemble.skill.voice;

import com.amazon.ask.model.Response;
import ensemble.skill.command.Command;
import ensemble.skill.household.Household;
import ensemble.skill.voice.speech.Line;
import java.util.Map;
import java.util.Optional;

/** Where the music plays: move it there, let it play there too, stop it there. */
final class PlayTalk implements Talk {
    private final VoiceHouse houses;
    private final Doing doing;

    PlayTalk(VoiceHouse houses, Doing doing) {
        this.houses = houses;
        this.doing = doing;
    }

    @Override
    public Map<String, Reply> answers() {
        return Map.of(
                "PlayOnGroupIntent", turn -> houses.withPlace(turn, VoiceHouse.GROUP_SLOT, (h, p) -> play(turn, h, p)),
                "AddGroupIntent", turn -> houses.withPlace(turn, VoiceHouse.GROUP_SLOT, (h, p) -> add(turn, h, p)),
                "StopGroupIntent", turn -> houses.withPlace(turn, VoiceHouse.GROUP_SLOT, (h, p) -> stop(turn, h, p)),
                "EverywhereIntent", turn -> houses.withHouse(turn, h -> play(turn, h, new Place.Everywhere())),
                "PlayMusicIntent", turn -> houses.withPlace(turn, VoiceHouse.GROUP_SLOT, (h, p) -> music(turn, h, p)));
    }

    private Optional<Response> play(Turn turn, Household house, Place place) {
        return doing.perform(
                turn, house, moving(place), place.name(turn.phrases()), Line.PLAYING_ON, Line.PLAYING_BUT_AWAY);
    }

    private Optional<Response> add(Turn turn, Household house, Place place) {
        Command command =
                switch (place) {
                    case Place.OfGroup one -> new Command.AlsoPlay(one.subject());
                    case Place.OfSpeaker one -> new Command.AlsoPlay(one.subject());
                    case Place.Everywhere all -> new Command.Everywhere();
                };
        return doing.perform(turn, house, command, place.name(turn.phrases()), Line.ALSO_ON, Line.ALSO_BUT_AWAY);
    }

    private Optional<Response> stop(Turn turn, Household house, Place place) {
        String where = place.name(turn.phrases());
        return switch (place) {
            case Place.OfGroup one ->
                doing.perform(
                        turn,
                        house,
                        new Command.TurnOff(one.subject()),
                        where,
                        done -> turn.say(Line.STOPPED_ON, where));
            case Place.OfSpeaker one ->
                doing.perform(
                        turn,
                        house,
                        new Command.TurnOff(one.subject()),
                        where,
                        done -> turn.say(Line.STOPPED_ON, where));
            case Place.Everywhere all ->
                doing.perform(turn, house, new Command.StopAll(), "", done -> turn.say(Line.STOPPED_ALL));
        };
    }

    /** The skill cannot start music, and does not pretend to: it switches, and says what to say next. */
    private Optional<Response> music(Turn turn, Household house, Place place) {
        String where = place.name(turn.phrases());
        String music = VoiceHouse.shortened(turn.said("music").orElse(""));
        return doing.perform(turn, house, moving(place), where, done -> turn.say(Line.MUSIC_SWITCHED, where, music));
    }

    private static Command moving(Place place) {
        return switch (place) {
            case Place.OfGroup one -> new Command.PlayOn(one.subject());
            case Place.OfSpeaker one -> new Command.PlayOn(one.subject());
            case Place.Everywhere all -> new Command.Everywhere();
        };
    }
}
