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
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What makes a broker behave like AWS IoT's: names, policies, presence, metering. */
abstract class IotBrokerContract extends MqttContract {
    private static final String PRESENCE = "$aws/events/presence/";

    @Override
    final void awaitHubAway() {
        Until.so("the hub is away", () -> !cloud.presence().isConnected(HUB));
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
}
