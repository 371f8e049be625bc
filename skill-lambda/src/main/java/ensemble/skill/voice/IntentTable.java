package ensemble.skill.voice;

import com.amazon.ask.model.LaunchRequest;
import com.amazon.ask.model.Response;
import com.amazon.ask.model.SessionResumedRequest;
import ensemble.catalogue.guide.Guide;
import ensemble.skill.command.Fulfilment;
import ensemble.skill.editing.Editing;
import ensemble.skill.household.ClaimStore;
import ensemble.skill.household.HouseholdStore;
import ensemble.skill.identity.TokenVerifier;
import ensemble.skill.link.LinkDesk;
import ensemble.skill.shadow.ShadowDesk;
import ensemble.skill.voice.speech.Line;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Which class answers which intent, and what a yes or a no is the answer to. */
public final class IntentTable {
    private static final String YES = "AMAZON.YesIntent";
    private static final String NO = "AMAZON.NoIntent";

    /** What leads on through a guide, said instead of an answer. */
    private static final Map<String, Guide.Answer> WALKING = Map.of(
            YES,
            Guide.Answer.YES,
            "AMAZON.NextIntent",
            Guide.Answer.YES,
            "AMAZON.ResumeIntent",
            Guide.Answer.YES,
            NO,
            Guide.Answer.NO,
            "AMAZON.PreviousIntent",
            Guide.Answer.BACK,
            "AMAZON.RepeatIntent",
            Guide.Answer.REPEAT,
            "AMAZON.StopIntent",
            Guide.Answer.STOP,
            "AMAZON.CancelIntent",
            Guide.Answer.STOP);

    private final Map<String, Talk.Reply> answers = new TreeMap<>();
    private final BasicTalk basics;
    private final GuideTalk guide;
    private final GroupTalk groups;
    private final SpeakerTalk speakers;
    private final RoutineTalk routines;
    private final BoxTalk boxes;

    public IntentTable(
            TokenVerifier tokens,
            HouseholdStore store,
            ClaimStore claims,
            ShadowDesk shadows,
            Fulfilment fulfilment,
            InstantSource clock) {
        VoiceHouse houses = new VoiceHouse(tokens, store);
        Doing doing = new Doing(fulfilment, clock);
        Facts facts = new Facts(shadows, clock);
        Knowledge knowledge = new Knowledge();
        basics = new BasicTalk(houses);
        guide = new GuideTalk(knowledge, clock);
        Editing editing = new Editing(store, shadows);
        groups = new GroupTalk(houses, editing);
        speakers = new SpeakerTalk(houses, facts, doing);
        boxes = new BoxTalk(houses, store, new LinkDesk(claims, shadows, clock));
        routines = new RoutineTalk(houses, doing);
        List<Talk> all = List.of(
                basics,
                guide,
                groups,
                speakers,
                routines,
                new PlayTalk(houses, doing),
                new TransportTalk(houses, doing),
                new VolumeTalk(houses, doing),
                new ListTalk(houses, facts),
                new SyncTalk(houses, facts, doing, clock),
                new SceneTalk(houses, editing, doing),
                boxes,
                new LinkTalk(knowledge),
                new AdviceTalk(knowledge, houses),
                new CauseTalk(houses, facts, knowledge));
        all.forEach(talk -> answers.putAll(talk.answers()));
        answers.put(YES, turn -> answered(turn, true));
        answers.put(NO, turn -> answered(turn, false));
    }

    /** Every intent that is answered. */
    public Set<String> intents() {
        return answers.keySet();
    }

    /** An intent that the model has and we do not is answered like one nobody understood. */
    Optional<Response> answer(String intent, Turn turn) {
        Optional<Asked> asked = turn.asked();
        Guide.Answer step = WALKING.get(intent);
        if (step != null
                && asked.filter(open -> open.what() == Asked.What.GUIDE).isPresent()) {
            return guide.go(turn, step);
        }
        if (asked.isPresent() && turn.confirmed().isPresent()) {
            return answered(turn, turn.confirmed().get());
        }
        return Optional.ofNullable(answers.get(intent)).orElse(BasicTalk::lost).to(turn);
    }

    Optional<Response> launched(Turn turn, LaunchRequest request) {
        return request.getTask() == null ? basics.launched(turn) : routines.run(turn, request.getTask());
    }

    Optional<Response> resumed(Turn turn, SessionResumedRequest request) {
        return routines.resumed(turn, request);
    }

    private Optional<Response> answered(Turn turn, boolean yes) {
        Optional<Asked> open = turn.asked();
        if (open.isEmpty()) {
            return turn.ask(turn.say(Line.NOTHING_ASKED), turn.say(Line.WHAT_ELSE));
        }
        Asked asked = open.get();
        return switch (asked.what()) {
            case CREATE_GROUP -> yes ? groups.create(turn, asked) : turn.tell(Line.KEPT);
            case RENAME_GROUP -> yes ? groups.rename(turn, asked) : turn.tell(Line.KEPT);
            case DELETE_GROUP -> yes ? groups.delete(turn, asked) : turn.tell(Line.KEPT);
            case PAIR -> yes ? speakers.pair(turn) : speakers.pairLater(turn);
            case OFFER_ROUTINE -> yes ? routines.offer(turn, asked) : routines.refuse(turn, asked);
            case GUIDE -> guide.go(turn, yes ? Guide.Answer.YES : Guide.Answer.NO);
            case BOX_CONFIRMED -> boxes.pressed(turn, asked);
        };
    }
}
