package ensemble.skill.household.dynamo;

import ensemble.contract.id.HubId;
import ensemble.contract.state.LinkAsk;
import ensemble.contract.value.LinkCode;
import ensemble.contract.value.LinkKey;
import ensemble.skill.household.Claim;
import ensemble.skill.household.ClaimStore;
import ensemble.skill.household.StoreException;
import ensemble.skill.household.Tries;
import ensemble.skill.household.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Boxes that wait, and tries, in the table of the houses. Retries and time-outs are the client's own settings. */
public final class DynamoClaims implements ClaimStore {
    /** The table may delete that long after a code is of no use; whoever reads compares times all the same. */
    private static final Duration KEPT = LinkAsk.LIFE.multipliedBy(2);

    private final DynamoDbClient dynamo;
    private final String table;

    public DynamoClaims(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    @Override
    public boolean open(LinkKey key, HubId hub, Instant until) throws StoreException {
        Map<String, AttributeValue> row = ClaimRows.claim(key, new Claim(hub, until, Optional.empty()), KEPT);
        Instant shown = until.minus(LinkCode.LIFE);
        return Calls.written(() -> dynamo.putItem(put -> put.tableName(table)
                .item(row)
                .conditionExpression("attribute_not_exists(pk) OR #until < :shown")
                .expressionAttributeNames(Map.of("#until", "until"))
                .expressionAttributeValues(Map.of(":shown", Keys.number(shown.toEpochMilli())))));
    }

    @Override
    public Optional<Claim> find(LinkKey key) throws StoreException {
        Map<String, AttributeValue> row = row(Keys.ofClaim(key));
        return row.isEmpty() ? Optional.empty() : Optional.of(ClaimRows.claim(row));
    }

    @Override
    public boolean take(LinkKey key, Claim taken) throws StoreException {
        return Calls.written(() -> dynamo.putItem(put -> put.tableName(table)
                .item(ClaimRows.claim(key, taken, KEPT))
                .conditionExpression("hub = :hub AND attribute_not_exists(claim)")
                .expressionAttributeValues(Map.of(":hub", Keys.text(taken.hub().value())))));
    }

    @Override
    public void close(LinkKey key, HubId hub) throws StoreException {
        var unused = Calls.written(() -> dynamo.deleteItem(delete -> delete.tableName(table)
                .key(Keys.ofClaim(key))
                .conditionExpression("hub = :hub")
                .expressionAttributeValues(Map.of(":hub", Keys.text(hub.value())))));
    }

    @Override
    public Optional<UserId> ownerOf(HubId hub) throws StoreException {
        Map<String, AttributeValue> row = row(Keys.ofOwner(hub));
        return row.isEmpty() ? Optional.empty() : Optional.of(new UserId(Rows.text(row, "user")));
    }

    @Override
    public Tries tries(Optional<UserId> who) throws StoreException {
        Map<String, AttributeValue> row = row(Keys.ofTries(who));
        return row.isEmpty() ? Tries.NONE : ClaimRows.tries(row);
    }

    @Override
    public boolean putTries(Optional<UserId> who, Tries next, Instant forgotten) throws StoreException {
        boolean first = next.version() == 1;
        return Calls.written(() -> dynamo.putItem(put -> put.tableName(table)
                .item(ClaimRows.tries(who, next, forgotten))
                .conditionExpression(first ? "attribute_not_exists(pk)" : "v = :v")
                .expressionAttributeValues(first ? null : Map.of(":v", Keys.number(next.version() - 1)))));
    }

    private Map<String, AttributeValue> row(Map<String, AttributeValue> key) throws StoreException {
        return Calls.asked(
                () -> dynamo.getItem(get -> get.tableName(table).key(key).consistentRead(true))
                        .item());
    }
}
