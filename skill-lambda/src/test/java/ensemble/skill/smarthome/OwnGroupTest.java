package ensemble.skill.smarthome;

import static ensemble.skill.fake.Houses.DECK;
import static ensemble.skill.fake.Houses.LEFT;
import static ensemble.skill.fake.Houses.RIGHT;
import static ensemble.skill.fake.Houses.SHELF;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import ensemble.contract.id.SpeakerId;
import ensemble.skill.editing.Edit;
import ensemble.skill.editing.EditOutcome;
import ensemble.skill.editing.Editing;
import ensemble.skill.fake.Directives;
import ensemble.skill.fake.Houses;
import ensemble.skill.fake.TestHouse;
import ensemble.skill.household.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A group of Alexa's own, of the same name as one of ours, switches its members one by one, all at once. */
class OwnGroupTest {
    private final TestHouse test = new TestHouse();
    private final List<JsonNode> answers = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "Alexa.PowerController, TurnOn, false",
        "Alexa.PowerController, TurnOn, true",
        "Alexa.PlaybackController, Play, false"
    })
    void itsMembersEndInOneWish(String namespace, String name, boolean turnOnMoves) {
        EditOutcome outcome = new Editing(test.store, test.shadows)
                .carryOut(test.house(), new Edit.Change(new Settings(turnOnMoves, true)));
        assertEquals(EditOutcome.Done.class, outcome.getClass());
        atOnce(new ArrayList<>(List.of(LEFT, RIGHT, DECK, SHELF)), namespace, name);
        assertEquals(Set.of(LEFT, RIGHT, DECK, SHELF), test.shadows.lastWish().playing());
        assertEquals(test.house().route().wish(), test.shadows.lastWish());
        answers.forEach(answer ->
                assertEquals("Response", answer.at("/event/header/name").asText()));
        assertEquals(4, answers.size());
    }

    /** Each is overtaken by the next, just before it writes. */
    private void atOnce(List<SpeakerId> members, String namespace, String name) {
        SpeakerId first = members.removeFirst();
        if (!members.isEmpty()) {
            test.store.overtakers.add(() -> atOnce(members, namespace, name));
        }
        answers.add(test.ask(Directives.to(
                Endpoints.idOf(Houses.DEMO, new EndpointRef.Single(first)),
                Directives.TOKEN,
                namespace,
                name,
                "m-" + first)));
    }
}
