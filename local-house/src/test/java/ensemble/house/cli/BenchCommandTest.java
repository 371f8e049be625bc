package ensemble.house.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

final class BenchCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return Ensemble.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    /** So few takes say nothing about the goals; whether the rooms were hard enough decides the exit status. */
    @Test
    void theEstimatorsFiguresStandBesideGoalsAndRivals() throws Exception {
        int status = run("bench", "sync", "--takes", "7", "--seed", "7", "--json");
        JsonNode rows = new ObjectMapper().readTree(out.toString());
        boolean hard = true;
        boolean rival = false;
        for (JsonNode row : rows) {
            String name = row.path("name").asText();
            String measured = row.path("measured").isNull() ? "not-measured" : "met";
            assertTrue(row.path("goal").isNull() || row.path("bound").isTextual(), row::toString);
            if (name.startsWith("rooms hard enough")) {
                hard &= row.path("verdict").asText().equals("met");
            }
            if (name.equals("broken takes accepted")) {
                assertEquals(measured, row.path("verdict").asText(), row::toString);
            }
            rival |= row.path("ratio").isNumber();
        }
        assertTrue(rival, rows::toString);
        assertEquals(hard ? Ensemble.DONE : Ensemble.CANNOT, status);
        assertTrue(err.toString().contains("seed 7"), err::toString);
    }

    @Test
    void tooFewOrTooManyTakesAreWrongUse() {
        assertEquals(Ensemble.WRONG_USE, run("bench", "sync", "--takes", "6"));
        assertEquals(Ensemble.WRONG_USE, run("bench", "sync", "--takes", "100001"));
        assertEquals(Ensemble.WRONG_USE, run("bench", "no-such-bench"));
    }
}
