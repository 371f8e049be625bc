package ensemble.skill.voice;

import com.amazon.ask.model.Response;
import java.util.Optional;
import java.util.Set;

/** Answers one intent, or a few that mean the same. */
interface IntentHandler {
    /** The intents' names in the interaction model. */
    Set<String> intents();

    Optional<Response> answer(Turn turn);
}
