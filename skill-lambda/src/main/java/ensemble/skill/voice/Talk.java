package ensemble.skill.voice;

import com.amazon.ask.model.Response;
import java.util.Map;
import java.util.Optional;

/** Answers some intents that belong together. */
interface Talk {
    /** Answers one request of an intent. */
    @FunctionalInterface
    interface Reply {
        Optional<Response> to(Turn turn);
    }

    /** By the intents' names in the interaction model. */
    Map<String, Reply> answers();
}
