package ensemble.house.dynamo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Makes the table as the cloud stack would, if it is not there. */
final class Table {
    private static final String API = "DynamoDB_20120810.";
    private static final ObjectMapper JSON = new ObjectMapper();

    private Table() {}

    /** @throws IOException if DynamoDB Local refuses, with what it says */
    static void ensure(Wire wire) throws IOException {
        byte[] definition = resource("table.json");
        byte[] expiry = resource("table-ttl.json");
        byte[] name = ("{\"TableName\":" + JSON.readTree(definition).path("TableName") + "}")
                .getBytes(StandardCharsets.UTF_8);
        if (call(wire, "DescribeTable", name).statusCode() != 200) {
            must(wire, "CreateTable", definition);
        }
        JsonNode described = must(wire, "DescribeTimeToLive", name);
        if (!described.at("/TimeToLiveDescription/TimeToLiveStatus").asText().startsWith("ENABL")) {
            must(wire, "UpdateTimeToLive", expiry);
        }
    }

    private static JsonNode must(Wire wire, String operation, byte[] body) throws IOException {
        HttpResponse<byte[]> answer = call(wire, operation, body);
        if (answer.statusCode() != 200) {
            throw new IOException("DynamoDB Local refuses " + operation + ": "
                    + new String(answer.body(), StandardCharsets.UTF_8)
                    + "; is its folder full, read-only or damaged?");
        }
        return JSON.readTree(answer.body());
    }

    private static HttpResponse<byte[]> call(Wire wire, String operation, byte[] body) throws IOException {
        return wire.call(API + operation, Map.of(), body);
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = Table.class.getResourceAsStream("/ensemble/infra/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the module infra is not on the class path: no " + name);
            }
            return in.readAllBytes();
        }
    }
}
