package ensemble.gateway.shadow.iot;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.lifecycle.MqttClientConnectedContext;
import com.hivemq.client.mqtt.lifecycle.MqttClientDisconnectedContext;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import com.hivemq.client.mqtt.mqtt3.Mqtt3Client;
import com.hivemq.client.mqtt.mqtt3.message.publish.Mqtt3Publish;
import ensemble.contract.id.HubId;
import ensemble.contract.shadow.ShadowFormatException;
import ensemble.contract.shadow.ShadowName;
import ensemble.gateway.config.GatewayConfig;
import ensemble.gateway.shadow.DesiredInbox;
import ensemble.gateway.shadow.ReportedOutbox;
import ensemble.gateway.time.Clocks;
import ensemble.gateway.wake.Waker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The shadow ports over MQTT 3.1.1 with mutual TLS. On every connection it first listens, then asks for the whole of each
 * shadow with a desired part, and then says everything it has to report: nothing that happened in between can be missed.
 *
 * <p>Callbacks come on the client's own threads; state is guarded by {@code this}.
 */
public final class MqttShadows implements ReportedOutbox, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MqttShadows.class);
    private static final List<ShadowName> WITH_DESIRED =
            List.of(ShadowName.CONFIG, ShadowName.ROUTING, ShadowName.LINK);
    private static final int KEEP_ALIVE_SECONDS = 30;

    // for the process
    private final Topics topics;
    private final DesiredInbox inbox;
    private final Waker waker;
    private final Clocks clocks;
    private final Backoff backoff;
    private final Mqtt3AsyncClient client;
    private final Map<ShadowName, ObjectNode> newest = new EnumMap<>(ShadowName.class);

    // for the connection
    private final Map<ShadowName, ObjectNode> sent = new EnumMap<>(ShadowName.class);
    private boolean connected;
    private long sinceNanos;
    private int failures;
    private long gapSeconds;
    private boolean closing;

    public MqttShadows(
            HubId hub, GatewayConfig.Mqtt mqtt, DesiredInbox inbox, Waker waker, Clocks clocks, RandomGenerator random)
            throws IOException, GeneralSecurityException {
        this.topics = new Topics(hub);
        this.inbox = inbox;
        this.waker = waker;
        this.clocks = clocks;
        this.backoff = new Backoff(random);
        this.sinceNanos = clocks.nanos();
        this.client = Mqtt3Client.builder()
                .identifier(hub.value())
                .serverHost(mqtt.host())
                .serverPort(mqtt.port())
                .sslConfig()
                .keyManagerFactory(Pem.identity(mqtt))
                .trustManagerFactory(Pem.trust(mqtt))
                .applySslConfig()
                .addConnectedListener(this::onConnected)
                .addDisconnectedListener(this::onDisconnected)
                .buildAsync();
    }

    /** Starts connecting, and goes on for as long as the box runs. */
    public void start() {
        var unused = client.connectWith()
                .cleanSession(true)
                .keepAlive(KEEP_ALIVE_SECONDS)
                .send()
                .whenComplete((ack, failed) -> {
                    if (failed != null) {
                        LOG.debug("first connection: {}", failed.toString());
                    }
                });
    }

    @Override
    public synchronized boolean connected() {
        return connected;
    }

    @Override
    public synchronized void say(ShadowName shadow, ObjectNode reported) {
        newest.put(shadow, reported);
        if (connected) {
            sendIfNews(shadow);
        }
    }

    private void sendIfNews(ShadowName shadow) {
        ObjectNode reported = newest.get(shadow);
        if (reported == null || reported.equals(sent.get(shadow))) {
            return;
        }
        sent.put(shadow, reported);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putObject("state").set("reported", reported);
        var unused = publish(topics.of(shadow, "update"), body.toString(), MqttQos.AT_LEAST_ONCE)
                .whenComplete((ack, failed) -> {
                    if (failed != null) {
                        forget(shadow, reported);
                    }
                });
    }

    private synchronized void forget(ShadowName shadow, ObjectNode unsent) {
        sent.remove(shadow, unsent);
    }

    private CompletableFuture<Mqtt3Publish> publish(String topic, String body, MqttQos qos) {
        return client.publishWith()
                .topic(topic)
                .payload(body.getBytes(StandardCharsets.UTF_8))
                .qos(qos)
                .send();
    }

    private void onConnected(MqttClientConnectedContext context) {
        synchronized (this) {
            gapSeconds = TimeUnit.NANOSECONDS.toSeconds(clocks.nanos() - sinceNanos);
            sinceNanos = clocks.nanos();
            sent.clear();
        }
        LOG.info("Connected to the cloud");
        for (ShadowName shadow : WITH_DESIRED) {
            var unused = subscribe(shadow, "get/accepted", MqttQos.AT_MOST_ONCE)
                    .thenCompose(done -> subscribe(shadow, "get/rejected", MqttQos.AT_MOST_ONCE))
                    .thenCompose(done -> subscribe(shadow, "update/delta", MqttQos.AT_MOST_ONCE))
                    .thenCompose(done -> publish(topics.of(shadow, "get"), "", MqttQos.AT_LEAST_ONCE))
                    .whenComplete((done, failed) -> {
                        if (failed != null) {
                            LOG.warn("Cannot listen to the {} shadow: {}", shadow.wire(), failed.toString());
                        }
                    });
        }
        synchronized (this) {
            connected = true;
            newest.keySet().forEach(this::sendIfNews);
        }
        waker.wake();
    }

    private CompletableFuture<?> subscribe(ShadowName shadow, String rest, MqttQos qos) {
        return client.subscribeWith()
                .topicFilter(topics.of(shadow, rest))
                .qos(qos)
                .callback(message -> receive(shadow, rest, message.getPayloadAsBytes()))
                .send();
    }

    private void receive(ShadowName shadow, String rest, byte[] payload) {
        boolean delta = rest.endsWith("delta");
        long gap;
        synchronized (this) {
            gap = delta ? 0 : gapSeconds;
        }
        try {
            if (rest.endsWith("rejected")) {
                rejected(shadow, payload);
                return;
            }
            switch (shadow) {
                case ROUTING ->
                    ShadowMessages.routing(payload, delta, gap, clocks.nanos()).ifPresent(inbox::routing);
                case CONFIG ->
                    ShadowMessages.config(payload, delta, clocks.nanos())
                            .ifPresentOrElse(inbox::config, delta ? () -> {} : inbox::noHouse);
                case LINK -> ShadowMessages.link(payload, delta, clocks.nanos()).ifPresent(inbox::ask);
                case SYNC, HEALTH -> {
                    // Nothing is desired of these.
                }
            }
        } catch (ShadowFormatException poison) {
            LOG.warn("A {} message breaks the contract and is left aside: {}", shadow.wire(), poison.getMessage());
        }
    }

    private void rejected(ShadowName shadow, byte[] payload) throws ShadowFormatException {
        if (shadow == ShadowName.CONFIG && ShadowMessages.isAbsent(payload)) {
            inbox.noHouse();
        }
    }

    private synchronized void onDisconnected(MqttClientDisconnectedContext context) {
        boolean goodSession = connected && clocks.nanos() - sinceNanos > Backoff.GOOD_SESSION_NANOS;
        if (connected) {
            LOG.warn("The cloud is gone: {}", context.getCause().toString());
            sinceNanos = clocks.nanos();
        }
        connected = false;
        failures = goodSession ? 1 : failures + 1;
        if (!closing) {
            context.getReconnector().reconnect(true).delay(backoff.delayMillis(failures), TimeUnit.MILLISECONDS);
        }
        waker.wake();
    }

    /** Says good-bye; what was said last has been sent or will be said after the next start. */
    @Override
    public void close() {
        synchronized (this) {
            closing = true;
        }
        client.disconnect()
                .orTimeout(2, TimeUnit.SECONDS)
                .exceptionally(failed -> null)
                .join();
    }
}
