package ensemble.house;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.house.http.HttpPort;
import ensemble.house.http.Router;
import ensemble.house.shadow.ShadowAction;
import ensemble.house.shadow.ShadowKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CloudHouseTest {
    private static final ShadowKey ROUTING = new ShadowKey("speaker-box", "routing");
    private static final String ISSUER = "http://127.0.0.1:8080";

    @Test
    void aSecondStartGoesOnWhereTheFirstEnded(@TempDir Path data) throws Exception {
        CloudConfig config = CloudConfig.local(data, 0, ISSUER);
        String keys;
        byte[] hub;
        try (CloudHouse house = CloudHouse.start(config)) {
            wish(house, 3);
            keys = house.identity().jwks();
            hub = house.certs().thing("hub", Instant.now()).certificate().getEncoded();
        }
        try (CloudHouse house = CloudHouse.start(config)) {
            ObjectNode state = house.shadows().find(ROUTING).orElseThrow().state();
            assertEquals(3, state.at("/desired/n").asInt());
            assertEquals(keys, house.identity().jwks());
            assertArrayEquals(
                    hub, house.certs().thing("hub", Instant.now()).certificate().getEncoded());
        }
    }

    @Test
    void theMeterHasExactlyTheContractsKeys(@TempDir Path data) throws Exception {
        Router router = new Router();
        try (CloudHouse house = CloudHouse.start(inMemory(data));
                HttpPort port = HttpPort.onLoopback(0, router, 1000)) {
            house.mount(router);
            assertEquals(
                    "{\"commands\":0,\"shadowOps\":0,\"messages\":0,\"ruleTriggers\":0,\"writeUnits\":0.0,"
                            + "\"readUnits\":0.0,\"lambdaMs\":0,\"connectMinutes\":0.0}",
                    Http.get(port.port(), "/meter").body());
            wish(house, 1);
            assertEquals(
                    1,
                    Http.json(Http.get(port.port(), "/meter")).path("shadowOps").asInt());
        }
    }

    @Test
    void rulesHearOfEveryWishAndOfEveryComingAndGoing(@TempDir Path data) throws Exception {
        List<ObjectNode> documents = new CopyOnWriteArrayList<>();
        List<ObjectNode> presence = new CopyOnWriteArrayList<>();
        CloudHouse house = CloudHouse.start(inMemory(data));
        house.rules().onShadowDocuments(documents::add);
        house.rules().onPresence(presence::add);
        MqttTestClient hub = new MqttTestClient(
                        house.broker().port(), house.certs(), house.certs().thing("hub", Instant.now()), "speaker-box")
                .connect();
        for (int n = 1; n <= 20; n++) {
            wish(house, n);
        }
        house.desk().ask(new ShadowKey("speaker-box", null), ShadowAction.UPDATE, bytes("{\"state\":{}}"));
        Until.so("twenty wishes are told", () -> documents.size() == 20 && presence.size() == 1);
        for (int n = 1; n <= 20; n++) {
            assertEquals(n, documents.get(n - 1).at("/current/state/desired/n").asInt());
            assertEquals("speaker-box", documents.get(n - 1).path("thing").asText());
            assertEquals("routing", documents.get(n - 1).path("shadowName").asText());
        }
        house.close();
        Until.so("the close is told", () -> presence.size() == 2 && !hub.connected());
        assertEquals(
                "SERVER_INITIATED_DISCONNECT",
                presence.get(1).path("disconnectReason").asText());
        assertEquals(22, house.meter().document().path("ruleTriggers").asInt());
    }

    @Test
    void aBusyMqttPortIsNamed(@TempDir Path data) throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CloudConfig config =
                    CloudConfig.local(data, taken.getLocalPort(), ISSUER).withTableInMemory();
            IOException told = assertThrows(IOException.class, () -> CloudHouse.start(config));
            assertTrue(told.toString().contains(Integer.toString(taken.getLocalPort())), told::toString);
        }
    }

    @Test
    void aDataFolderThatIsAFileIsNamed(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("data"), "x");
        IOException told = assertThrows(IOException.class, () -> CloudHouse.start(inMemory(file)));
        assertTrue(told.toString().contains(file.toString()), told::toString);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "certs/ca.pem",
                "certs/ca.key",
                "certs/server.pem",
                "certs/hub.key",
                "certs/tester.pem",
                "cloud/shadows.json",
                "cloud/identity.jwk",
                "cloud/lwa.key"
            })
    void aFileBrokenByHandIsNamed(String name, @TempDir Path data) throws IOException {
        try (CloudHouse house = CloudHouse.start(inMemory(data))) {
            wish(house, 1);
        }
        Files.writeString(data.resolve(name), "broken");
        IOException told = assertThrows(IOException.class, () -> CloudHouse.start(inMemory(data)));
        assertTrue(told.toString().contains(data.resolve(name).toString()), told::toString);
        assertEquals("broken", Files.readString(data.resolve(name)));
    }

    private static CloudConfig inMemory(Path data) {
        return CloudConfig.local(data, 0, ISSUER).withTableInMemory();
    }

    private static void wish(CloudHouse house, int n) {
        house.desk().ask(ROUTING, ShadowAction.UPDATE, bytes("{\"state\":{\"desired\":{\"n\":" + n + "}}}"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
