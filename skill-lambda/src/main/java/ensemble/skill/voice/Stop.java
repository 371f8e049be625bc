package ensemble.skill.voice;

import com.amazon.ask.model.Response;
import java.util.Optional;
import java.util.Set;

/** Ends the conversation; the music plays on. */
final class Stop implements IntentHandler {
    @Override
    public Set<String> intents() {
        return Set.of("AMAZON.StopIntent", "AMAZON.CancelIntent", "AMAZON.NavigateHomeIntent");
    }

    @Override
    public Optional<Response> answer(Turn turn) {
        return turn.tell(turn.phrases().goodbye());
    }
}
