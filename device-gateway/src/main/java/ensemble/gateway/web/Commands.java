package ensemble.gateway.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import ensemble.gateway.command.BoxCommand;
import ensemble.gateway.command.Verdict;

/**
 * {@code POST /api/command}: 200 when the box has taken it in, 409 with a sentence when it cannot be, 400 for what is no command.
 */
public final class Commands implements Handler {
    private final Desk desk;

    /** Who decides. Called on the request's own thread, and may wait. */
    @FunctionalInterface
    public interface Desk {
        Verdict decide(BoxCommand command) throws InterruptedException;
    }

    public Commands(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Answer answer(Request request) throws Refused {
        BoxCommand command = CommandText.read(request.json());
        try {
            return switch (desk.decide(command)) {
                case Verdict.Taken() ->
                    Answer.json(200, JsonNodeFactory.instance.objectNode().put("outcome", "taken"));
                case Verdict.Refused(String sentence) -> throw new Refused(409, sentence);
            };
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
            throw new Refused(503, "the box is ending");
        }
    }
}
