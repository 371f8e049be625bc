package ensemble.skill.voice;

import com.amazon.ask.model.Response;
import java.util.Optional;
import java.util.Set;

/** Says what can be said; needs no account. */
final class Help implements IntentHandler {
    @Override
    public Set<String> intents() {
        return Set.of("AMAZON.HelpIntent");
    }

    @Override
    public Optional<Response> answer(Turn turn) {
        return turn.ask(turn.phrases().help(), turn.phrases().whichGroupAgain());
    }
}
