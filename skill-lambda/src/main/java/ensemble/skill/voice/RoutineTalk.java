package ensemble.skill.voice;

import com.amazon.ask.model.ConnectionCompleted;
import com.amazon.ask.model.Response;
import com.amazon.ask.model.SessionResumedRequest;
import com.amazon.ask.model.Status;
import com.amazon.ask.model.Task;
import com.amazon.ask.model.interfaces.connections.OnCompletion;
import com.amazon.ask.model.interfaces.connections.V1.StartConnectionDirective;
import com.amazon.ask.model.interfaces.tasks.CompleteTaskDirective;
import ensemble.contract.state.GroupConfig;
import ensemble.skill.command.Command;
import ensemble.skill.voice.speech.Line;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Offers the routine that owns the exact words "play on the backyard", which no interface of Alexa's promises. */
final class RoutineTalk implements Talk {
    private static final String GROUP = "group";
    /** The custom task that a routine may start; its definition is part of the skill package. */
    private static final String TASK = "PlayOnGroup";

    private static final String OPERATION = "play-on-group";
    private static final String URI = "connection://AMAZON.OfferAutomation/1";

    private final VoiceHouse houses;
    private final Doing doing;

    RoutineTalk(VoiceHouse houses, Doing doing) {
        this.houses = houses;
        this.doing = doing;
    }

    @Override
    public Map<String, Reply> answers() {
        return Map.of(
                "OfferRoutineIntent",
                turn -> houses.withGroup(
                        turn,
                        (house, group) -> turn.askWhether(
                                new Asked(
                                        Asked.What.OFFER_ROUTINE,
                                        Map.of(GROUP, group.id().value())),
                                turn.say(Line.OFFER_CONFIRM, group.name()))));
    }

    /** They want it: Alexa takes over and comes back. */
    Optional<Response> offer(Turn turn, Asked asked) {
        return withGroup(
                turn,
                asked.about(GROUP),
                (house, group) -> turn.handOver(StartConnectionDirective.builder()
                        .withUri(URI)
                        .withInput(input(turn, group))
                        .withToken(group.id().value())
                        .withOnCompletion(OnCompletion.RESUME_SESSION)
                        .build()));
    }

    Optional<Response> refuse(Turn turn, Asked asked) {
        return withGroup(turn, asked.about(GROUP), (house, group) -> turn.tell(Line.OFFER_REFUSED, group.name()));
    }

    /** Alexa is back: only a routine that was taken is called one. */
    Optional<Response> resumed(Turn turn, SessionResumedRequest request) {
        if (!(request.getCause() instanceof ConnectionCompleted done) || done.getToken() == null) {
            return turn.cannot(Line.TROUBLE);
        }
        String code =
                done.getStatus() == null ? "" : String.valueOf(done.getStatus().getCode());
        return withGroup(turn, done.getToken(), (house, group) -> switch (code) {
            case "200" -> turn.tell(turn.say(Line.OFFER_ACCEPTED, group.name()) + " " + turn.say(Line.OFFER_RECIPE));
            case "204" ->
                String.valueOf(done.getResult()).contains("ALREADY_ENABLED")
                        ? turn.tell(Line.OFFER_ACCEPTED, group.name())
                        : turn.tell(Line.OFFER_REFUSED, group.name());
            default -> turn.cannot(Line.OFFER_FAILED, group.name());
        });
    }

    /** The routine runs: the music moves to the group it names. */
    Optional<Response> run(Turn turn, Task task) {
        String id = task.getInput() instanceof Map<?, ?> input ? String.valueOf(input.get(GROUP)) : "";
        turn.with(CompleteTaskDirective.builder()
                .withStatus(Status.builder().withCode("200").withMessage("OK").build())
                .build());
        return withGroup(
                turn,
                id,
                (house, group) -> doing.perform(
                        turn,
                        house,
                        new Command.PlayOn(group.id()),
                        group.name().text(),
                        Line.PLAYING_ON,
                        Line.PLAYING_BUT_AWAY));
    }

    private Optional<Response> withGroup(Turn turn, String id, VoiceHouse.With<GroupConfig> then) {
        return houses.withHouse(turn, house -> house.config().groups().stream()
                .filter(group -> group.id().value().equals(id))
                .findFirst()
                .map(group -> then.answer(house, group))
                .orElseGet(() -> turn.cannot(Line.GROUP_GONE)));
    }

    /** The first utterance that is still free becomes the routine's. */
    private static Map<String, Object> input(Turn turn, GroupConfig group) {
        String name = group.name().text();
        String skill = turn.skillId();
        List<String> utterances = Stream.of(Line.ROUTINE_PHRASE, Line.ROUTINE_PHRASE_SWITCH, Line.ROUTINE_PHRASE_MUSIC)
                .map(line -> turn.say(line, name).toLowerCase(Locale.ROOT))
                .toList();
        Map<String, Object> trigger = Map.of(
                "type",
                "Alexa.Automation.Trigger.Voice.CustomUtterance",
                "version",
                "1.0",
                "payload",
                Map.of("utterances", utterances, "locale", turn.locale()));
        Map<String, Object> request = Map.of(
                "uri",
                "connection://" + skill + "." + TASK + "/1?provider=" + skill,
                "input",
                Map.of(GROUP, group.id().value()));
        Map<String, Object> operation = Map.of(
                "type",
                "Alexa.Automation.Operation.Skill.StartConnection",
                "version",
                "1.0",
                "operationId",
                OPERATION,
                "payload",
                Map.of("connectionRequest", request));
        Map<String, Object> automation =
                Map.of("trigger", trigger, "operations", Map.of("serial", List.of(Map.of("operation", operation))));
        Map<String, Object> shown =
                Map.of("operations", Map.of(OPERATION, Map.of("descriptionPrompt", utterances.getFirst())));
        return Map.of("automation", automation, "renderingData", shown);
    }
}
