package ensemble.house.alexa;

import ensemble.house.alexa.Said.Outcome;
import ensemble.house.alexa.Said.Route;
import org.jspecify.annotations.Nullable;

/**
 * What came of a sentence, before it is known what the hub was told.
 *
 * @param request null when nothing was sent
 */
record Answer(Route route, boolean documented, @Nullable String request, String speech, Outcome outcome) {
    static Answer nothing(String speech) {
        return new Answer(Route.SMART_HOME, false, null, speech, Outcome.CANNOT);
    }
}
