package ensemble.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ensemble.house.http.HttpPort;
import ensemble.house.http.Router;
import ensemble.house.shadow.ShadowAction;
import ensemble.house.shadow.ShadowKey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CloudHouseTest {
    private static final ShadowKey ROUTING = new ShadowKey("speaker-box", "routing");

    @Test
    void aSecondStartGoesOnWhereTheFirstEnded(@TempDir Path data) throws Exception {
        CloudConfig config = CloudConfig.local(data, 0, "http://127.0.0.1:8080");
        String token;
        byte[] hub;
        long start = System.nanoTime();
        try (CloudHouse house = CloudHouse.start(config)) {
            System.out.println("first start: " + (System.nanoTime() - start) / 1_000_000 + " ms");
            house.desk()
                    .ask(
                            ROUTING,
                            ShadowAction.UPDATE,
                            "{\"state\":{\"desired\":{\"n\":3}}}".getBytes(StandardCharsets.UTF_8));
            token = house.identity().jwks();
            hub = house.certs().thing("hub", Instant.now()).certificate().getEncoded();
        }
        start = System.nanoTime();
        try (CloudHouse house = CloudHouse.start(config)) {
            System.out.println("second start: " + (System.nanoTime() - start) / 1_000_000 + " ms");
            assertEquals(
                    3,
                    house.shadows()
                            .find(ROUTING)
                            .orElseThrow()
                            .state()
                            .at("/desired/n")
                            .asInt());
            assertEquals(token, house.identity().jwks());
            org.junit.jupiter.api.Assertions.assertArrayEquals(
                    hub, house.certs().thing("hub", Instant.now()).certificate().getEncoded());
        }
    }

    @Test
    void theMeterHasExactlyTheContractsKeys(@TempDir Path data) throws Exception {
        CloudConfig config = CloudConfig.local(data, 0, "http://127.0.0.1:8080").withTableInMemory();
        Router router = new Router();
        try (CloudHouse house = CloudHouse.start(config);
                HttpPort port = HttpPort.onLoopback(0, router, 1000)) {
            house.mount(router);
            assertEquals(
                    "{\"commands\":0,\"shadowOps\":0,\"messages\":0,\"ruleTriggers\":0,\"writeUnits\":0.0,"
                            + "\"readUnits\":0.0,\"lambdaMs\":0,\"connectMinutes\":0.0}",
                    get(port.port(), "/meter"));
        }
    }

    private static String get(int port, String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }
}
