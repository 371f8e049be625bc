package ensemble.skill.voice;

import com.amazon.ask.model.Response;
import ensemble.catalogue.data.Procedure;
import ensemble.catalogue.guide.Guide;
import ensemble.catalogue.guide.Guides;
import ensemble.catalogue.name.Match;
import ensemble.skill.voice.speech.Line;
import ensemble.skill.voice.speech.Translations;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** Leads through linking step by step: says one, waits, repeats, goes back. The walk lives in the session. */
final class GuideTalk implements Talk {
    private static final String WALK = "walk";

    private final Knowledge knowledge;
    private final InstantSource clock;

    GuideTalk(Knowledge knowledge, InstantSource clock) {
        this.knowledge = knowledge;
        this.clock = clock;
    }

    @Override
    public Map<String, Reply> answers() {
        return Map.of("GuideIntent", this::begin);
    }

    private Optional<Response> begin(Turn turn) {
        Optional<String> said = turn.said(LinkTalk.MODEL);
        if (said.isEmpty()) {
            return turn.askFor(LinkTalk.MODEL, turn.say(Line.WHICH_MODEL));
        }
        ensemble.catalogue.ask.Answer answer = knowledge.books().ask().about(said.get());
        Match match = answer.models().getFirst();
        if (match.model().isEmpty()) {
            return LinkTalk.unknown(turn, match, LinkTalk.MODEL);
        }
        return Guides.of(answer.ways())
                .map(procedure -> at(turn, Guide.begin(procedure, clock.instant()), ""))
                .orElseGet(() ->
                        turn.cannot(Line.GUIDE_NONE, match.model().orElseThrow().shown()));
    }

    /** @param answer to the step that was said last */
    Optional<Response> go(Turn turn, Guide.Answer answer) {
        Instant now = clock.instant();
        Optional<Guide> walk = walk(turn);
        if (walk.isEmpty()) {
            return turn.ask(turn.say(Line.GUIDE_NOT_RUNNING), turn.say(Line.WHAT_ELSE));
        }
        if (answer == Guide.Answer.STOP) {
            return turn.tell(Line.GUIDE_STOPPED);
        }
        Guide before = walk.get();
        String hint = answer == Guide.Answer.NO && before.state(now) instanceof Guide.State.Doing doing
                ? step(turn, before, doing.step(), "ifNot", doing.step().ifNot())
                : "";
        return at(turn, before.after(answer, now), hint);
    }

    private Optional<Guide> walk(Turn turn) {
        return turn.asked()
                .filter(asked -> asked.what() == Asked.What.GUIDE)
                .flatMap(asked -> Guide.of(
                        asked.about(WALK), knowledge.books().catalogue().procedures()));
    }

    /** @param hint what to try, where the step before did not work; empty otherwise */
    private Optional<Response> at(Turn turn, Guide walk, String hint) {
        return switch (walk.state(clock.instant())) {
            case Guide.State.Doing doing ->
                asking(turn, walk, hint, said(turn, walk, doing.number(), doing.of(), doing.step()));
            case Guide.State.Waiting waiting ->
                asking(
                        turn,
                        walk,
                        hint,
                        waiting.rest().toSeconds() + 1 >= seconds(waiting.step())
                                ? said(turn, walk, waiting.number(), waiting.of(), waiting.step())
                                : turn.say(
                                        Line.GUIDE_STILL,
                                        turn.phrases()
                                                .words()
                                                .seconds(waiting.rest().toSeconds() + 1)));
            case Guide.State.Done done -> turn.tell(Line.GUIDE_DONE);
            case Guide.State.GivenUp over -> turn.tell(Line.GUIDE_GIVEN_UP);
        };
    }

    private static Optional<Response> asking(Turn turn, Guide walk, String hint, String step) {
        String sentence = hint.isEmpty() ? step : turn.say(Line.GUIDE_IF_NOT, hint, step);
        return turn.askWhether(new Asked(Asked.What.GUIDE, Map.of(WALK, walk.text())), sentence);
    }

    private static String said(Turn turn, Guide walk, int number, int of, Procedure.Step step) {
        String say = step(turn, walk, step, "say", step.say());
        if (step.holdSeconds() != null) {
            say += " " + turn.say(Line.GUIDE_HOLD, turn.phrases().words().seconds(step.holdSeconds()));
        }
        if (step.waitSeconds() != null) {
            say += " " + turn.say(Line.GUIDE_WAIT, turn.phrases().words().seconds(step.waitSeconds()));
        }
        return turn.say(Line.GUIDE_STEP, number, of, say, step(turn, walk, step, "expect", step.expect()));
    }

    private static int seconds(Procedure.Step step) {
        Integer wait = step.waitSeconds();
        return wait == null ? 0 : wait;
    }

    private static String step(Turn turn, Guide walk, Procedure.Step step, String part, String english) {
        return Translations.of(turn.phrases().language())
                .of("step." + walk.procedure().id() + "." + step.id() + "." + part, english);
    }
}
