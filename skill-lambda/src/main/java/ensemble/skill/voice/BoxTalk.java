package ensemble.skill.voice;

import com.amazon.ask.model.Response;
import ensemble.skill.voice.speech.Line;
import java.util.Map;
import java.util.Optional;

/** Linking a new box. The cloud has no place yet where a box could wait under a code, and the answer says so. */
final class BoxTalk implements Talk {
    private final VoiceHouse houses;

    BoxTalk(VoiceHouse houses) {
        this.houses = houses;
    }

    @Override
    public Map<String, Reply> answers() {
        return Map.of("LinkBoxIntent", this::link);
    }

    private Optional<Response> link(Turn turn) {
        return houses.withUser(
                turn,
                user -> houses.house(turn).isPresent()
                        ? turn.cannot(Line.ALREADY_HAS_BOX)
                        : turn.cannot(Line.LINK_NOT_BY_VOICE));
    }
}
