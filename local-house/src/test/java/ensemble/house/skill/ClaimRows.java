package ensemble.house.skill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ensemble.contract.id.HubId;
import ensemble.contract.value.LinkCode;
import ensemble.contract.value.LinkKey;
import ensemble.skill.household.Claim;
import ensemble.skill.household.Tries;
import ensemble.skill.household.UserId;
import ensemble.skill.household.dynamo.DynamoClaims;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The rows of linking, each promise of the store on a DynamoDB engine. */
final class ClaimRows {
    private static final HubId HUB = new HubId("speaker-box");
    private static final HubId OTHER = new HubId("another-box");
    private static final LinkKey KEY = new LinkKey("AAECAwQFBgcICQoLDA0ODw");
    private static final UserId ANN = new UserId("ann");
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Instant UNTIL = NOON.plus(LinkCode.LIFE);

    private final DynamoClaims claims;

    ClaimRows(DynamoDbClient client, String table) {
        claims = new DynamoClaims(client, table);
    }

    /** Opened once, taken once, closed by its own box alone. */
    void aClaimGoesItsWay() throws Exception {
        assertEquals(Optional.empty(), claims.find(KEY));
        assertFalse(claims.take(KEY, asked(HUB, "c1")), "nothing is there to be taken");
        assertTrue(claims.open(KEY, HUB, UNTIL));
        assertFalse(claims.open(KEY, HUB, UNTIL), "delivered again");
        assertFalse(claims.open(KEY, OTHER, UNTIL.plusSeconds(599)), "another box shows the same code");
        assertEquals(Optional.of(new Claim(HUB, UNTIL, Optional.empty())), claims.find(KEY));
        assertFalse(claims.take(KEY, asked(OTHER, "c1")));
        assertTrue(claims.take(KEY, asked(HUB, "c1")));
        assertFalse(claims.take(KEY, asked(HUB, "c2")), "somebody was quicker");
        assertEquals(Optional.of(asked(HUB, "c1")), claims.find(KEY));
        claims.close(KEY, OTHER);
        assertTrue(claims.find(KEY).isPresent());
        claims.close(KEY, HUB);
        assertEquals(Optional.empty(), claims.find(KEY));
        claims.close(KEY, HUB);
    }

    /** A row whose time is over stands in nobody's way, though the table has not deleted it. */
    void aClaimThatIsOverIsReplaced() throws Exception {
        assertTrue(claims.open(KEY, HUB, UNTIL));
        assertTrue(claims.open(KEY, OTHER, UNTIL.plusSeconds(601)));
        assertEquals(OTHER, claims.find(KEY).orElseThrow().hub());
    }

    /** One of two who count at once is told, and one account's tries are not everybody's. */
    void triesAreCountedOnce() throws Exception {
        Tries one = Tries.NONE.next(List.of(NOON, NOON.plusMillis(1)));
        assertEquals(Tries.NONE, claims.tries(Optional.of(ANN)));
        assertTrue(claims.putTries(Optional.of(ANN), one, NOON.plusSeconds(3_600)));
        assertFalse(claims.putTries(Optional.of(ANN), one, NOON.plusSeconds(3_600)));
        assertEquals(one, claims.tries(Optional.of(ANN)));
        assertEquals(Tries.NONE, claims.tries(Optional.empty()));
        assertTrue(claims.putTries(Optional.of(ANN), one.next(List.of()), NOON.plusSeconds(3_600)));
        assertEquals(new Tries(2, List.of()), claims.tries(Optional.of(ANN)));
    }

    private static Claim asked(HubId hub, String claim) {
        return new Claim(
                hub, UNTIL, Optional.of(new Claim.Asker(ANN, claim, "de-DE", "Alle Lautsprecher", NOON.plusMillis(7))));
    }
}
