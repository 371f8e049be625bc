package ensemble.catalogue.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ensemble.catalogue.ask.Ask;
import ensemble.catalogue.data.Catalogue;
import ensemble.catalogue.data.Procedure;
import ensemble.catalogue.guide.Guide.Answer;
import ensemble.catalogue.guide.Guide.State;
import ensemble.catalogue.load.Loader;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GuideTest {
    private static final Catalogue CATALOGUE = Loader.shipped();
    private static final Instant START = Instant.parse("2026-11-01T12:00:00Z");
    private static final Instant MUCH_LATER = START.plusSeconds(3600);

    @Test
    void everyProcedureEndsWhenEverythingShows() {
        for (Procedure procedure : CATALOGUE.procedures().values()) {
            Guide guide = Guide.begin(procedure, START);
            Instant now = START;
            for (int i = 0; i < procedure.steps().size(); i++) {
                now = now.plusSeconds(700);
                assertInstanceOf(State.Doing.class, guide.state(now), procedure.id());
                guide = guide.after(Answer.YES, now);
            }
            assertInstanceOf(State.Done.class, guide.state(now), procedure.id());
        }
    }

    @Test
    void aWaitIsWaitedForAndAnEarlyYesChangesNothing() {
        Guide guide = at("link-four-steps", "first");
        State.Waiting waiting = assertInstanceOf(State.Waiting.class, guide.state(START.plusSeconds(2)));
        assertEquals(Duration.ofSeconds(3), waiting.rest());
        assertSame(guide, guide.after(Answer.YES, START.plusSeconds(4)));
        assertEquals("second", step(guide.after(Answer.YES, START.plusSeconds(5))));
    }

    @Test
    void whatDoesNotShowLeadsBackToWhereItCanBeMended() {
        assertEquals("left", step(at("xiaomi-tws", "right").after(Answer.NO, MUCH_LATER)));
        assertEquals("left", step(at("xiaomi-tws", "left").after(Answer.NO, MUCH_LATER)));
        assertEquals("reset", step(at("xiaomi-tws", "test").after(Answer.NO, MUCH_LATER)));
    }

    @Test
    void backRepeatAndStop() {
        assertEquals("left", step(at("xiaomi-tws", "right").after(Answer.BACK, MUCH_LATER)));
        assertEquals("right", step(at("xiaomi-tws", "right").after(Answer.REPEAT, MUCH_LATER)));
        assertEquals("reset", step(at("xiaomi-tws", "reset").after(Answer.BACK, MUCH_LATER)));
        Guide stopped = at("xiaomi-tws", "right").after(Answer.STOP, MUCH_LATER);
        assertEquals(
                "right",
                assertInstanceOf(State.GivenUp.class, stopped.state(MUCH_LATER))
                        .at()
                        .id());
        assertSame(stopped, stopped.after(Answer.YES, MUCH_LATER));
    }

    @Test
    void itGivesUpWhenItFailsTooOftenAndSaysWhere() {
        Guide guide = at("xiaomi-tws", "left");
        for (int i = 0; i < 7; i++) {
            guide = guide.after(Answer.NO, MUCH_LATER);
        }
        assertEquals(
                "left",
                assertInstanceOf(State.GivenUp.class, guide.state(MUCH_LATER))
                        .at()
                        .id());
    }

    @Test
    void aWalkSurvivesAsTextAtEveryStepAndAfterItsEnd() {
        for (Procedure procedure : CATALOGUE.procedures().values()) {
            Guide guide = Guide.begin(procedure, START);
            for (int i = 0; i <= procedure.steps().size(); i++) {
                assertEquals(Optional.of(guide), Guide.of(guide.text(), CATALOGUE.procedures()), guide.text());
                Guide stopped = guide.after(Answer.STOP, START);
                assertEquals(Optional.of(stopped), Guide.of(stopped.text(), CATALOGUE.procedures()), stopped.text());
                assertTrue(guide.text().length() < 100, guide.text());
                guide = guide.after(Answer.YES, MUCH_LATER);
            }
        }
        Guide tired = at("xiaomi-tws", "left");
        for (int i = 0; i < 7; i++) {
            tired = tired.after(Answer.NO, MUCH_LATER);
        }
        assertEquals(Optional.of(tired), Guide.of(tired.text(), CATALOGUE.procedures()), tired.text());
        assertEquals("xiaomi-tws:left:7:-!tried", tired.text());
    }

    @Test
    void aWaitGoesOnWhereTheVoiceLeftIt() {
        Guide guide = at("link-four-steps", "first");
        Guide later = Guide.of(guide.text(), CATALOGUE.procedures()).orElseThrow();
        State.Waiting waiting = assertInstanceOf(State.Waiting.class, later.state(START.plusSeconds(2)));
        assertEquals(Duration.ofSeconds(3), waiting.rest());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "xiaomi-tws",
                "xiaomi-tws:left:0",
                "xiaomi-tws:left:0:-!bored",
                "xiaomi-tws:left:-1:-",
                "xiaomi-tws:left:0:99999999999999999999",
                "xiaomi-tws:no-such-step:0:-",
                "no-such-procedure:left:0:-",
                "<b>:left:0:-",
                "xiaomi-tws:left:0:-\n"
            })
    void aTextThatIsNoWalkBeginsNone(String text) {
        assertEquals(Optional.empty(), Guide.of(text, CATALOGUE.procedures()));
    }

    @Test
    void aModelsOwnProcedureIsChosen() {
        Ask ask = new Ask(CATALOGUE);
        assertEquals(
                "xiaomi-tws",
                Guides.of(ask.about("Mi Portable Speaker 3").ways())
                        .orElseThrow()
                        .id());
        assertEquals(
                "echo-stereo-pair",
                Guides.of(ask.about("Boom 3").ways()).orElseThrow().id());
    }

    private static Guide at(String procedure, String step) {
        Procedure found = CATALOGUE.procedures().get(procedure);
        assertEquals(procedure, found == null ? "none" : found.id());
        Guide guide = Guide.begin(java.util.Objects.requireNonNull(found), START);
        while (!step(guide).equals(step)) {
            guide = guide.after(Answer.YES, START);
            if (guide.state(START) instanceof State.Waiting && !step(guide).equals(step)) {
                guide = new Guide(guide.procedure(), guide.step(), null, 0, null);
            }
        }
        return guide;
    }

    private static String step(Guide guide) {
        return guide.procedure().steps().get(guide.step()).id();
    }
}
