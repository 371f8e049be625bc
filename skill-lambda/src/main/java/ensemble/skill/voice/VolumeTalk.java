package ensemble.skill.voice;

import com.amazon.ask.model.Response;
import ensemble.contract.id.SpeakerId;
import ensemble.contract.state.RoutingWish;
import ensemble.contract.value.Volume;
import ensemble.skill.command.Command;
import ensemble.skill.household.Household;
import ensemble.skill.voice.speech.Line;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** How loud a group or a speaker is; without a name, whatever plays. */
final class VolumeTalk implements Talk {
    private static final String TARGET = "target";
    private static final String LEVEL = "level";
    private static final String AMOUNT = "amount";

    private final VoiceHouse houses;
    private final Doing doing;

    VolumeTalk(VoiceHouse houses, Doing doing) {
        this.houses = houses;
        this.doing = doing;
    }

    @Override
    public Map<String, Reply> answers() {
        return Map.of(
                "SetVolumeIntent", this::set,
                "LouderIntent", turn -> adjust(turn, 1),
                "QuieterIntent", turn -> adjust(turn, -1),
                "MuteIntent", turn -> mute(turn, true),
                "UnmuteIntent", turn -> mute(turn, false));
    }

    private Optional<Response> set(Turn turn) {
        Optional<Integer> level = turn.number(LEVEL);
        if (level.isEmpty()) {
            return turn.said(LEVEL).isPresent() ? turn.askFor(LEVEL, turn.say(Line.VOLUME_RANGE)) : turn.delegate();
        }
        if (level.get() > 100) {
            return turn.askFor(LEVEL, turn.say(Line.VOLUME_RANGE));
        }
        return withTarget(turn, (house, place) -> {
            String where = place.name(turn.phrases());
            Command command = new Command.SetVolume(place.subject(), new Volume(level.get()));
            return doing.perform(turn, house, command, where, done -> turn.say(Line.VOLUME_SET, where, level.get()));
        });
    }

    private Optional<Response> adjust(Turn turn, int direction) {
        int amount = Math.clamp(turn.number(AMOUNT).orElse(Command.AdjustVolume.STEP), 0, 100);
        return withTarget(turn, (house, place) -> {
            String where = place.name(turn.phrases());
            Command command = new Command.AdjustVolume(place.subject(), direction * amount);
            return doing.perform(
                    turn,
                    house,
                    command,
                    where,
                    done -> turn.say(Line.VOLUME_NOW, where, loudest(done.house(), place)));
        });
    }

    private Optional<Response> mute(Turn turn, boolean muted) {
        return withTarget(turn, (house, place) -> {
            String where = place.name(turn.phrases());
            Line line = muted ? Line.MUTED : Line.UNMUTED;
            return doing.perform(
                    turn, house, new Command.SetMute(place.subject(), muted), where, done -> turn.say(line, where));
        });
    }

    private Optional<Response> withTarget(Turn turn, VoiceHouse.With<Place> then) {
        return houses.withPlaceOr(turn, TARGET, then, house -> then.answer(house, Playing.place(house)));
    }

    /** A group is as loud as its loudest member. */
    private static int loudest(Household house, Place place) {
        RoutingWish wish = house.route().wish();
        Collection<SpeakerId> speakers =
                switch (place) {
                    case Place.OfGroup one -> one.group().members().keySet();
                    case Place.OfSpeaker one -> java.util.List.of(one.speaker().id());
                    case Place.Everywhere all -> {
                        Collection<SpeakerId> playing = wish.playing();
                        yield playing.isEmpty()
                                ? house.config().speakers().stream()
                                        .map(speaker -> speaker.id())
                                        .collect(Collectors.toSet())
                                : playing;
                    }
                };
        return speakers.stream()
                .mapToInt(id -> wish.of(id).volume().points())
                .max()
                .orElse(0);
    }
}
