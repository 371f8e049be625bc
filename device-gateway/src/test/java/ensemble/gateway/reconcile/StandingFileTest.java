package ensemble.gateway.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.contract.shadow.ShadowFormatException;
import ensemble.contract.state.Fault;
import ensemble.contract.state.FaultKind;
import ensemble.contract.state.HouseConfig;
import ensemble.contract.state.Stamp;
import ensemble.contract.state.TicketEcho;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class StandingFileTest {
    private static final Standing STANDING = new Standing(
            new Stamp(5, 2),
            Box.routing(5, "kitchen"),
            Box.routing(5, "deck", "patio"),
            Optional.of(new Fault(FaultKind.NO_SOUND, Set.of())),
            OptionalLong.of(4),
            HouseConfig.EMPTY,
            new TreeMap<>(Map.of(5L, TicketEcho.DONE)));

    @Test
    void whatWasKeptIsFound() throws ShadowFormatException {
        assertEquals(STANDING, StandingFile.decoded(StandingFile.encoded(STANDING)));
        assertEquals(Standing.FIRST, StandingFile.decoded(StandingFile.encoded(Standing.FIRST)));
    }

    /** Before anything could be commanded at the box, what stood and what was wished were kept as one. */
    @Test
    void anOlderFileHasNoWishBesideWhatStands() throws ShadowFormatException {
        ObjectNode older = StandingFile.encoded(STANDING);
        older.remove("wished");

        assertEquals(
                Box.routing(5, "deck", "patio"), StandingFile.decoded(older).wished());
    }
}
