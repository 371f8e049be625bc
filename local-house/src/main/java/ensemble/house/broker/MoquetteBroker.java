package ensemble.house.broker;

import ensemble.house.certs.Credential;
import ensemble.house.certs.HouseCerts;
import io.moquette.BrokerConstants;
import io.moquette.broker.Server;
import io.moquette.broker.config.IConfig;
import io.moquette.broker.config.MemoryConfig;
import io.moquette.broker.security.PermitAllAuthorizatorPolicy;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.List;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.net.ssl.SSLException;

/**
 * Moquette inside this process: it keeps sessions, subscriptions and retained messages (in memory; a persistent session
 * lives an hour after its client left, as in AWS IoT); a {@link Guard} before each connection decides.
 */
public final class MoquetteBroker implements Broker {
    /** Held, because the logging system forgets levels of loggers that nobody holds. */
    private static final List<Logger> QUIET =
            List.of(Logger.getLogger("io.moquette"), Logger.getLogger("io.netty.bootstrap"));

    private final Server server;
    private final Gate gate;
    private final Channel listener;
    private volatile boolean closed;

    private MoquetteBroker(Server server, Gate gate, Channel listener) {
        this.server = server;
        this.gate = gate;
        this.listener = listener;
    }

    /**
     * Opens the port.
     *
     * @throws IOException if the port is busy
     * @throws IllegalStateException if Netty's extensions are switched off: see {@link GuardExtension}
     */
    public static MoquetteBroker open(BrokerConfig config, BrokerEvents events, InstantSource clock)
            throws IOException {
        QUIET.forEach(logger -> logger.setLevel(Level.SEVERE));
        if (System.getProperty(GuardExtension.SWITCH) == null) {
            System.setProperty(GuardExtension.SWITCH, "serviceload");
        }
        SslContext tls = tls(config.certs());
        Gate gate = new Gate(config.policies(), events, clock);
        Server server = new Server();
        try {
            Channel listener = GuardExtension.during(gate, () -> start(server, config, tls));
            return new MoquetteBroker(server, gate, listener);
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        } catch (RuntimeException failed) {
            if (failed.getCause() instanceof BindException) {
                throw new IOException(
                        "the port " + config.port() + " for MQTT is busy; stop what uses it or choose another one",
                        failed);
            }
            server.stopServer();
            throw failed;
        }
    }

    @Override
    public int port() {
        return ((InetSocketAddress) listener.localAddress()).getPort();
    }

    @Override
    public void publish(String topic, byte[] payload) {
        if (closed) {
            return;
        }
        server.internalPublish(
                MqttMessageBuilders.publish()
                        .topicName(topic)
                        .qos(MqttQoS.AT_LEAST_ONCE)
                        .payload(Unpooled.wrappedBuffer(payload))
                        .build(),
                "cloud");
    }

    @Override
    public void close() {
        closed = true;
        listener.close().syncUninterruptibly();
        gate.dismissAll();
        // Netty takes two quiet seconds to end its threads; the port is free and everybody is told already.
        Thread.ofPlatform().name("moquette-stop").start(server::stopServer);
    }

    private static void start(Server server, BrokerConfig config, SslContext tls) {
        Properties settings = new Properties();
        settings.setProperty(IConfig.HOST_PROPERTY_NAME, config.host());
        settings.setProperty(IConfig.PORT_PROPERTY_NAME, BrokerConstants.DISABLED_PORT_BIND);
        settings.setProperty(IConfig.SSL_PORT_PROPERTY_NAME, Integer.toString(config.port()));
        settings.setProperty(BrokerConstants.NEED_CLIENT_AUTH, "true");
        settings.setProperty(IConfig.ALLOW_ANONYMOUS_PROPERTY_NAME, "true");
        settings.setProperty(IConfig.PERSISTENCE_ENABLED_PROPERTY_NAME, "false");
        settings.setProperty(IConfig.ENABLE_TELEMETRY_NAME, "false");
        settings.setProperty(IConfig.PERSISTENT_CLIENT_EXPIRATION_PROPERTY_NAME, "1h");
        settings.setProperty(
                IConfig.NETTY_MAX_BYTES_PROPERTY_NAME, Integer.toString(TopicRules.MAX_PAYLOAD_BYTES + 1024));
        try {
            server.startServer(
                    new MemoryConfig(settings), List.of(), () -> tls, null, new PermitAllAuthorizatorPolicy());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static SslContext tls(HouseCerts certs) {
        Credential shown = certs.server();
        try {
            return SslContextBuilder.forServer(
                            shown.key(), shown.certificate(), certs.authority().certificate())
                    .sslProvider(SslProvider.JDK)
                    .trustManager(certs.authority().certificate())
                    .clientAuth(ClientAuth.REQUIRE)
                    .protocols("TLSv1.3", "TLSv1.2")
                    .build();
        } catch (SSLException impossible) {
            throw new IllegalStateException("checked certificates make a TLS context", impossible);
        }
    }
}
