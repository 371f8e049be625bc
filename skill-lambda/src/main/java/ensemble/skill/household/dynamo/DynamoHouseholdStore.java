package ensemble.skill.household.dynamo;

import ensemble.contract.id.HubId;
import ensemble.contract.shadow.ShadowName;
import ensemble.contract.state.HouseConfig;
import ensemble.skill.household.Grant;
import ensemble.skill.household.Habits;
import ensemble.skill.household.Household;
import ensemble.skill.household.HouseholdStore;
import ensemble.skill.household.Pending;
import ensemble.skill.household.PresenceEvent;
import ensemble.skill.household.Route;
import ensemble.skill.household.StatusStore;
import ensemble.skill.household.StoreException;
import ensemble.skill.household.Told;
import ensemble.skill.household.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Households in one table: {@code pk}, {@code sk}, both text. Retries and time-outs are the client's own settings. */
public final class DynamoHouseholdStore implements HouseholdStore, StatusStore {
    private final DynamoDbClient dynamo;
    private final String table;

    public DynamoHouseholdStore(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    @Override
    public Optional<Household> load(UserId user, Reading reading) throws StoreException {
        List<Map<String, AttributeValue>> rows = new ArrayList<>();
        Map<String, AttributeValue> from = Map.of();
        do {
            QueryResponse page = page(user, reading, from);
            rows.addAll(page.items());
            from = page.lastEvaluatedKey();
        } while (!from.isEmpty());
        return new HouseReader(rows).house(user);
    }

    @Override
    public boolean putRoute(UserId user, long expectedN, Route next) throws StoreException {
        Map<String, AttributeValue> expected = Map.of(":n", Keys.number(expectedN));
        return Calls.written(() -> dynamo.putItem(put -> put.tableName(table)
                .item(Rows.route(user, next))
                .conditionExpression("n = :n")
                .expressionAttributeValues(expected)));
    }

    @Override
    public void putGrant(UserId user, Grant grant) throws StoreException {
        Calls.written(() -> dynamo.putItem(put -> put.tableName(table).item(Rows.grant(user, grant))));
    }

    @Override
    public void removeGrant(UserId user, Grant dead) throws StoreException {
        Calls.written(() -> dynamo.deleteItem(delete -> delete.tableName(table)
                .key(Keys.ofHouse(user, Keys.GRANT))
                .conditionExpression("refresh = :dead")
                .expressionAttributeValues(Map.of(":dead", Keys.text(dead.refreshToken())))));
    }

    @Override
    public void putPending(UserId user, Pending pending) throws StoreException {
        Calls.written(() -> dynamo.putItem(put -> put.tableName(table).item(Rows.pending(user, pending))));
    }

    @Override
    public boolean putConfig(UserId user, HubId hub, long expectedN, HouseConfig next, Habits habits)
            throws StoreException {
        return Calls.written(() -> dynamo.putItem(put -> put.tableName(table)
                .item(Rows.config(user, hub, next, habits))
                .conditionExpression("hub = :hub AND (n = :n OR attribute_not_exists(n))")
                .expressionAttributeValues(Map.of(":hub", Keys.text(hub.value()), ":n", Keys.number(expectedN)))));
    }

    @Override
    public boolean putTold(UserId user, long expected, Told next) throws StoreException {
        return Calls.written(() -> dynamo.putItem(put -> put.tableName(table)
                .item(ToldRow.of(user, next))
                .conditionExpression(expected == 0 ? "attribute_not_exists(pk)" : "v = :v")
                .expressionAttributeValues(expected == 0 ? null : Map.of(":v", Keys.number(expected)))));
    }

    @Override
    public void putAnnounced(UserId user, Map<String, String> hashes) throws StoreException {
        Map<String, AttributeValue> row = new HashMap<>(Keys.ofAnnounced(user));
        hashes.forEach((endpoint, hash) -> row.put("e:" + endpoint, Keys.text(hash)));
        var unused =
                Calls.written(() -> dynamo.putItem(put -> put.tableName(table).item(row)));
    }

    @Override
    public Map<String, String> announced(UserId user) throws StoreException {
        Map<String, AttributeValue> row =
                Calls.asked(() -> dynamo.getItem(get -> get.tableName(table).key(Keys.ofAnnounced(user)))
                        .item());
        Map<String, String> hashes = new TreeMap<>();
        row.forEach((name, value) -> {
            if (name.startsWith("e:")) {
                hashes.put(name.substring(2), value.s());
            }
        });
        return hashes;
    }

    @Override
    public boolean takePending(UserId user, long n) throws StoreException {
        return Calls.written(() -> dynamo.deleteItem(delete -> delete.tableName(table)
                .key(Keys.ofHouse(user, Keys.pending(n)))
                .conditionExpression("attribute_exists(pk)")));
    }

    @Override
    public boolean create(UserId user, HubId hub, HouseConfig config, Habits habits, Route route)
            throws StoreException {
        Map<String, AttributeValue> owner = new HashMap<>(Keys.ofOwner(hub));
        owner.put("user", Keys.text(user.value()));
        List<TransactWriteItem> rows =
                List.of(fresh(owner), fresh(Rows.config(user, hub, config, habits)), fresh(Rows.route(user, route)));
        try {
            dynamo.transactWriteItems(write -> write.transactItems(rows));
            return true;
        } catch (TransactionCanceledException taken) {
            return false;
        } catch (SdkException failed) {
            throw Calls.unavailable(failed);
        }
    }

    @Override
    public Optional<UserId> ownerOf(HubId hub) throws StoreException {
        Map<String, AttributeValue> row =
                Calls.asked(() -> dynamo.getItem(get -> get.tableName(table).key(Keys.ofOwner(hub)))
                        .item());
        return row.isEmpty() ? Optional.empty() : Optional.of(new UserId(Rows.text(row, "user")));
    }

    @Override
    public boolean recordReport(UserId user, HubId hub, ShadowName shadow, String document, long version, Instant at)
            throws StoreException {
        Map<String, AttributeValue> row = new HashMap<>(Keys.ofHouse(user, Keys.status(hub, shadow)));
        row.put("doc", Keys.text(document));
        row.put("v", Keys.number(version));
        row.put("seen", Keys.number(at.toEpochMilli()));
        // A shadow service that starts anew counts versions from one again; its clock does not. The same version again
        // is an
        // event delivered again, because what was to be done about it failed.
        return Calls.written(() -> dynamo.putItem(put -> put.tableName(table)
                .item(row)
                .conditionExpression("attribute_not_exists(pk) OR v <= :v OR seen < :seen")
                .expressionAttributeValues(Map.of(":v", row.get("v"), ":seen", row.get("seen")))));
    }

    @Override
    public boolean recordPresence(UserId user, HubId hub, PresenceEvent event) throws StoreException {
        Map<String, AttributeValue> row = new HashMap<>(Keys.ofHouse(user, Keys.presence(hub)));
        row.put("online", Keys.flag(event.online()));
        row.put("since", Keys.number(event.at().toEpochMilli()));
        row.put("v", Keys.number(event.versionNumber()));
        row.put("session", Keys.text(event.session()));
        // The end of a session that another has followed says nothing about the hub.
        String newer = event.online() ? "since <= :since" : "since <= :since AND (#session = :session OR v < :v)";
        return Calls.written(() -> dynamo.putItem(put -> {
            put.tableName(table).item(row).conditionExpression("attribute_not_exists(pk) OR (" + newer + ")");
            if (event.online()) {
                put.expressionAttributeValues(Map.of(":since", row.get("since")));
            } else {
                put.expressionAttributeNames(Map.of("#session", "session"))
                        .expressionAttributeValues(
                                Map.of(":since", row.get("since"), ":session", row.get("session"), ":v", row.get("v")));
            }
        }));
    }

    private QueryResponse page(UserId user, Reading reading, Map<String, AttributeValue> from) throws StoreException {
        return Calls.asked(() -> dynamo.query(query -> {
            query.tableName(table)
                    .keyConditionExpression("pk = :house")
                    .expressionAttributeValues(Map.of(":house", Keys.house(user)))
                    .consistentRead(reading == Reading.SURE);
            if (!from.isEmpty()) {
                query.exclusiveStartKey(from);
            }
        }));
    }

    private TransactWriteItem fresh(Map<String, AttributeValue> row) {
        Put put = Put.builder()
                .tableName(table)
                .item(row)
                .conditionExpression("attribute_not_exists(pk)")
                .build();
        return TransactWriteItem.builder().put(put).build();
    }
}
