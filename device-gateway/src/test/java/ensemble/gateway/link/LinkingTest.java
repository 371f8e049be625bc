package ensemble.gateway.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.contract.id.OutputId;
import ensemble.contract.shadow.LinkCodec;
import ensemble.contract.shadow.ShadowName;
import ensemble.contract.state.HouseConfig;
import ensemble.contract.state.LinkAsk;
import ensemble.contract.state.LinkReport;
import ensemble.contract.state.LinkState;
import ensemble.contract.value.LinkCode;
import ensemble.contract.value.LinkKey;
import ensemble.gateway.shadow.Desired.Arrived;
import ensemble.gateway.shadow.DesiredInbox;
import ensemble.gateway.shadow.ReportedOutbox;
import ensemble.gateway.time.Clocks;
import ensemble.gateway.wake.Waker;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a box is linked, by its page and the cloud's messages; in virtual time, with an outbox that refuses a clear code. */
final class LinkingTest {
    private static final List<LinkCode> CODES =
            List.of(new LinkCode("48217733"), new LinkCode("93015548"), new LinkCode("62447190"));

    private long nowNanos = 1;
    private int drawn;
    private final DesiredInbox inbox = new DesiredInbox(new Waker());
    private final StrictOutbox outbox = new StrictOutbox();
    private final LinkDesk desk = new LinkDesk(
            List.of(new OutputId("deck"), new OutputId("kitchen-shelf")),
            inbox,
            outbox,
            new Clocks(InstantSource.system(), () -> nowNanos),
            () -> CODES.get(drawn++));

    /** Takes what the contract can read, and nothing in which a code can be seen. */
    private static final class StrictOutbox implements ReportedOutbox {
        final List<LinkReport> said = new ArrayList<>();

        @Override
        public void say(ShadowName shadow, ObjectNode reported) {
            assertEquals(ShadowName.LINK, shadow);
            for (LinkCode code : CODES) {
                assertFalse(reported.toString().contains(code.digits()), "a clear code left the box");
            }
            try {
                LinkReport report = LinkCodec.reported(reported).orElseThrow();
                if (said.isEmpty() || !said.getLast().equals(report)) {
                    said.add(report);
                }
            } catch (ensemble.contract.shadow.ShadowFormatException broken) {
                throw new AssertionError(broken);
            }
        }

        @Override
        public boolean connected() {
            return true;
        }
    }

    @Test
    void aBoxOfNobodyShowsACodeByItselfOnce() {
        desk.look();
        assertEquals("closed", shown("state"), "nothing is known yet");
        inbox.noHouse();
        desk.look();
        assertEquals("4821 7733", shown("code"));
        pass(LinkCode.LIFE);
        desk.look();
        desk.look();
        assertEquals("closed", shown("state"));
        assertEquals("unused", shown("ending"));
        assertEquals(List.of(LinkState.CLOSED, LinkState.OPEN, LinkState.CLOSED), states());
    }

    @Test
    void aBoxThatHasAHouseShowsNoneByItself() {
        inbox.noHouse();
        inbox.config(new Arrived<>(house(3), 0, 0, nowNanos));
        desk.look();
        assertEquals("closed", shown("state"));
        desk.open();
        assertEquals("4821 7733", shown("code"), "but whoever is at it may ask for one");
    }

    @Test
    void oneCodeAtATime() {
        desk.open();
        desk.open();
        assertEquals("4821 7733", shown("code"));
        assertEquals(1, drawn);
    }

    @Test
    void aQuestionIsPutAndAYesWaitsForTheHouse() {
        desk.open();
        asked("c1", 0, 0);
        assertEquals("asked", shown("state"));
        assertEquals(42, desk.show().path("number").asInt());
        assertFalse(desk.show().has("code"), "a code is used once");
        assertTrue(desk.answer("c1", true));
        assertEquals("confirmed", shown("state"));
        assertEquals(
                new LinkReport(
                        LinkState.CONFIRMED,
                        Optional.of(LinkKey.of(CODES.getFirst())),
                        Optional.of("c1"),
                        List.of(new OutputId("deck"), new OutputId("kitchen-shelf"))),
                outbox.said.getLast());
        inbox.config(new Arrived<>(house(1), 0, 0, nowNanos));
        desk.look();
        assertEquals("linked", shown("ending"));
        assertEquals(LinkReport.CLOSED, outbox.said.getLast());
        assertEquals(
                List.of(LinkState.CLOSED, LinkState.OPEN, LinkState.ASKED, LinkState.CONFIRMED, LinkState.CLOSED),
                states());
    }

    @Test
    void aNoIsToldAndTheCodeIsGone() {
        desk.open();
        asked("c1", 0, 0);
        assertTrue(desk.answer("c1", false));
        assertEquals("refused", shown("ending"));
        assertEquals(LinkState.REFUSED, outbox.said.getLast().state());
        assertEquals(Optional.of("c1"), outbox.said.getLast().claim());
        asked("c1", 0, 0);
        assertEquals("closed", shown("state"), "the same question again finds nothing");
        desk.open();
        assertEquals("9301 5548", shown("code"));
    }

    /** By the server's clock: how old the question was when it came counts, and what has passed since. */
    @ParameterizedTest
    @CsvSource({
        "0, 299, true",
        "0, 300, false",
        "200, 99, true",
        "200, 100, false",
        "300, 0, false",
        "4611686018427387903, 0, false"
    })
    void aQuestionIsOpenForFiveMinutes(long ageSeconds, long passes, boolean open) {
        desk.open();
        asked("c1", ageSeconds, 0);
        pass(Duration.ofSeconds(passes));
        assertEquals(open, desk.answer("c1", true));
        assertEquals(
                open ? LinkState.CONFIRMED : LinkState.LATE,
                outbox.said.getLast().state());
        assertEquals(Optional.of("c1"), outbox.said.getLast().claim(), "who asked is told which");
    }

    @Test
    void aQuestionInTheLastSecondOfACodeHasItsFiveMinutes() {
        desk.open();
        pass(Duration.ofSeconds(599));
        asked("c1", 0, 0);
        pass(Duration.ofSeconds(299));
        assertTrue(desk.answer("c1", true));
    }

    @Test
    void aQuestionForAnotherCodeIsNone() {
        desk.open();
        asked("c9", 0, 1);
        assertEquals("open", shown("state"));
        assertFalse(desk.answer("c9", true));
    }

    /** Late, twice, out of order. */
    @Test
    void anOlderQuestionDoesNotTakeTheNewestsPlace() {
        desk.open();
        asked("c2", 0, 0);
        asked("c1", 30, 1);
        asked("c2", 10, 0);
        assertEquals("c2", shown("claim"));
        pass(Duration.ofSeconds(299));
        assertEquals("asked", shown("state"));
        pass(Duration.ofSeconds(1));
        assertEquals("late", shown("ending"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "c0", "c1 "})
    void anAnswerToAnotherQuestionIsNone(String claim) {
        desk.open();
        asked("c1", 0, 0);
        assertFalse(desk.answer(claim, true));
        assertEquals("asked", shown("state"));
    }

    @Test
    void anAnswerWithoutAQuestionIsNone() {
        assertFalse(desk.answer("c1", true));
        desk.open();
        assertFalse(desk.answer("c1", true));
        assertEquals("open", shown("state"));
    }

    @Test
    void aYesThatNoHouseFollowsIsUnfinished() {
        desk.open();
        asked("c1", 0, 0);
        desk.answer("c1", true);
        pass(LinkAsk.LIFE);
        desk.look();
        assertEquals("unfinished", shown("ending"));
        assertEquals(LinkReport.CLOSED, outbox.said.getLast());
    }

    /** A box that had a house is linked anew only by a newer one. */
    @Test
    void theHouseThatWasThereIsNotTheNewOne() {
        inbox.config(new Arrived<>(house(7), 0, 0, nowNanos));
        desk.open();
        asked("c1", 0, 0);
        desk.answer("c1", true);
        desk.look();
        assertEquals("confirmed", shown("state"));
        inbox.config(new Arrived<>(house(8), 0, 0, nowNanos));
        assertEquals("linked", shown("ending"));
    }

    private void asked(String claim, long ageSeconds, int code) {
        LinkAsk ask = new LinkAsk(claim, LinkKey.of(CODES.get(code)), 42);
        inbox.ask(new Arrived<>(ask, ageSeconds, 0, nowNanos));
        desk.look();
    }

    private void pass(Duration duration) {
        nowNanos += duration.toNanos();
    }

    private String shown(String field) {
        return desk.show().path(field).asText();
    }

    private List<LinkState> states() {
        return outbox.said.stream().map(LinkReport::state).toList();
    }

    private static HouseConfig house(long n) {
        return new HouseConfig(n, List.of(), List.of());
    }
}
