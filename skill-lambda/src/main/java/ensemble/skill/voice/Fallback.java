package ensemble.skill.voice;

import com.amazon.ask.model.Response;
import java.util.Optional;
import java.util.Set;

/** Guides twice, then lets go. */
final class Fallback implements IntentHandler {
    @Override
    public Set<String> intents() {
        return Set.of("AMAZON.FallbackIntent");
    }

    @Override
    public Optional<Response> answer(Turn turn) {
        return turn.isMissedTooOften()
                ? turn.tell(turn.phrases().lostForGood(), Turn.Came.CANNOT)
                : turn.askAgain(turn.phrases().lost(), turn.phrases().whichGroupAgain());
    }
}
