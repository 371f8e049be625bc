package ensemble.house.dynamo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.house.http.HttpPort;
import ensemble.house.http.Request;
import ensemble.house.http.Response;
import ensemble.house.http.Router;
import ensemble.house.meter.Meter;
import ensemble.house.rest.Latency;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** DynamoDB with the house's table, as near and as dear as the cloud's: each call is delayed and its units are counted. */
public final class DynamoHouse implements AutoCloseable {
    private static final int BODY_LIMIT = 17 << 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final DynamoLocal local;
    private final Wire wire;
    private final HttpPort front;
    private final Meter meter;
    private final Duration latency;

    private DynamoHouse(DynamoLocal local, Wire wire, Meter meter, Duration latency) throws IOException {
        this.local = local;
        this.wire = wire;
        this.meter = meter;
        this.latency = latency;
        this.front = HttpPort.onLoopback(0, new Router().on("POST", "/", this::forward), BODY_LIMIT);
    }

    /**
     * Opens it on a free loopback port and makes the table if it is missing.
     *
     * @param folder where its file lies, null to keep everything in memory
     * @param latency what each call takes longer than here
     * @throws IOException if the folder is full, read-only or damaged
     */
    public static DynamoHouse open(@Nullable Path folder, Duration latency, Meter meter) throws IOException {
        DynamoLocal local = DynamoLocal.open(folder);
        Wire wire = new Wire(local.endpoint());
        try {
            Table.ensure(wire);
            return new DynamoHouse(local, wire, meter, latency);
        } catch (IOException failed) {
            wire.close();
            local.close();
            throw failed;
        }
    }

    /** What to give an AWS SDK as its endpoint; any region and credentials will do. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + front.port());
    }

    @Override
    public void close() {
        front.close();
        wire.close();
        local.close();
    }

    private Response forward(Request request) throws IOException {
        Latency.travel(latency);
        String target = request.header("x-amz-target").orElse("");
        String operation = target.substring(target.indexOf('.') + 1);
        if (!Capacity.isMetered(operation) || !(parsed(request.body()) instanceof ObjectNode question)) {
            HttpResponse<byte[]> answer = wire.call(target, request.headers(), request.body());
            return response(answer, answer.body());
        }
        boolean wanted = Capacity.wanted(question);
        if (!wanted) {
            Capacity.demand(question);
        }
        byte[] body = question.toString().getBytes(StandardCharsets.UTF_8);
        HttpResponse<byte[]> answer = wire.call(target, request.headers(), body);
        if (!(parsed(answer.body()) instanceof ObjectNode document)) {
            return response(answer, answer.body());
        }
        count(operation, Capacity.units(operation, answer.statusCode(), document));
        if (wanted) {
            return response(answer, answer.body());
        }
        Capacity.strip(document);
        return response(answer, document.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void count(String operation, double units) {
        if (Capacity.isWrite(operation)) {
            meter.write(units);
        } else {
            meter.read(units);
        }
    }

    private static @Nullable JsonNode parsed(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException notJson) {
            return null;
        }
    }

    /** The SDKs check the sum, so it is made for what really goes out. */
    private static Response response(HttpResponse<byte[]> answer, byte[] body) {
        CRC32 sum = new CRC32();
        sum.update(body);
        return new Response(
                answer.statusCode(),
                Map.of(
                        "Content-Type",
                                answer.headers().firstValue("content-type").orElse("application/x-amz-json-1.0"),
                        "x-amz-crc32", Long.toString(sum.getValue()),
                        "x-amzn-RequestId",
                                answer.headers().firstValue("x-amzn-requestid").orElse("local")),
                body);
    }
}
