package ensemble.house.skill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ensemble.contract.id.GroupId;
import ensemble.contract.id.HubId;
import ensemble.contract.id.OutputId;
import ensemble.contract.id.SpeakerId;
import ensemble.contract.shadow.ShadowName;
import ensemble.contract.state.GroupConfig;
import ensemble.contract.state.HouseConfig;
import ensemble.contract.state.Member;
import ensemble.contract.state.RoutingWish;
import ensemble.contract.state.SpeakerConfig;
import ensemble.contract.state.SpeakerWish;
import ensemble.contract.value.Name;
import ensemble.contract.value.Role;
import ensemble.contract.value.SyncTier;
import ensemble.skill.household.Grant;
import ensemble.skill.household.Habits;
import ensemble.skill.household.Household;
import ensemble.skill.household.HouseholdStore.Reading;
import ensemble.skill.household.HubPresence;
import ensemble.skill.household.Pending;
import ensemble.skill.household.PresenceEvent;
import ensemble.skill.household.RequestKey;
import ensemble.skill.household.Route;
import ensemble.skill.household.Settings;
import ensemble.skill.household.StoreException;
import ensemble.skill.household.UserId;
import ensemble.skill.household.dynamo.DynamoHouseholdStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** The household rows, to be run on a DynamoDB engine; each test with a table of its own. */
abstract class HouseholdRows {
    private static final UserId DEMO = new UserId("demo");
    private static final HubId HUB = new HubId("speaker-box");
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final String REPORT =
            "{\"n\":1,\"k\":0,\"s\":{\"deck\":{\"up\":true,\"on\":true,\"v\":60,\"m\":false,\"r\":\"s\",\"d\":0}}}";

    private static final AtomicInteger TABLES = new AtomicInteger();

    private final String table = "houses-" + TABLES.incrementAndGet();
    private final DynamoHouseholdStore store = new DynamoHouseholdStore(client(), table);

    /** An engine that is running, the same for every test. */
    abstract DynamoDbClient client();

    @BeforeEach
    void house() throws StoreException {
        client().createTable(create -> create.tableName(table)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(key("pk", KeyType.HASH), key("sk", KeyType.RANGE))
                .attributeDefinitions(text("pk"), text("sk")));
        assertTrue(store.create(DEMO, HUB, config()));
    }

    @Test
    void aNewHouseIsThereWhole() throws StoreException {
        Household house = demo();
        assertEquals(HUB, house.hub());
        assertEquals(config(), house.config());
        assertEquals(Route.NONE, house.route());
        assertEquals(new HubPresence.NeverSeen(), house.presence());
        assertEquals(Optional.of(DEMO), store.ownerOf(HUB));
        assertEquals(Optional.empty(), store.ownerOf(new HubId("other")));
        assertEquals(Optional.empty(), store.load(new UserId("nobody"), Reading.SURE));
    }

    @Test
    void aHubHasOneOwnerAndAUserOneHouse() throws StoreException {
        assertFalse(store.create(new UserId("thief"), HUB, config()));
        assertFalse(store.create(DEMO, new HubId("second"), config()));
        assertEquals(Optional.empty(), store.load(new UserId("thief"), Reading.SURE));
        assertEquals(Optional.empty(), store.ownerOf(new HubId("second")));
    }

    @Test
    void aWishTakesThePlaceOnlyOfTheOneThatWasRead() throws StoreException {
        Route first = Route.NONE.followedBy(wish(1), RequestKey.of("r-1"));
        assertTrue(store.putRoute(DEMO, 0, first));
        assertFalse(store.putRoute(DEMO, 0, Route.NONE.followedBy(wish(1), RequestKey.of("r-2"))));
        assertEquals(first, demo().route());
        Route back = first.withdrawing(wish(2), 1);
        assertTrue(store.putRoute(DEMO, 1, back));
        assertEquals(back, demo().route());
        assertTrue(demo().route().replayOf(RequestKey.of("r-1")).orElseThrow().withdrawn());
    }

    @Test
    void ofManyAtOnceOneWins() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> writers = new java.util.ArrayList<>();
            for (int i = 0; i < 16; i++) {
                RequestKey key = RequestKey.of("writer " + i);
                writers.add(() -> store.putRoute(DEMO, 0, Route.NONE.followedBy(wish(1), key)));
            }
            int winners = 0;
            for (Future<Boolean> written : threads.invokeAll(writers)) {
                winners += written.get() ? 1 : 0;
            }
            assertEquals(1, winners);
        }
    }

    @Test
    void olderReportsAreNotKept() throws StoreException {
        assertTrue(record(5, NOON, REPORT));
        assertFalse(record(4, NOON, REPORT.replace("\"n\":1", "\"n\":0")));
        assertTrue(record(5, NOON, REPORT), "an event delivered again is to be worked on again");
        assertEquals(1, demo().reports().routing().orElseThrow().stamp().n());
        assertTrue(record(6, NOON, REPORT.replace("\"n\":1", "\"n\":2")));
        assertEquals(2, demo().reports().routing().orElseThrow().stamp().n());
        assertTrue(record(1, NOON.plusSeconds(60), REPORT), "a shadow service that starts anew is believed");
    }

    @Test
    void theEndOfAnOlderSessionSaysNothing() throws StoreException {
        assertTrue(presence(true, 0, 1, "a"));
        assertInstanceOf(HubPresence.Online.class, demo().presence());
        assertTrue(presence(true, 10, 2, "b"));
        assertFalse(presence(false, 11, 1, "a"), "the client id was taken over");
        assertInstanceOf(HubPresence.Online.class, demo().presence());
        assertTrue(presence(false, 20, 2, "b"));
        assertEquals(new HubPresence.Offline(NOON.plusSeconds(20)), demo().presence());
        assertFalse(presence(true, 15, 2, "b"), "told late");
        assertTrue(presence(true, 30, 0, "c"), "a broker that starts anew counts from zero");
        assertTrue(demo().presence().isOnline());
    }

    @Test
    void aHubsEndMayBeToldBeforeItsBeginning() throws StoreException {
        assertTrue(presence(true, 0, 1, "a"));
        assertTrue(presence(false, 20, 2, "b"));
        assertFalse(presence(true, 10, 2, "b"));
        assertFalse(demo().presence().isOnline());
    }

    @Test
    void grantsComeAndGo() throws StoreException {
        Grant old = new Grant("a-1", "r-1", NOON);
        Grant fresh = new Grant("a-2", "r-2", NOON.plusSeconds(3_600));
        store.putGrant(DEMO, old);
        store.putGrant(DEMO, fresh);
        store.removeGrant(DEMO, old);
        assertEquals(Optional.of(fresh), demo().grant());
        store.removeGrant(DEMO, fresh);
        assertEquals(Optional.empty(), demo().grant());
        store.putGrant(new UserId("guest"), fresh);
        assertEquals(Optional.empty(), store.load(new UserId("guest"), Reading.SURE), "a grant makes no house");
    }

    @Test
    void aConfigFollowsTheOneThatWasRead() throws StoreException {
        HouseConfig next = new HouseConfig(2, config().speakers(), List.of());
        Habits habits = Habits.NONE.with(new Settings(true, false));
        assertTrue(store.putConfig(DEMO, HUB, 1, next, habits));
        assertFalse(store.putConfig(DEMO, HUB, 1, config(), Habits.NONE));
        assertEquals(next, demo().config());
        assertEquals(habits, demo().habits());
    }

    @Test
    void anOwedAnswerIsTakenOnce() throws StoreException {
        Pending pending = new Pending(3, "TurnOn g:all", "g:1:all", "token", NOON);
        store.putPending(DEMO, pending);
        assertEquals(List.of(pending), demo().pending());
        assertTrue(store.takePending(DEMO, 3));
        assertFalse(store.takePending(DEMO, 3));
        assertEquals(List.of(), demo().pending());
    }

    @Test
    void aTableThatIsNotThereIsAnOutage() {
        DynamoHouseholdStore lost = new DynamoHouseholdStore(client(), "no-such-table");
        assertThrows(StoreException.class, () -> lost.load(DEMO, Reading.CHEAP));
        assertThrows(StoreException.class, () -> lost.putRoute(DEMO, 0, Route.NONE));
        assertThrows(StoreException.class, () -> lost.create(DEMO, HUB, config()));
    }

    private Household demo() throws StoreException {
        return store.load(DEMO, Reading.SURE).orElseThrow();
    }

    @Test
    void aClaimIsOpenedAndTakenOnce() throws Exception {
        new ClaimRows(client(), table).aClaimGoesItsWay();
    }

    @Test
    void aClaimThatIsOverIsReplaced() throws Exception {
        new ClaimRows(client(), table).aClaimThatIsOverIsReplaced();
    }

    @Test
    void triesOfCodesAreCountedOnce() throws Exception {
        new ClaimRows(client(), table).triesAreCountedOnce();
    }

    private boolean record(long version, Instant at, String document) throws StoreException {
        return store.recordReport(DEMO, HUB, ShadowName.ROUTING, document, version, at);
    }

    private boolean presence(boolean online, int second, long version, String session) throws StoreException {
        return store.recordPresence(DEMO, HUB, new PresenceEvent(online, NOON.plusSeconds(second), version, session));
    }

    private static RoutingWish wish(long n) {
        TreeMap<SpeakerId, SpeakerWish> speakers = new TreeMap<>();
        speakers.put(new SpeakerId("deck"), SpeakerWish.UNTOUCHED.turned(true));
        return new RoutingWish(n, speakers);
    }

    private static HouseConfig config() {
        SpeakerId deck = new SpeakerId("deck");
        TreeMap<SpeakerId, Member> members = new TreeMap<>();
        members.put(deck, Member.plain(Role.STEREO));
        return new HouseConfig(
                1,
                List.of(new SpeakerConfig(deck, new Name("Deck"), new OutputId("deck"))),
                List.of(new GroupConfig(new GroupId("all"), new Name("All"), members, SyncTier.TIGHT)));
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }

    private static AttributeDefinition text(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }
}
