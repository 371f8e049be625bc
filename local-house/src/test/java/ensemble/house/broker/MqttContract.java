package ensemble.house.broker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import ensemble.house.MqttTestClient;
import ensemble.house.Until;
import ensemble.house.certs.Credential;
import ensemble.house.certs.HouseCerts;
import ensemble.house.meter.Meter;
import ensemble.house.rules.Rules;
import ensemble.house.shadow.ShadowService;
import ensemble.house.shadow.ShadowStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What any MQTT broker must do for the device shadows to work on it, seen from outside, over real mutual TLS. */
abstract class MqttContract {
    static final String HUB = "speaker-box";
    private static final String ROUTING = "$aws/things/speaker-box/shadow/name/routing";

    final Meter meter = new Meter();
    private final Rules rules = new Rules(meter);
    HouseCerts certs;
    private Path folder;
    CloudSide cloud;
    Broker broker;

    /** Opens the broker under test on a free loopback port. */
    abstract Broker open(BrokerConfig config, BrokerEvents events) throws IOException;

    /** Waits until the broker has noticed that the hub is away, where it tells. */
    abstract void awaitHubAway();

    @BeforeEach
    void start(@TempDir Path temporary) throws IOException {
        folder = temporary;
        certs = HouseCerts.prepare(folder, HUB, Instant.now());
        ShadowService shadows = new ShadowService(InstantSource.system(), ShadowStore.forgetful());
        cloud = new CloudSide(shadows, rules, meter, InstantSource.system());
        broker = open(new BrokerConfig("127.0.0.1", 0, certs, Policies.ofThisHouse()), cloud);
        cloud.serve(broker);
    }

    @AfterEach
    void stop() {
        broker.close();
        cloud.close();
        rules.close();
    }

    @Test
    void withoutACertificateNobodyGetsIn() {
        MqttTestClient nobody = new MqttTestClient(broker.port(), certs, null, HUB);
        assertThrows(IllegalStateException.class, nobody::connect);
    }

    @Test
    void aCertificateOfAnotherHouseDoesNotOpenThisOne() throws IOException {
        Credential foreign =
                HouseCerts.prepare(folder.resolve("other"), HUB, Instant.now()).thing("hub", Instant.now());
        assertThrows(
                IllegalStateException.class, () -> new MqttTestClient(broker.port(), certs, foreign, HUB).connect());
    }

    @Test
    void qualityOfService2IsRefused() throws Exception {
        try (MqttTestClient tester = tester()) {
            tester.throwOut("ensemble/x", bytes("x"), MqttQos.EXACTLY_ONCE, false);
            Until.so("the tester is dropped", () -> !tester.connected());
        }
    }

    @Test
    void aWishTravelsToTheHubAndItsReportBack() throws Exception {
        try (MqttTestClient hub = hub().connect();
                MqttTestClient tester = tester()) {
            hub.subscribe(ROUTING + "/update/delta", ROUTING + "/get/accepted");
            tester.subscribe(ROUTING + "/update/accepted", ROUTING + "/update/documents");
            tester.publish(ROUTING + "/update", "{\"state\":{\"desired\":{\"n\":1}},\"clientToken\":\"t\"}");
            JsonNode delta = hub.next(ROUTING + "/update/delta").json();
            assertEquals("{\"n\":1}", delta.path("state").toString());
            assertEquals(1, delta.path("version").asLong());
            hub.publish(ROUTING + "/update", "{\"state\":{\"reported\":{\"n\":1}}}");
            assertEquals(
                    "t",
                    tester.next(ROUTING + "/update/accepted")
                            .json()
                            .path("clientToken")
                            .asText());
            JsonNode second = tester.next(ROUTING + "/update/documents").json();
            assertTrue(second.path("previous").isMissingNode(), second::toString);
            JsonNode third = tester.next(ROUTING + "/update/documents").json();
            assertEquals(1, third.at("/current/state/reported/n").asInt());
            hub.publish(ROUTING + "/get", "");
            JsonNode whole = hub.next(ROUTING + "/get/accepted").json();
            assertEquals(2, whole.path("version").asLong());
            assertTrue(whole.at("/state/delta").isMissingNode(), whole::toString);
        }
    }

    @Test
    void whatTheShadowRefusesIsToldOnRejected() throws Exception {
        try (MqttTestClient tester = tester().subscribe(ROUTING + "/+/rejected")) {
            assertRejected(tester, "get", "", 404);
            assertRejected(tester, "delete", "", 404);
            assertRejected(tester, "update", "{\"state\":{},\"version\":7,\"clientToken\":\"c\"}", 409);
            assertRejected(tester, "update", "{\"state\":{\"desired\":{\"x\":\"" + "y".repeat(8192) + "\"}}}", 413);
            assertRejected(tester, "update", "{", 400);
        }
    }

    @Test
    void aMessageMayBeKeptForThoseWhoComeLater() throws Exception {
        try (MqttTestClient tester = tester();
                MqttTestClient hub = hub().connect()) {
            tester.send("ensemble/speaker-box/kept", bytes("v"), MqttQos.AT_LEAST_ONCE, true)
                    .get();
            hub.subscribe("ensemble/speaker-box/#");
            MqttTestClient.Received kept = hub.next();
            assertEquals("ensemble/speaker-box/kept", kept.topic());
            assertArrayEquals(bytes("v"), kept.payload());
        }
    }

    @Test
    void whoStaysSubscribedGetsWhatWasMissed() throws Exception {
        try (MqttTestClient tester = tester()) {
            hub().connect(false).subscribe(ROUTING + "/update/delta").close();
            awaitHubAway();
            tester.publish(ROUTING + "/update", "{\"state\":{\"desired\":{\"n\":5}}}");
            try (MqttTestClient hub = hub().connect(false)) {
                assertEquals(
                        5,
                        hub.next(ROUTING + "/update/delta")
                                .json()
                                .at("/state/n")
                                .asInt());
            }
        }
    }

    private static void assertRejected(MqttTestClient tester, String action, String body, int code) throws Exception {
        tester.publish(ROUTING + "/" + action, body);
        JsonNode error = tester.next(ROUTING + "/" + action + "/rejected").json();
        assertEquals(code, error.path("code").asInt(), error::toString);
        assertEquals(body.contains("clientToken"), error.has("clientToken"), error::toString);
    }

    MqttTestClient tester() throws IOException, InterruptedException {
        return new MqttTestClient(broker.port(), certs, certs.thing("tester", Instant.now()), "the-tester").connect();
    }

    MqttTestClient hub() throws IOException {
        return new MqttTestClient(broker.port(), certs, certs.thing("hub", Instant.now()), HUB);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
