package ensemble.skill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ensemble.contract.id.HubId;
import ensemble.skill.fake.FakeShadowDesk;
import ensemble.skill.fake.FakeTokens;
import ensemble.skill.fake.Requests;
import ensemble.skill.fake.TestHouse;
import ensemble.skill.time.LookTimes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;
import org.junit.jupiter.api.Test;

class PrimingTest {
    private final TestHouse test = new TestHouse();
    private final FakeShadowDesk shadows = new FakeShadowDesk(new HubId("priming"));
    private final List<JsonNode> answers = new ArrayList<>();
    private final Context<Resource> context = Core.getGlobalContext();

    @Test
    void runsBothHalvesAndBothClientsOnceWithoutAnyEffect() {
        primed().beforeCheckpoint(context);
        assertEquals(2, answers.size());
        assertEquals(
                "Discover.Response", answers.getFirst().at("/event/header/name").asText());
        assertEquals("LinkAccount", answers.getLast().at("/response/card/type").asText());
        assertEquals(1, shadows.reads);
        assertEquals(List.of(), test.store.writes);
        assertEquals(List.of(), shadows.wishes);
    }

    @Test
    void anOutageDoesNotKeepTheSnapshotFromBeingTaken() {
        test.store.away = true;
        primed().beforeCheckpoint(context);
        assertTrue(answers.size() >= 1);
    }

    private Priming primed() {
        SkillWiring wiring = new SkillWiring(
                Set.of(Requests.SKILL),
                new FakeTokens(),
                test.store,
                test.claims,
                shadows,
                test.amazon,
                test.time,
                LookTimes.USUAL,
                test.time,
                () -> "id");
        return Priming.registered(wiring, this::answered);
    }

    private byte[] answered(byte[] envelope) throws IOException {
        JsonNode answer = test.ask(new ObjectMapper().readTree(envelope));
        answers.add(answer);
        return answer.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
}
