package ensemble.house;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import com.hivemq.client.mqtt.mqtt3.message.publish.Mqtt3Publish;
import ensemble.house.certs.Credential;
import ensemble.house.certs.HouseCerts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** A client over mutual TLS that waits for answers and never reconnects. */
public final class MqttTestClient implements AutoCloseable {
    private static final int SECONDS = 15;
    private static final char[] PASSWORD = "x".toCharArray();

    private final Mqtt3AsyncClient client;
    private final LinkedBlockingQueue<Received> received = new LinkedBlockingQueue<>();

    /** One message that came. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    public record Received(String topic, byte[] payload, boolean retained) {
        /** The payload as JSON. */
        public JsonNode json() {
            try {
                return new ObjectMapper().readTree(payload);
            } catch (IOException notJson) {
                throw new UncheckedIOException(notJson);
            }
        }
    }

    /** @param credential null to show no certificate */
    public MqttTestClient(int port, HouseCerts certs, @Nullable Credential credential, String clientId) {
        try {
            client = MqttClient.builder()
                    .useMqttVersion3()
                    .identifier(clientId)
                    .serverHost("127.0.0.1")
                    .serverPort(port)
                    .sslConfig()
                    .trustManagerFactory(trust(certs.authority().certificate()))
                    .keyManagerFactory(credential == null ? null : keys(credential, certs))
                    .handshakeTimeout(SECONDS, TimeUnit.SECONDS)
                    .applySslConfig()
                    .buildAsync();
        } catch (GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        client.publishes(
                com.hivemq.client.mqtt.MqttGlobalPublishFilter.ALL,
                publish -> received.add(
                        new Received(publish.getTopic().toString(), publish.getPayloadAsBytes(), publish.isRetain())));
    }

    /** Connects with a clean session. */
    public MqttTestClient connect() throws InterruptedException {
        return connect(true);
    }

    /** Connects. */
    public MqttTestClient connect(boolean clean) throws InterruptedException {
        await(client.connectWith().cleanSession(clean).keepAlive(30).send());
        return this;
    }

    /** Connects with a last will. */
    public MqttTestClient connectLeaving(String topic, String payload) throws InterruptedException {
        await(client.connectWith()
                .willPublish()
                .topic(topic)
                .payload(bytes(payload))
                .qos(MqttQos.AT_LEAST_ONCE)
                .applyWillPublish()
                .send());
        return this;
    }

    /** Subscribes at QoS 1. */
    public MqttTestClient subscribe(String... filters) throws InterruptedException {
        for (String filter : filters) {
            await(client.subscribeWith()
                    .topicFilter(filter)
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .send());
        }
        return this;
    }

    /** Publishes at QoS 1 and waits for the acknowledgement. */
    public void publish(String topic, String payload) throws InterruptedException {
        await(send(topic, bytes(payload), MqttQos.AT_LEAST_ONCE, false));
    }

    /** Publishes without waiting. */
    public CompletableFuture<?> send(String topic, byte[] payload, MqttQos qos, boolean retained) {
        return client.publish(Mqtt3Publish.builder()
                .topic(topic)
                .payload(payload)
                .qos(qos)
                .retain(retained)
                .build());
    }

    /** Publishes and never looks back. */
    public void throwOut(String topic, byte[] payload, MqttQos qos, boolean retained) {
        var unused = send(topic, payload, qos, retained);
    }

    /** The next message, whatever its topic. */
    public Received next() throws InterruptedException {
        Received message = received.poll(SECONDS, TimeUnit.SECONDS);
        if (message == null) {
            throw new AssertionError("no message came in " + SECONDS + " s");
        }
        return message;
    }

    /** The next message of a topic; those of others before it are thrown away. */
    public Received next(String topic) throws InterruptedException {
        Received message = next();
        while (!message.topic().equals(topic)) {
            message = next();
        }
        return message;
    }

    /** Whether the connection stands. */
    public boolean connected() {
        return client.getState().isConnected();
    }

    /** Says good-bye. */
    @Override
    public void close() {
        try {
            if (connected()) {
                await(client.disconnect());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void await(CompletableFuture<?> future) throws InterruptedException {
        try {
            future.get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static TrustManagerFactory trust(Certificate authority) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, PASSWORD);
        store.setCertificateEntry("ca", authority);
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory;
    }

    private static KeyManagerFactory keys(Credential credential, HouseCerts certs)
            throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, PASSWORD);
        store.setKeyEntry("key", credential.key(), PASSWORD, new Certificate[] {
            credential.certificate(), certs.authority().certificate()
        });
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, PASSWORD);
        return factory;
    }
}
