package ensemble.skill.voice;

import com.amazon.ask.dispatcher.exception.ExceptionHandler;
import com.amazon.ask.dispatcher.request.handler.HandlerInput;
import com.amazon.ask.dispatcher.request.handler.RequestHandler;
import com.amazon.ask.model.IntentRequest;
import com.amazon.ask.model.LaunchRequest;
import com.amazon.ask.model.Request;
import com.amazon.ask.model.Response;
import com.amazon.ask.model.SessionResumedRequest;
import ensemble.skill.voice.speech.Line;
import java.util.Optional;

/** Tells apart the kinds of request that the ASK SDK hands us. */
final class RequestTable implements RequestHandler, ExceptionHandler {
    private static final System.Logger LOG = System.getLogger(RequestTable.class.getName());

    private final IntentTable intents;

    RequestTable(IntentTable intents) {
        this.intents = intents;
    }

    @Override
    public boolean canHandle(HandlerInput input) {
        return true;
    }

    /** Requests beyond launch and intents, the end of a session among them, want no words. */
    @Override
    public Optional<Response> handle(HandlerInput input) {
        Turn turn = new Turn(input);
        Request request = input.getRequestEnvelope().getRequest();
        return switch (request) {
            case LaunchRequest launched -> intents.launched(turn, launched);
            case SessionResumedRequest resumed -> intents.resumed(turn, resumed);
            case IntentRequest asked
            when asked.getIntent() != null ->
                intents.answer(String.valueOf(asked.getIntent().getName()), turn);
            default -> turn.silence();
        };
    }

    @Override
    public boolean canHandle(HandlerInput input, Throwable mistake) {
        return true;
    }

    @Override
    public Optional<Response> handle(HandlerInput input, Throwable mistake) {
        LOG.log(System.Logger.Level.ERROR, "a spoken request met a mistake of ours", mistake);
        Turn turn = new Turn(input);
        return turn.cannot(Line.TROUBLE);
    }
}
