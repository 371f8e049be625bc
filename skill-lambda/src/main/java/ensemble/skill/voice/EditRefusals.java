package ensemble.skill.voice;

import com.amazon.ask.model.Response;
import ensemble.contract.state.Limits;
import ensemble.skill.editing.EditRefusal;
import ensemble.skill.household.Scene;
import ensemble.skill.voice.speech.Line;
import java.util.Optional;

/** Why the house cannot be changed so, in words; a name is asked for again. */
final class EditRefusals {
    private EditRefusals() {}

    static Optional<Response> answer(Turn turn, EditRefusal why) {
        return switch (why) {
            case NO_SUCH_GROUP -> turn.cannot(Line.GROUP_GONE);
            case NO_SUCH_SPEAKER -> turn.cannot(Line.SPEAKER_GONE);
            case NO_SUCH_SCENE -> turn.cannot(Line.SCENE_GONE);
            case NAME_TAKEN -> again(turn, Line.NAME_TAKEN);
            case NAME_RESERVED, NAME_TOO_LONG, NAME_EMPTY -> again(turn, Line.NAME_BAD);
            case TOO_MANY_GROUPS -> turn.cannot(Line.TOO_MANY_GROUPS, Limits.MOST_GROUPS);
            case TOO_MANY_SCENES -> turn.cannot(Line.TOO_MANY_SCENES, Scene.MOST);
            case NO_SPEAKERS -> turn.cannot(Line.NO_SPEAKERS);
            case BUSY -> turn.cannot(Line.BUSY);
            case TROUBLE -> turn.cannot(Line.TROUBLE);
        };
    }

    /** After a yes there is no slot left to fill: somebody was quicker with the same name. */
    private static Optional<Response> again(Turn turn, Line line) {
        Optional<String> name = turn.said(GroupTalk.CALLED);
        if (name.isEmpty()) {
            return turn.cannot(Line.BUSY);
        }
        return turn.askFor(
                GroupTalk.CALLED,
                line == Line.NAME_TAKEN ? turn.say(line, VoiceHouse.shortened(name.get())) : turn.say(line));
    }
}
