package ensemble.skill.voice;

import com.amazon.ask.model.Response;
import ensemble.contract.value.Name;
import ensemble.skill.command.Command;
import ensemble.skill.editing.Edit;
import ensemble.skill.editing.EditOutcome;
import ensemble.skill.editing.Editing;
import ensemble.skill.household.Household;
import ensemble.skill.household.Scene;
import ensemble.skill.voice.speech.Line;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Saves what plays under a name, and brings it back. */
final class SceneTalk implements Talk {
    private static final String SCENE = "scene";

    private final VoiceHouse houses;
    private final Editing editing;
    private final Doing doing;

    SceneTalk(VoiceHouse houses, Editing editing, Doing doing) {
        this.houses = houses;
        this.editing = editing;
        this.doing = doing;
    }

    @Override
    public Map<String, Reply> answers() {
        return Map.of(
                "SaveSceneIntent", turn -> houses.withHouse(turn, house -> save(turn, house)),
                "RecallSceneIntent", turn -> withScene(turn, (house, scene) -> recall(turn, house, scene)),
                "DeleteSceneIntent",
                        turn -> withScene(
                                turn,
                                (house, scene) -> carryOut(
                                        turn,
                                        house,
                                        new Edit.DeleteScene(scene.id()),
                                        turn.say(Line.SCENE_DELETED, scene.name()))),
                "ListScenesIntent", turn -> houses.withHouse(turn, house -> list(turn, house)));
    }

    private Optional<Response> save(Turn turn, Household house) {
        Optional<String> said = turn.said(GroupTalk.CALLED);
        if (said.isEmpty()) {
            return turn.askFor(GroupTalk.CALLED, turn.say(Line.SCENE_NAME));
        }
        Optional<Name> name = SpokenNames.of(said.get());
        return name.isEmpty()
                ? turn.askFor(GroupTalk.CALLED, turn.say(Line.NAME_BAD))
                : carryOut(turn, house, new Edit.SaveScene(name.get()), turn.say(Line.SCENE_SAVED, name.get()));
    }

    private Optional<Response> recall(Turn turn, Household house, Scene scene) {
        return doing.perform(
                turn,
                house,
                new Command.RecallScene(scene.id()),
                scene.name().text(),
                done -> turn.say(Line.SCENE_ON, scene.name()));
    }

    private static Optional<Response> list(Turn turn, Household house) {
        List<Name> names = names(house.habits().scenes());
        return names.isEmpty()
                ? turn.tell(Line.NO_SCENES)
                : turn.withCard().tell(Line.LIST_SCENES, turn.phrases().words().all(names));
    }

    private Optional<Response> withScene(Turn turn, VoiceHouse.With<Scene> then) {
        return houses.withHouse(turn, house -> {
            List<Scene> scenes = house.habits().scenes();
            List<String> heard = turn.heard(SCENE);
            if (scenes.isEmpty()) {
                return turn.cannot(Line.NO_SCENES);
            }
            if (heard.isEmpty()) {
                return turn.askFor(
                        SCENE, turn.say(Line.WHICH_SCENE, turn.phrases().words().either(names(scenes))));
            }
            Match<Scene> match = new NameMatcher(turn.phrases().words()).match(heard, scenes, Scene::name);
            return switch (match) {
                case Match.One<Scene> one -> then.answer(house, one.thing());
                case Match.Several<Scene> several ->
                    turn.askFor(
                            SCENE,
                            turn.say(Line.WHICH_SCENE, turn.phrases().words().either(names(several.things()))));
                case Match.Everything<Scene> all -> unknown(turn, heard.getFirst(), scenes);
                case Match.None<Scene> none -> unknown(turn, heard.getFirst(), scenes);
            };
        });
    }

    private static Optional<Response> unknown(Turn turn, String heard, List<Scene> scenes) {
        return turn.askFor(
                SCENE,
                turn.say(
                        Line.NO_SUCH_SCENE,
                        VoiceHouse.shortened(heard),
                        turn.phrases().words().all(names(scenes))));
    }

    private Optional<Response> carryOut(Turn turn, Household house, Edit edit, String done) {
        return switch (editing.carryOut(house, edit)) {
            case EditOutcome.Done made -> turn.tell(done, Turn.Came.DONE);
            case EditOutcome.Cannot cannot -> EditRefusals.answer(turn, cannot.why());
        };
    }

    private static List<Name> names(List<Scene> scenes) {
        return scenes.stream().map(Scene::name).toList();
    }
}
