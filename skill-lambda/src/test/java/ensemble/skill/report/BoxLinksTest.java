package ensemble.skill.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.contract.state.LinkAsk;
import ensemble.contract.state.LinkReport;
import ensemble.contract.state.LinkState;
import ensemble.contract.value.LinkCode;
import ensemble.contract.value.LinkKey;
import ensemble.skill.fake.Houses;
import ensemble.skill.fake.TestHouse;
import ensemble.skill.fake.WaitingBox;
import ensemble.skill.household.HouseholdStore.Reading;
import ensemble.skill.household.UserId;
import ensemble.skill.link.LinkDesk;
import ensemble.skill.link.LinkOutcome;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a box says of linking, once, twice, late and out of order; the cloud's whole way with fakes beyond it. */
final class BoxLinksTest {
    private static final UserId ANN = new UserId("ann");
    private static final UserId BOB = new UserId("bob");

    private final TestHouse test = new TestHouse();
    private final WaitingBox box = new WaitingBox(test);
    private final LinkDesk desk = new LinkDesk(test.claims, test.shadows, test.time);
    private final AtomicInteger requests = new AtomicInteger();

    @BeforeEach
    void nobodyOwnsTheBox() {
        test.store.remove(Houses.DEMO);
        test.store.writes.clear();
    }

    @Test
    void aYesMakesTheHouseOfWhoeverSaidTheCode() throws Exception {
        box.opens();
        LinkOutcome outcome = says(ANN, box.code);
        assertEquals(new LinkOutcome.Asked(box.key, test.shadows.asks.getFirst().number()), outcome);
        box.confirms();
        var house = test.store.house(ANN);
        assertEquals(Houses.HUB, house.hub());
        assertEquals(
                List.of("Deck", "Kitchen Shelf"),
                house.config().speakers().stream()
                        .map(speaker -> speaker.name().text())
                        .toList());
        assertEquals("All speakers", house.config().groups().getFirst().name().text());
        assertTrue(house.habits().settings().speakersExposed());
        assertTrue(house.presence().isOnline(), "it has just spoken");
        assertEquals(List.of(house.config()), test.shadows.configs);
        assertEquals(List.of("house", "status routing", "presence"), test.store.writes);
        assertEquals(Optional.empty(), test.claims.find(box.key));
    }

    @Test
    void everythingTwiceMakesOneHouse() throws Exception {
        JsonNode opened = box.opens();
        test.reports.take(opened);
        says(ANN, box.code);
        test.reports.take(opened);
        JsonNode yes = box.confirms();
        test.reports.take(yes);
        assertEquals(1, test.store.writes.stream().filter("house"::equals).count());
        assertEquals(1, test.shadows.configs.size(), "a yes that is done with does nothing more");
    }

    /** Whichever of its six calls fails, at the last of which the house is there and its box is not told: the event comes again. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void aYesThatFailedHalfwayIsFinishedWhenItComesAgain(int spared) throws Exception {
        box.opens();
        says(ANN, box.code);
        JsonNode yes = box.event(box.yes());
        test.shadows.spared = spared;
        test.shadows.refusals = 1;
        assertThrows(IOException.class, () -> test.reports.take(yes));
        test.reports.take(yes);
        assertEquals(1, test.shadows.configs.size());
        assertTrue(test.store.house(ANN).presence().isOnline());
    }

    @ParameterizedTest
    @CsvSource({"599, true", "600, false", "100000, false"})
    void aCodeLivesTenMinutesThoughItsRowStays(long seconds, boolean lives) throws Exception {
        box.opens();
        test.time.pass(Duration.ofSeconds(seconds));
        assertEquals(lives, says(ANN, box.code) instanceof LinkOutcome.Asked);
        assertTrue(test.claims.find(box.key).isPresent(), "the table has deleted nothing");
    }

    @Test
    void aReconnectDoesNotMakeTheCodeYounger() throws Exception {
        JsonNode opened = box.opens();
        test.time.pass(Duration.ofMinutes(8));
        box.opens();
        test.reports.take(opened);
        test.time.pass(Duration.ofMinutes(3));
        assertEquals(new LinkOutcome.Unknown(), says(ANN, box.code));
    }

    @Test
    void anEventThatComesAfterTheCodesTimeOpensNothing() throws Exception {
        JsonNode opened = box.event(new LinkReport(LinkState.OPEN, Optional.of(box.key), Optional.empty(), List.of()));
        test.time.pass(LinkCode.LIFE);
        test.reports.take(opened);
        assertEquals(Optional.empty(), test.claims.find(box.key));
    }

    @Test
    void aCodeIsUsedOnceAndASecondSayerLearnsNothing() throws Exception {
        box.opens();
        assertTrue(says(ANN, box.code) instanceof LinkOutcome.Asked);
        assertEquals(new LinkOutcome.Unknown(), says(BOB, box.code));
        assertEquals(1, test.shadows.asks.size());
        box.confirms();
        assertFalse(test.store.load(BOB, Reading.SURE).isPresent());
    }

    @Test
    void twoSayTheCodeInTheSameMomentAndOneIsAsked() throws Exception {
        box.opens();
        LinkDesk bobs = new LinkDesk(test.claims, test.shadows, test.time);
        for (int calls = 0; calls < 5; calls++) {
            test.claims.overtakers.add(() -> {});
        }
        test.claims.overtakers.add(() -> {
            try {
                bobs.link(new LinkDesk.Sayer(BOB, "bobs", "en-US", "All speakers"), box.code);
            } catch (Exception failed) {
                throw new AssertionError(failed);
            }
        });
        assertEquals(new LinkOutcome.Unknown(), says(ANN, box.code));
        assertEquals(1, test.shadows.asks.size());
    }

    @Test
    void theSameOneMaySayItOnceMore() throws Exception {
        box.opens();
        test.shadows.refusals = 1;
        assertThrows(Exception.class, () -> says(ANN, box.code));
        assertTrue(says(ANN, box.code) instanceof LinkOutcome.Asked);
        says(ANN, box.code);
        assertEquals(1, test.shadows.asks.stream().distinct().count(), "the same question");
    }

    @ParameterizedTest
    @EnumSource(
            value = LinkState.class,
            names = {"REFUSED", "LATE", "CLOSED"})
    void withoutAYesThereIsNoHouse(LinkState how) throws Exception {
        box.opens();
        says(ANN, box.code);
        LinkAsk ask = test.shadows.asks.getFirst();
        box.ends(how);
        assertEquals(Optional.empty(), desk.waiting(ANN, box.key));
        test.reports.take(box.event(box.yes()));
        assertFalse(test.store.load(ANN, Reading.SURE).isPresent(), () -> "a yes after all to " + ask);
    }

    /** The box lost its power after it was asked: it shows another code, and the question went with the old one. */
    @Test
    void aQuestionEndsWithItsCode() throws Exception {
        box.opens();
        says(ANN, box.code);
        test.reports.take(box.event(new LinkReport(
                LinkState.OPEN, Optional.of(LinkKey.of(new LinkCode("93015548"))), Optional.empty(), List.of())));
        assertEquals(Optional.empty(), desk.waiting(ANN, box.key));
        assertTrue(says(ANN, new LinkCode("93015548")) instanceof LinkOutcome.Asked);
    }

    @ParameterizedTest
    @CsvSource({"329, true", "331, false"})
    void aYesCountsForFiveMinutesAndWhatItTravels(long seconds, boolean counts) throws Exception {
        box.opens();
        says(ANN, box.code);
        test.time.pass(Duration.ofSeconds(seconds));
        box.confirms();
        assertEquals(counts, test.store.load(ANN, Reading.SURE).isPresent());
    }

    @Test
    void anEarlierYesThatIsDeliveredLateStillCounts() throws Exception {
        box.opens();
        says(ANN, box.code);
        JsonNode yes = box.event(box.yes());
        test.time.pass(Duration.ofHours(1));
        test.reports.take(yes);
        assertTrue(test.store.load(ANN, Reading.SURE).isPresent());
    }

    /** Reordered: "no code is shown" overtakes the code. The box itself answers no question for a code that it does not show. */
    @Test
    void aCodeThatComesAfterItsEndWaitsForNobody() throws Exception {
        JsonNode opened = box.event(new LinkReport(LinkState.OPEN, Optional.of(box.key), Optional.empty(), List.of()));
        box.ends(LinkState.CLOSED);
        test.reports.take(opened);
        says(ANN, box.code);
        assertFalse(test.store.load(ANN, Reading.SURE).isPresent());
    }

    @Test
    void aBoxOfAnotherHouseIsRefusedAndStaysThere() throws Exception {
        assertTrue(test.store.create(BOB, Houses.HUB, Houses.CONFIG));
        box.opens();
        assertEquals(new LinkOutcome.Others(), says(ANN, box.code));
        assertEquals(List.of(), test.shadows.asks);
        assertEquals(BOB, test.store.ownerOf(Houses.HUB).orElseThrow());
    }

    /** Between the code and the yes the box became somebody else's: nobody's house changes, and the event does not come for ever. */
    @Test
    void aYesForABoxThatWasTakenMeanwhileIsSetAside() throws Exception {
        box.opens();
        says(ANN, box.code);
        assertTrue(test.store.create(BOB, Houses.HUB, Houses.CONFIG));
        box.confirms();
        assertFalse(test.store.load(ANN, Reading.SURE).isPresent());
        assertEquals(List.of(), test.shadows.configs);
    }

    @Test
    void aStrangersBoxCannotSayYesForThisOne() throws Exception {
        box.opens();
        says(ANN, box.code);
        JsonNode yes = box.event(box.yes());
        ((ObjectNode) yes).put("thing", "another-box");
        test.reports.take(yes);
        assertFalse(test.store.load(ANN, Reading.SURE).isPresent());
    }

    @Test
    void aReportThatBreaksTheContractIsSetAside() throws Exception {
        JsonNode opened = box.event(new LinkReport(LinkState.OPEN, Optional.of(box.key), Optional.empty(), List.of()));
        ((ObjectNode) opened.at("/current/state/reported")).put("key", "short");
        test.reports.take(opened);
        assertEquals(List.of(), test.store.writes);
    }

    @Test
    void fiveWrongCodesMakeAnAccountWaitAndNobodyElse() throws Exception {
        box.opens();
        for (int i = 0; i < 5; i++) {
            assertEquals(new LinkOutcome.Unknown(), says(BOB, new LinkCode("1000100" + i)));
        }
        assertEquals(new LinkOutcome.TooMany(), says(BOB, box.code), "not even the right one");
        assertTrue(says(ANN, box.code) instanceof LinkOutcome.Asked);
        test.time.pass(Duration.ofMinutes(15));
        assertEquals(new LinkOutcome.Unknown(), says(BOB, box.code));
    }

    @Test
    void manyAccountsTogetherMakeEverybodyWait() throws Exception {
        for (int i = 0; i < 56; i++) {
            assertEquals(new LinkOutcome.Unknown(), says(new UserId("mallory-" + i), new LinkCode("10001000")));
        }
        box.opens();
        assertEquals(new LinkOutcome.Slow(), says(ANN, box.code));
        test.time.pass(Duration.ofSeconds(15));
        assertTrue(says(ANN, box.code) instanceof LinkOutcome.Asked);
    }

    private LinkOutcome says(UserId user, LinkCode code) throws Exception {
        return desk.link(new LinkDesk.Sayer(user, "r-" + requests.incrementAndGet(), "en-US", "All speakers"), code);
    }
}
