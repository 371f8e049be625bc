package ensemble.house.dynamo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** What a call costs, and how to make DynamoDB say so. */
final class Capacity {
    private static final String ASK = "ReturnConsumedCapacity";
    private static final String TELL = "ConsumedCapacity";
    private static final Set<String> WRITES =
            Set.of("PutItem", "UpdateItem", "DeleteItem", "BatchWriteItem", "TransactWriteItems");
    private static final Set<String> READS = Set.of("GetItem", "Query", "Scan", "BatchGetItem", "TransactGetItems");

    private Capacity() {}

    static boolean isWrite(String operation) {
        return WRITES.contains(operation);
    }

    /** Whether the operation touches items at all. */
    static boolean isMetered(String operation) {
        return isWrite(operation) || READS.contains(operation);
    }

    /** Whether the caller wants to see the units. */
    static boolean wanted(ObjectNode request) {
        return !request.path(ASK).asText("NONE").equals("NONE");
    }

    /** Makes the answer carry the units. */
    static void demand(ObjectNode request) {
        request.put(ASK, "TOTAL");
    }

    /** Takes the units out again. */
    static void strip(ObjectNode response) {
        response.remove(TELL);
    }

    /**
     * Units of a call that was answered. A conditional write that fails is charged too, but its answer does not say how
     * much: one unit, what an item of up to 1 KB costs.
     */
    static double units(String operation, int status, JsonNode response) {
        if (status == 200) {
            return sum(response.path(TELL));
        }
        String type = response.path("__type").asText();
        boolean conditional =
                type.endsWith("#ConditionalCheckFailedException") || type.endsWith("#TransactionCanceledException");
        return isWrite(operation) && conditional ? 1 : 0;
    }

    private static double sum(JsonNode consumed) {
        if (consumed.isArray()) {
            double all = 0;
            for (JsonNode each : consumed) {
                all += sum(each);
            }
            return all;
        }
        return consumed.path("CapacityUnits").asDouble();
    }
}
