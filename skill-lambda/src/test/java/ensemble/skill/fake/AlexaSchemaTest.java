package ensemble.skill.fake;

import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class AlexaSchemaTest {
    /** Without this, a patch that allows everything would go unnoticed. */
    @Test
    void stillRefusesWhatIsWrong() {
        Assumptions.assumeTrue(
                AlexaSchema.isThere(),
                "SKIPPED: no answer was checked against Amazon's message schema, which is not on this machine; "
                        + "name it by -DALEXA_SCHEMA=FILE");
        ObjectNode answer =
                (ObjectNode) new TestHouse().ask(Directives.to(Houses.KITCHEN, "Alexa", "ReportState", "m-1"));
        AlexaSchema.check(answer);
        ((ObjectNode) answer.at("/context/properties/1/value")).put("state", "SINGING");
        assertThrows(AssertionError.class, () -> AlexaSchema.check(answer));
    }
}
