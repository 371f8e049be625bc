package ensemble.house.broker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import ensemble.house.MqttTestClient;
import ensemble.house.RawMqtt;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every broker of the house must do, seen from outside, over real mutual TLS. */
abstract class BrokerContract {
    private static final String HUB = "speaker-box";
    private static final String ROUTING = "$aws/things/speaker-box/shadow/name/routing";
    private static final String PRESENCE = "$aws/events/presence/";

    private final Meter meter = new Meter();
    private final Rules rules = new Rules(meter);
    private HouseCerts certs;
    private Path folder;
    private CloudSide cloud;
    private Broker broker;

    /** Opens the broker under test on a free loopback port. */
    abstract Broker open(BrokerConfig config, BrokerEvents events) throws IOException;

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
    void aHubConnectsUnderItsOwnNameOnly() throws Exception {
        assertTrue(hub().connect().connected());
        Credential hub = certs.thing("hub", Instant.now());
        MqttTestClient pretender = new MqttTestClient(broker.port(), certs, hub, "other-box");
        assertThrows(IllegalStateException.class, pretender::connect);
        assertTrue(cloud.presence().isConnected(HUB));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ensemble/other-box/state",
                "anything",
                "$aws/things/other-box/shadow/name/routing/update",
                "$aws/things/speaker-box/shadow/name/routing/delete",
                "$aws/things/speaker-box/shadow/name/routing/update/delta",
                "$aws/events/presence/connected/other-box",
                "ensemble/speaker-box/a/b/c/d/e/f/g"
            })
    void aForbiddenPublishEndsTheConnectionAndReachesNobody(String topic) throws Exception {
        try (MqttTestClient tester = tester().subscribe("#", "$aws/things/#", PRESENCE + "connected/other-box");
                MqttTestClient hub = hub().connect()) {
            hub.throwOut(topic, bytes("x"), MqttQos.AT_MOST_ONCE, false);
            Until.so("the hub is dropped", () -> !hub.connected());
            tester.publish("ensemble/proof", "only this");
            assertEquals("ensemble/proof", tester.next().topic());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"#", "$aws/things/+/shadow/#", "$aws/things/other-box/shadow/get/accepted", "ensemble/+/x"})
    void aForbiddenSubscribeEndsTheConnection(String filter) throws Exception {
        try (MqttTestClient hub = hub().connect()) {
            assertThrows(IllegalStateException.class, () -> hub.subscribe(filter));
            Until.so("the hub is dropped", () -> !hub.connected());
        }
    }

    @Test
    void qualityOfService2IsRefused() throws Exception {
        try (MqttTestClient tester = tester()) {
            tester.throwOut("ensemble/x", bytes("x"), MqttQos.EXACTLY_ONCE, false);
            Until.so("the tester is dropped", () -> !tester.connected());
        }
    }

    @Test
    void aBodyOver128KbEndsTheConnection() throws Exception {
        try (MqttTestClient tester = tester().subscribe("ensemble/x")) {
            tester.throwOut("ensemble/x", new byte[128 * 1024], MqttQos.AT_LEAST_ONCE, false);
            assertEquals(128 * 1024, tester.next().payload().length);
            tester.throwOut("ensemble/x", new byte[128 * 1024 + 1], MqttQos.AT_LEAST_ONCE, false);
            Until.so("the tester is dropped", () -> !tester.connected());
        }
    }

    @Test
    void whoHasNoNameIsGivenOne() throws Exception {
        Credential tester = certs.thing("tester", Instant.now());
        try (MqttTestClient listening = tester().subscribe(PRESENCE + "connected/#");
                MqttTestClient nameless = new MqttTestClient(broker.port(), certs, tester, "").connect()) {
            nameless.subscribe("ensemble/x").publish("ensemble/x", "hello");
            assertEquals("ensemble/x", nameless.next().topic());
            String told = listening.next().json().path("clientId").asText();
            assertTrue(told.startsWith("$GEN/") || told.equals("the-tester"), told);
        }
        Credential hub = certs.thing("hub", Instant.now());
        assertThrows(IllegalStateException.class, () -> new MqttTestClient(broker.port(), certs, hub, "").connect());
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
    void comingAndGoingIsTold() throws Exception {
        try (MqttTestClient tester = tester().subscribe(PRESENCE + "#")) {
            hub().connect().close();
            JsonNode came = tester.next(PRESENCE + "connected/" + HUB).json();
            JsonNode went = tester.next(PRESENCE + "disconnected/" + HUB).json();
            assertEquals(
                    "CLIENT_INITIATED_DISCONNECT", went.path("disconnectReason").asText());
            assertTrue(went.path("clientInitiatedDisconnect").asBoolean());
            for (String same : new String[] {"clientId", "sessionIdentifier", "principalIdentifier", "versionNumber"}) {
                assertEquals(came.path(same), went.path(same), same);
            }
            assertEquals(64, came.path("principalIdentifier").asText().length());
            assertEquals("127.0.0.1", came.path("ipAddress").asText());
        }
    }

    @Test
    void aClientThatVanishesIsMissedAndItsWillIsDone() throws Exception {
        try (MqttTestClient tester = tester().subscribe(PRESENCE + "disconnected/#", "ensemble/speaker-box/gone")) {
            try (RawMqtt hub = new RawMqtt(broker.port(), certs, certs.thing("hub", Instant.now()))) {
                assertEquals(0, hub.connect(HUB, "ensemble/speaker-box/gone", "lost"));
                Until.so("the hub is there", () -> cloud.presence().isConnected(HUB));
            }
            Until.so("the hub is missed", () -> !cloud.presence().isConnected(HUB));
            MqttTestClient.Received first = tester.next();
            MqttTestClient.Received second = tester.next();
            boolean willFirst = first.topic().startsWith("ensemble");
            JsonNode went = (willFirst ? second : first).json();
            assertArrayEquals(bytes("lost"), (willFirst ? first : second).payload());
            assertEquals("CONNECTION_LOST", went.path("disconnectReason").asText());
            assertFalse(went.path("clientInitiatedDisconnect").asBoolean());
        }
    }

    @Test
    void aWillThatThePolicyForbidsKeepsItsClientOut() throws Exception {
        try (RawMqtt hub = new RawMqtt(broker.port(), certs, certs.thing("hub", Instant.now()))) {
            assertEquals(5, hub.connect(HUB, "ensemble/other-box/gone", "lost"));
            assertTrue(hub.isHungUp());
        }
    }

    @Test
    void theNewerOfTwoWithOneNameStays() throws Exception {
        try (MqttTestClient tester = tester().subscribe(PRESENCE + "#");
                MqttTestClient older = hub().connect()) {
            long first = tester.next(PRESENCE + "connected/" + HUB)
                    .json()
                    .path("versionNumber")
                    .asLong();
            try (MqttTestClient newer = hub().connect()) {
                Until.so("the older is dropped", () -> !older.connected());
                JsonNode went = tester.next(PRESENCE + "disconnected/" + HUB).json();
                assertEquals("DUPLICATE_CLIENTID", went.path("disconnectReason").asText());
                assertEquals(first, went.path("versionNumber").asLong());
                JsonNode came = tester.next(PRESENCE + "connected/" + HUB).json();
                assertTrue(came.path("versionNumber").asLong() > first, came::toString);
                assertTrue(newer.connected());
                newer.subscribe("ensemble/speaker-box/x");
                tester.publish("ensemble/speaker-box/x", "still served");
                assertEquals("ensemble/speaker-box/x", newer.next().topic());
            }
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
            Until.so("the hub is away", () -> !cloud.presence().isConnected(HUB));
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

    @Test
    void messagesAndTheirAcknowledgementsAreCounted() throws Exception {
        try (MqttTestClient tester = tester().subscribe("ensemble/x")) {
            double before = meter.document().path("messages").asDouble();
            tester.publish("ensemble/x", "y".repeat(5 * 1024 + 1));
            tester.next();
            Until.so(
                    "2 units in, 2 units out, 1 PUBACK",
                    () -> meter.document().path("messages").asDouble() - before == 5);
        }
    }

    private static void assertRejected(MqttTestClient tester, String action, String body, int code) throws Exception {
        tester.publish(ROUTING + "/" + action, body);
        JsonNode error = tester.next(ROUTING + "/" + action + "/rejected").json();
        assertEquals(code, error.path("code").asInt(), error::toString);
        assertEquals(body.contains("clientToken"), error.has("clientToken"), error::toString);
    }

    private MqttTestClient tester() throws IOException, InterruptedException {
        return new MqttTestClient(broker.port(), certs, certs.thing("tester", Instant.now()), "the-tester").connect();
    }

    private MqttTestClient hub() throws IOException {
        return new MqttTestClient(broker.port(), certs, certs.thing("hub", Instant.now()), HUB);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
