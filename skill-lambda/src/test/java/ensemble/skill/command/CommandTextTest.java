package ensemble.skill.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ensemble.contract.state.Act;
import ensemble.contract.value.Volume;
import ensemble.skill.fake.Houses;
import ensemble.skill.household.SceneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CommandTextTest {
    static List<Command> everyCommand() {
        Subject patio = Subject.of(Houses.PATIO);
        return List.of(
                new Command.TurnOn(patio),
                new Command.TurnOff(Subject.of(Houses.DECK)),
                new Command.PlayOn(patio),
                new Command.AlsoPlay(patio),
                new Command.Everywhere(),
                new Command.StopAll(),
                new Command.SetVolume(patio, new Volume(40)),
                new Command.AdjustVolume(Subject.whole(), -10),
                new Command.SetMute(patio, true),
                new Command.RecallScene(new SceneId("party")),
                new Command.LeaveScene(new SceneId("party")),
                new Command.Play(patio),
                new Command.Pause(Subject.whole()),
                new Command.Next(),
                new Command.Previous(),
                new Command.Perform(Act.LINE_UP, patio));
    }

    @ParameterizedTest
    @MethodSource("everyCommand")
    void readsWhatItWrote(Command command) {
        assertEquals(command, CommandText.read(CommandText.of(command)));
    }

    @Test
    void noCommandIsForgotten() {
        Set<Class<?>> tested = everyCommand().stream().map(Object::getClass).collect(Collectors.toSet());
        assertEquals(Set.of(Command.class.getPermittedSubclasses()), tested);
    }

    @Test
    void rubbishIsRefused() {
        for (String text : List.of("", "Dance", "TurnOn", "SetVolume g:patio", "TurnOn g:")) {
            assertThrows(IllegalArgumentException.class, () -> CommandText.read(text), text);
        }
    }
}
