package ensemble.skill.report;

import static ensemble.skill.fake.Houses.BACKYARD;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.contract.shadow.RoutingCodec;
import ensemble.contract.state.FaultKind;
import ensemble.contract.state.RoutingReport;
import ensemble.contract.state.RoutingWish;
import ensemble.skill.command.Command;
import ensemble.skill.command.IfUnanswered;
import ensemble.skill.fake.Houses;
import ensemble.skill.fake.TestHouse;
import ensemble.skill.household.RequestKey;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WishKeeperTest {
    private final TestHouse test = new TestHouse();
    private int version;

    @Test
    void whatExpiredAfterOnItsWayIsTakenBack() throws IOException {
        RoutingWish wish = onItsWay();
        test.hub.fault = Optional.of(FaultKind.EXPIRED);
        take(wish.n(), wish.n(), 40, test.hub.reportOf(wish));
        assertEquals(2, test.house().route().n());
        assertEquals(Set.of(), test.shadows.lastWish().playing());
    }

    @Test
    void aFreshFaultIsLeftToWhoeverStillLooks() throws IOException {
        RoutingWish wish = onItsWay();
        test.hub.fault = Optional.of(FaultKind.NO_SOUND);
        take(wish.n(), wish.n(), 1, test.hub.reportOf(wish));
        assertEquals(1, test.house().route().n());
    }

    @Test
    void anOlderWishThatArrivesLastIsReplacedByTheStandingOne() throws IOException {
        RoutingWish wish = onItsWay();
        test.shadows.wishes.clear();
        take(wish.n(), 0, 0, test.hub.reportOf(RoutingWish.NONE));
        assertEquals(wish, test.shadows.lastWish());
    }

    @Test
    void aWithdrawalThatWasNeverSentIsSentWhenTheHubAnswersTheWish() throws IOException {
        RoutingWish wish = onItsWay();
        RoutingWish back = new RoutingWish(2, RoutingWish.NONE.speakers());
        test.store.put(test.house().with(test.house().route().withdrawing(back, wish.n())));
        take(wish.n(), wish.n(), 3, test.hub.reportOf(wish));
        assertEquals(back, test.shadows.lastWish());
    }

    private RoutingWish onItsWay() {
        test.hub.deaf = true;
        test.fulfilment.fulfil(test.house(), new Command.TurnOn(BACKYARD), RequestKey.of("one"), IfUnanswered.SAY_SO);
        return test.shadows.lastWish();
    }

    private void take(long desiredBefore, long desired, long age, RoutingReport after) throws IOException {
        long now = test.time.instant().getEpochSecond();
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("thing", Houses.HUB.value()).put("shadowName", "routing").put("timestamp", now);
        event.putObject("previous").putObject("state").putObject("desired").put("n", desiredBefore);
        ObjectNode current = event.putObject("current").put("version", ++version);
        ObjectNode state = current.putObject("state");
        state.putObject("desired").put("n", desired);
        state.set("reported", RoutingCodec.reported(after));
        current.putObject("metadata").putObject("desired").putObject("n").put("timestamp", now - age);
        test.reports.take(event);
    }
}
