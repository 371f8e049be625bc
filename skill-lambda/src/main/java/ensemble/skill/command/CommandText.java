package ensemble.skill.command;

import ensemble.contract.id.GroupId;
import ensemble.contract.id.SpeakerId;
import ensemble.contract.state.Act;
import ensemble.contract.value.Volume;
import ensemble.skill.household.SceneId;

/** A command as a few words, for a row that is read back minutes later: {@code SetVolume g:patio 40}. */
public final class CommandText {
    private CommandText() {}

    public static String of(Command command) {
        String name = command.getClass().getSimpleName();
        return switch (command) {
            case Command.TurnOn on -> name + spelt(on.subject());
            case Command.TurnOff off -> name + spelt(off.subject());
            case Command.PlayOn moved -> name + spelt(moved.subject());
            case Command.AlsoPlay also -> name + spelt(also.subject());
            case Command.Play play -> name + spelt(play.subject());
            case Command.Pause pause -> name + spelt(pause.subject());
            case Command.SetVolume set ->
                name + spelt(set.subject()) + " " + set.volume().points();
            case Command.AdjustVolume louder -> name + spelt(louder.subject()) + " " + louder.points();
            case Command.SetMute mute -> name + spelt(mute.subject()) + " " + mute.muted();
            case Command.Perform once ->
                name + spelt(once.subject()) + " " + once.act().wire();
            case Command.RecallScene recalled -> name + " " + recalled.scene();
            case Command.LeaveScene left -> name + " " + left.scene();
            case Command.Everywhere all -> name;
            case Command.StopAll none -> name;
            case Command.Next next -> name;
            case Command.Previous previous -> name;
        };
    }

    /** @throws IllegalArgumentException for what {@link #of} never wrote */
    public static Command read(String text) {
        String[] words = text.split(" ", -1);
        return switch (words[0]) {
            case "TurnOn" -> new Command.TurnOn(subject(words));
            case "TurnOff" -> new Command.TurnOff(subject(words));
            case "PlayOn" -> new Command.PlayOn(subject(words));
            case "AlsoPlay" -> new Command.AlsoPlay(subject(words));
            case "Play" -> new Command.Play(subject(words));
            case "Pause" -> new Command.Pause(subject(words));
            case "SetVolume" -> new Command.SetVolume(subject(words), new Volume(number(words)));
            case "AdjustVolume" -> new Command.AdjustVolume(subject(words), number(words));
            case "SetMute" -> new Command.SetMute(subject(words), Boolean.parseBoolean(word(words, 2)));
            case "Perform" -> new Command.Perform(Act.ofWire(word(words, 2)), subject(words));
            case "RecallScene" -> new Command.RecallScene(new SceneId(word(words, 1)));
            case "LeaveScene" -> new Command.LeaveScene(new SceneId(word(words, 1)));
            case "Everywhere" -> new Command.Everywhere();
            case "StopAll" -> new Command.StopAll();
            case "Next" -> new Command.Next();
            case "Previous" -> new Command.Previous();
            default -> throw new IllegalArgumentException("no command is spelt '" + words[0] + "'");
        };
    }

    private static String spelt(Subject subject) {
        return switch (subject) {
            case Subject.OfGroup group -> " g:" + group.id();
            case Subject.OfSpeaker speaker -> " s:" + speaker.id();
            case Subject.Whole whole -> " *";
        };
    }

    private static Subject subject(String[] words) {
        String word = word(words, 1);
        if (word.equals("*")) {
            return Subject.whole();
        }
        String id = word.length() > 2 ? word.substring(2) : "";
        return word.startsWith("g:") ? Subject.of(new GroupId(id)) : Subject.of(new SpeakerId(id));
    }

    private static int number(String[] words) {
        return Integer.parseInt(word(words, 2));
    }

    private static String word(String[] words, int at) {
        if (words.length <= at) {
            throw new IllegalArgumentException("a command lacks a word");
        }
        return words[at];
    }
}
