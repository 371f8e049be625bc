package ensemble.skill.household.dynamo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import ensemble.contract.shadow.ShadowFormatException;
import ensemble.contract.state.RoutingWish;
import ensemble.contract.state.SpeakerWish;
import ensemble.contract.value.Name;
import ensemble.contract.value.Role;
import ensemble.contract.value.Volume;
import ensemble.skill.fake.Houses;
import ensemble.skill.household.Grant;
import ensemble.skill.household.Habits;
import ensemble.skill.household.Household;
import ensemble.skill.household.HouseholdStore.Reading;
import ensemble.skill.household.HubPresence;
import ensemble.skill.household.Pending;
import ensemble.skill.household.RequestKey;
import ensemble.skill.household.Route;
import ensemble.skill.household.Scene;
import ensemble.skill.household.SceneId;
import ensemble.skill.household.Settings;
import ensemble.skill.household.StoreException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentMatchers;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

class RowsTest {
    private static final Habits HABITS = new Habits(
            List.of(
                    new Scene(
                            new SceneId("party"),
                            new Name("Garden party"),
                            new TreeMap<>(Map.of(
                                    Houses.LEFT, new SpeakerWish(true, new Volume(100), false, Role.LEFT),
                                    Houses.DECK, new SpeakerWish(false, new Volume(7), true, Role.MONO),
                                    Houses.SHELF, new SpeakerWish(true, new Volume(0), true, Role.STEREO)))),
                    new Scene(new SceneId("empty"), new Name("Empty"), new TreeMap<>())),
            new Settings(true, true));

    private final Route route = route();

    @Test
    void aHouseComesBackAsItWentIn() throws StoreException {
        Grant grant = new Grant("access", "refresh", Instant.parse("2026-11-20T21:00:00Z"));
        Pending pending = new Pending(7, "TurnOn g:patio", "g:1:patio", "token", Instant.parse("2026-11-20T20:01:00Z"));
        Household house = new HouseReader(List.of(
                        Rows.config(Houses.DEMO, Houses.HUB, Houses.CONFIG, HABITS),
                        Rows.route(Houses.DEMO, route),
                        Rows.grant(Houses.DEMO, grant),
                        Rows.pending(Houses.DEMO, pending)))
                .house(Houses.DEMO)
                .orElseThrow();
        assertEquals(Houses.CONFIG, house.config());
        assertEquals(HABITS, house.habits());
        assertEquals(Houses.HUB, house.hub());
        assertEquals(route, house.route());
        assertEquals(grant, house.grant().orElseThrow());
        assertEquals(List.of(pending), house.pending());
        assertEquals(new HubPresence.NeverSeen(), house.presence());
        assertTrue(house.reports().routing().isEmpty());
    }

    @Test
    void theWishOfAUsualHouseCostsOneWriteUnit() throws StoreException, ShadowFormatException {
        Map<String, AttributeValue> row = Rows.route(Houses.DEMO, route);
        assertTrue(size(row) <= 1_024, () -> size(row) + " bytes");
        assertEquals(route, Rows.route(row));
    }

    @Test
    void aHouseThatKnowsNoHabitsYetHasTheUsualOnes() throws StoreException {
        Map<String, AttributeValue> old = new TreeMap<>(Rows.config(Houses.DEMO, Houses.HUB, Houses.CONFIG, HABITS));
        old.remove("habits");
        assertEquals(
                Habits.NONE,
                new HouseReader(List.of(old)).house(Houses.DEMO).orElseThrow().habits());
    }

    @Test
    void aUserWithAGrantAloneOwnsNoHouse() throws StoreException {
        Grant grant = new Grant("access", "refresh", Instant.EPOCH);
        assertTrue(new HouseReader(List.of(Rows.grant(Houses.DEMO, grant)))
                .house(Houses.DEMO)
                .isEmpty());
    }

    @Test
    void aBrokenRowIsAClearError() {
        Map<String, AttributeValue> broken = new TreeMap<>(Rows.config(Houses.DEMO, Houses.HUB, Houses.CONFIG, HABITS));
        broken.put("doc", AttributeValue.fromS("{\"n\":1}"));
        StoreException said =
                assertThrows(StoreException.class, () -> new HouseReader(List.of(broken)).house(Houses.DEMO));
        assertEquals("a row of a house breaks the contract", said.getMessage());
    }

    @Test
    void throttlingAndOutageAreStoreExceptions() {
        List<DynamoDbException> failures = List.of(
                ProvisionedThroughputExceededException.builder()
                        .message("slow down")
                        .build(),
                (DynamoDbException) DynamoDbException.builder()
                        .message("503")
                        .statusCode(503)
                        .build());
        for (DynamoDbException failure : failures) {
            DynamoDbClient client = mock(DynamoDbClient.class);
            when(client.query(ArgumentMatchers.<Consumer<QueryRequest.Builder>>any()))
                    .thenThrow(failure);
            when(client.putItem(ArgumentMatchers.<Consumer<PutItemRequest.Builder>>any()))
                    .thenThrow(failure);
            DynamoHouseholdStore store = new DynamoHouseholdStore(client, "houses");
            assertThrows(StoreException.class, () -> store.load(Houses.DEMO, Reading.CHEAP));
            assertThrows(StoreException.class, () -> store.putRoute(Houses.DEMO, 0, route));
        }
    }

    private static int size(Map<String, AttributeValue> row) {
        return row.entrySet().stream()
                .mapToInt(entry ->
                        entry.getKey().length() + entry.getValue().toString().length())
                .sum();
    }

    /** Eight requests, one of them taken back. */
    private static Route route() {
        TreeMap<ensemble.contract.id.SpeakerId, SpeakerWish> speakers = new TreeMap<>();
        Houses.CONFIG.speakers().forEach(speaker -> speakers.put(speaker.id(), SpeakerWish.UNTOUCHED.turned(true)));
        Route route = Route.NONE;
        for (int n = 1; n <= 12; n++) {
            route = route.followedBy(new RoutingWish(n, speakers), RequestKey.of("request " + n));
        }
        return route.withdrawing(new RoutingWish(13, speakers), 12);
    }
}
