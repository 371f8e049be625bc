package ensemble.gateway.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ensemble.contract.id.GroupId;
import ensemble.contract.id.SpeakerId;
import ensemble.contract.state.Act;
import ensemble.contract.value.Volume;
import ensemble.gateway.command.BoxCommand;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each word of the page, and what is no command. */
final class CommandTextTest {
    private static Stream<Arguments> words() {
        GroupId patio = new GroupId("patio");
        SpeakerId deck = new SpeakerId("deck");
        return Stream.of(
                Arguments.of("{'do':'turn','group':'patio','on':true}", new BoxCommand.Turn(patio, true)),
                Arguments.of("{'do':'turn','group':'patio','on':false}", new BoxCommand.Turn(patio, false)),
                Arguments.of("{'do':'only','group':'patio'}", new BoxCommand.Only(patio)),
                Arguments.of("{'do':'everywhere'}", new BoxCommand.Everywhere()),
                Arguments.of("{'do':'nothing'}", new BoxCommand.Nothing()),
                Arguments.of("{'do':'volume','group':'patio','volume':0}", new BoxCommand.Loud(patio, new Volume(0))),
                Arguments.of("{'do':'mute','group':'patio','muted':true}", new BoxCommand.Mute(patio, true)),
                Arguments.of("{'do':'line-up','group':'patio'}", new BoxCommand.Once(Act.LINE_UP, "patio")),
                Arguments.of("{'do':'identify','speaker':'deck'}", new BoxCommand.Once(Act.IDENTIFY, "deck")),
                Arguments.of("{'do':'hold','on':true}", new BoxCommand.Hold(true)),
                Arguments.of("{'do':'search'}", new BoxCommand.Search()),
                Arguments.of("{'do':'pairing','open':false}", new BoxCommand.Pairing(false)),
                Arguments.of("{'do':'try-again','speaker':'deck'}", new BoxCommand.TryAgain(deck)),
                Arguments.of("{'do':'forget','speaker':'deck'}", new BoxCommand.Forget(deck)));
    }

    @ParameterizedTest
    @MethodSource("words")
    void aWordIsACommand(String json, BoxCommand command) throws Refused {
        assertEquals(command, read(json));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | 'do' must be a word",
                "[] | a JSON object is needed",
                "nonsense | this is not JSON",
                "{'do':'everywhere'}{} | this is not JSON",
                "{'do':'nothing','do':'everywhere'} | this is not JSON",
                "{'do':'dance'} | the box knows no command 'dance'",
                "{'do':'turn','group':'patio'} | 'on' must be true or false",
                "{'do':'turn','group':'patio','on':1} | 'on' must be true or false",
                "{'do':'turn','on':true} | 'group' must be a word",
                "{'do':'only','group':'No Such Id!'} | 'group' is no id",
                "{'do':'only','group':'patio','on':true} | 'only' has no [on]; it takes [group]",
                "{'do':'volume','group':'patio','volume':101} | 'volume' must be a whole number from 0 to 100",
                "{'do':'volume','group':'patio','volume':-1} | 'volume' must be a whole number from 0 to 100",
                "{'do':'volume','group':'patio','volume':5.5} | 'volume' must be a whole number from 0 to 100",
                "{'do':'volume','group':'patio','volume':'40'} | 'volume' must be a whole number from 0 to 100"
            })
    void anythingElseIsRefusedWithASentence(String json, String sentence) {
        Answer.Whole answer = assertThrows(Refused.class, () -> read(json)).answer();

        assertEquals(400, answer.status());
        String body = new String(answer.body(), StandardCharsets.UTF_8);
        assertTrue(body.contains(sentence), body);
    }

    private static BoxCommand read(String json) throws Refused {
        byte[] body = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return CommandText.read(new Request("/api/command", "", body, Optional.empty(), true).json());
    }
}
