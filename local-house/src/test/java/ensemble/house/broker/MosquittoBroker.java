package ensemble.house.broker;

import ensemble.house.MqttTestClient;
import ensemble.house.certs.Credential;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Debian's mosquitto in a process of its own, with the cloud as one of its clients: what is published on a shadow's topics
 * reaches the cloud as it would reach any subscriber, and its answers go out the same way. It knows neither AWS's policies
 * nor presence; each name may do what an access list says.
 */
final class MosquittoBroker implements Broker {
    private static final String CLOUD = "cloud";

    private final Process process;
    private final MqttTestClient client;
    private final Thread listening;
    private final int port;
    private volatile boolean closed;

    private MosquittoBroker(Process process, MqttTestClient client, int port, BrokerEvents events) {
        this.process = process;
        this.client = client;
        this.port = port;
        Connection somebody = new Connection(
                "somebody", "somebody", "mosquitto", "unknown", "127.0.0.1", Instant.now(), new AtomicInteger());
        listening = Thread.ofPlatform().daemon().name("mosquitto-cloud").start(() -> listen(somebody, events));
    }

    static Broker open(Path folder, BrokerConfig config, BrokerEvents events) throws IOException {
        int port = freePort();
        Credential server = config.certs().server();
        pem(folder.resolve("ca.pem"), "CERTIFICATE", encoded(config.certs().authority()));
        pem(folder.resolve("server.pem"), "CERTIFICATE", encoded(server));
        pem(folder.resolve("server.key"), "PRIVATE KEY", server.key().getEncoded());
        Files.write(
                folder.resolve("access"),
                List.of(
                        "user " + CLOUD,
                        "topic readwrite #",
                        "topic readwrite $aws/#",
                        "user tester",
                        "topic readwrite #",
                        "topic readwrite $aws/#",
                        "user speaker-box",
                        "topic readwrite ensemble/speaker-box/#",
                        "topic readwrite $aws/things/speaker-box/shadow/#"));
        Files.write(
                folder.resolve("mosquitto.conf"),
                List.of(
                        "listener " + port + " 127.0.0.1",
                        "cafile " + folder.resolve("ca.pem"),
                        "certfile " + folder.resolve("server.pem"),
                        "keyfile " + folder.resolve("server.key"),
                        "require_certificate true",
                        "use_identity_as_username true",
                        "acl_file " + folder.resolve("access"),
                        "max_qos 1",
                        "message_size_limit " + TopicRules.MAX_PAYLOAD_BYTES,
                        "persistence false",
                        "user root"));
        Process process = new ProcessBuilder(
                        "mosquitto", "-c", folder.resolve("mosquitto.conf").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("mosquitto.log").toFile())
                .start();
        awaitOpen(port, process, folder.resolve("mosquitto.log"));
        try {
            MqttTestClient client = new MqttTestClient(
                            port, config.certs(), config.certs().thing(CLOUD, Instant.now()), CLOUD)
                    .connect()
                    .subscribe("$aws/things/+/shadow/#");
            return new MosquittoBroker(process, client, port, events);
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            throw new IOException(interrupted);
        }
    }

    private void listen(Connection from, BrokerEvents events) {
        try {
            while (!closed) {
                MqttTestClient.Received message = client.next();
                events.published(from, message.topic(), message.payload());
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } catch (AssertionError nothingForAWhile) {
            listen(from, events);
        }
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void publish(String topic, byte[] payload) {
        if (!closed) {
            client.throwOut(topic, payload, com.hivemq.client.mqtt.datatypes.MqttQos.AT_LEAST_ONCE, false);
        }
    }

    @Override
    public void close() {
        closed = true;
        listening.interrupt();
        client.close();
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        }
    }

    private static void awaitOpen(int port, Process process, Path log) throws IOException {
        while (process.isAlive()) {
            try (Socket open = new Socket(InetAddress.getLoopbackAddress(), port)) {
                if (open.isConnected()) {
                    return;
                }
            } catch (IOException notYet) {
                java.util.concurrent.locks.LockSupport.parkNanos(5_000_000);
            }
        }
        throw new IOException("mosquitto ended: " + Files.readString(log));
    }

    private static byte[] encoded(Credential credential) {
        try {
            return credential.certificate().getEncoded();
        } catch (java.security.cert.CertificateEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void pem(Path file, String kind, byte[] der) throws IOException {
        String body = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(der);
        Files.writeString(file, "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n");
    }
}
