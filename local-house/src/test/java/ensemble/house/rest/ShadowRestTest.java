package ensemble.house.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ensemble.house.CloudConfig;
import ensemble.house.CloudHouse;
import ensemble.house.MqttTestClient;
import ensemble.house.http.HttpPort;
import ensemble.house.http.Router;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iotdataplane.IotDataPlaneClient;
import software.amazon.awssdk.services.iotdataplane.model.ConflictException;
import software.amazon.awssdk.services.iotdataplane.model.InvalidRequestException;
import software.amazon.awssdk.services.iotdataplane.model.RequestEntityTooLargeException;
import software.amazon.awssdk.services.iotdataplane.model.ResourceNotFoundException;

final class ShadowRestTest {
    private static final Duration LATENCY = Duration.ofMillis(40);

    private CloudHouse house;
    private HttpPort port;
    private IotDataPlaneClient client;

    @BeforeEach
    void start(@TempDir Path data) throws Exception {
        house = CloudHouse.start(CloudConfig.local(data, 0, "http://localhost")
                .withTableInMemory()
                .withLatency(LATENCY));
        Router router = new Router();
        house.mount(router);
        port = HttpPort.onLoopback(0, router, 256 * 1024);
        client = IotDataPlaneClient.builder()
                .httpClient(UrlConnectionHttpClient.create())
                .endpointOverride(URI.create("http://127.0.0.1:" + port.port()))
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "thing")))
                .build();
    }

    @AfterEach
    void stop() {
        client.close();
        port.close();
        house.close();
    }

    @Test
    void theSdkUpdatesReadsListsAndDeletes() {
        assertTrue(update("routing", "{\"state\":{\"desired\":{\"n\":1}}}").contains("\"version\":1"));
        update("config", "{\"state\":{\"reported\":{}}}");
        assertTrue(read("routing").contains("\"delta\":{\"n\":1}"));
        assertEquals(
                List.of("config", "routing"),
                client.listNamedShadowsForThing(request -> request.thingName("speaker-box"))
                        .results());
        client.deleteThingShadow(request -> request.thingName("speaker-box").shadowName("routing"));
        ResourceNotFoundException gone = assertThrows(ResourceNotFoundException.class, () -> read("routing"));
        assertEquals(
                "No shadow exists with name: 'routing'", gone.awsErrorDetails().errorMessage());
    }

    @Test
    void everyRefusalIsTheSdksOwnException() {
        update("routing", "{\"state\":{\"desired\":{\"n\":1}}}");
        assertThrows(ConflictException.class, () -> update("routing", "{\"state\":{},\"version\":7}"));
        assertThrows(InvalidRequestException.class, () -> update("routing", "{"));
        String big = "{\"state\":{\"desired\":{\"x\":\"" + "y".repeat(8192) + "\"}}}";
        assertThrows(RequestEntityTooLargeException.class, () -> update("routing", big));
        assertThrows(InvalidRequestException.class, () -> update("no spaces", "{\"state\":{}}"));
        assertTrue(read("routing").contains("\"version\":1"));
    }

    @Test
    void whatRestChangesMqttHears() throws Exception {
        String routing = "$aws/things/speaker-box/shadow/name/routing/update/";
        try (MqttTestClient hub = new MqttTestClient(
                        house.broker().port(), house.certs(), house.certs().thing("hub", Instant.now()), "speaker-box")
                .connect()) {
            hub.subscribe(routing + "+", "ensemble/speaker-box/#");
            update("routing", "{\"state\":{\"desired\":{\"n\":1}}}");
            assertEquals(routing + "accepted", hub.next().topic());
            assertEquals(routing + "delta", hub.next().topic());
            assertEquals(routing + "documents", hub.next().topic());
            assertThrows(ConflictException.class, () -> update("routing", "{\"state\":{},\"version\":7}"));
            client.publish(request ->
                    request.topic("ensemble/speaker-box/ping").qos(1).payload(SdkBytes.fromUtf8String("hello")));
            assertEquals("ensemble/speaker-box/ping", hub.next().topic());
        }
    }

    @Test
    void theWayToTheCloudTakesItsTime() {
        long start = System.nanoTime();
        update("routing", "{\"state\":{}}");
        assertTrue(System.nanoTime() - start >= LATENCY.toNanos());
    }

    private String update(String shadow, String body) {
        return client.updateThingShadow(request ->
                        request.thingName("speaker-box").shadowName(shadow).payload(SdkBytes.fromUtf8String(body)))
                .payload()
                .asUtf8String();
    }

    private String read(String shadow) {
        return client.getThingShadow(request -> request.thingName("speaker-box").shadowName(shadow))
                .payload()
                .asUtf8String();
    }
}
