package ensemble.house.dynamo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ensemble.house.meter.Meter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

final class DynamoHouseTest {
    private final Meter meter = new Meter();

    @Test
    void everyCallsUnitsAreCountedAndOnlyToldToWhoAsked() throws Exception {
        try (DynamoHouse house = DynamoHouse.open(null, Duration.ZERO, meter);
                DynamoDbClient client = client(house)) {
            assertNull(client.putItem(request -> request.tableName("ensemble").item(item("ROUTE", "1")))
                    .consumedCapacity());
            assertUnits(1, 0);
            client.getItem(
                    request -> request.tableName("ensemble").key(key("ROUTE")).consistentRead(true));
            assertUnits(1, 1);
            client.getItem(request -> request.tableName("ensemble").key(key("ROUTE")));
            assertUnits(1, 1.5);
            assertEquals(
                    1.0,
                    client.putItem(request -> request.tableName("ensemble")
                                    .item(item("CONFIG", "1"))
                                    .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL))
                            .consumedCapacity()
                            .capacityUnits());
            assertThrows(
                    ConditionalCheckFailedException.class,
                    () -> client.putItem(request -> request.tableName("ensemble")
                            .item(item("CONFIG", "2"))
                            .conditionExpression("attribute_not_exists(pk)")));
            assertUnits(3, 1.5);
            Put put = Put.builder()
                    .tableName("ensemble")
                    .item(item("STATUS", "1"))
                    .build();
            TransactWriteItem write = TransactWriteItem.builder().put(put).build();
            client.transactWriteItems(request -> request.transactItems(write));
            assertUnits(5, 1.5);
        }
    }

    @Test
    void theTableOfTheStackIsThereAndKeepsItsItems(@TempDir Path folder) throws Exception {
        try (DynamoHouse house = DynamoHouse.open(folder, Duration.ZERO, meter);
                DynamoDbClient client = client(house)) {
            client.putItem(request -> request.tableName("ensemble").item(item("ROUTE", "7")));
        }
        try (DynamoHouse house = DynamoHouse.open(folder, Duration.ZERO, meter);
                DynamoDbClient client = client(house)) {
            Map<String, AttributeValue> kept = client.getItem(
                            request -> request.tableName("ensemble").key(key("ROUTE")))
                    .item();
            assertEquals(item("ROUTE", "7"), kept);
            assertEquals(
                    TimeToLiveStatus.ENABLED,
                    client.describeTimeToLive(request -> request.tableName("ensemble"))
                            .timeToLiveDescription()
                            .timeToLiveStatus());
        }
    }

    @Test
    void aFolderThatTakesNoDataIsNamed(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("table"), "x");
        IOException told = assertThrows(IOException.class, () -> DynamoHouse.open(file, Duration.ZERO, meter));
        assertTrue(told.toString().contains(file.toString()), told::toString);
    }

    @Test
    void aDamagedTableIsNoTable(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("shared-local-instance.db"), "this is not a database, not at all, really");
        assertThrows(IOException.class, () -> DynamoHouse.open(folder, Duration.ZERO, meter));
    }

    private void assertUnits(double written, double read) {
        assertEquals(written, meter.document().path("writeUnits").asDouble(), "write units");
        assertEquals(read, meter.document().path("readUnits").asDouble(), "read units");
    }

    private static DynamoDbClient client(DynamoHouse house) {
        return DynamoDbClient.builder()
                .httpClient(UrlConnectionHttpClient.create())
                .endpointOverride(house.endpoint())
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "thing")))
                .build();
    }

    private static Map<String, AttributeValue> key(String sort) {
        return Map.of("pk", AttributeValue.fromS("HOUSE#u"), "sk", AttributeValue.fromS(sort));
    }

    private static Map<String, AttributeValue> item(String sort, String n) {
        return Map.of(
                "pk", AttributeValue.fromS("HOUSE#u"), "sk", AttributeValue.fromS(sort), "n", AttributeValue.fromN(n));
    }
}
