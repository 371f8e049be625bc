package ensemble.house.broker;

import ensemble.house.certs.HouseCerts;
import io.netty.channel.Channel;
import io.netty.handler.ssl.SslHandler;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import javax.net.ssl.SSLPeerUnverifiedException;

/** What all connections of one broker share: who is in under which client id, and whom to tell. Thread-safe. */
final class Gate {
    private final Function<String, Policy> policies;
    private final BrokerEvents events;
    private final InstantSource clock;
    private final ConcurrentMap<String, Admitted> inside = new ConcurrentHashMap<>();

    private final ConcurrentMap<String, Filters> filters = new ConcurrentHashMap<>();

    private record Admitted(Connection connection, Channel channel) {}

    Gate(Function<String, Policy> policies, BrokerEvents events, InstantSource clock) {
        this.policies = policies;
        this.events = events;
        this.clock = clock;
    }

    BrokerEvents events() {
        return events;
    }

    /** TLS has made sure that there is a certificate and that the house's authority signed it. */
    Principal identify(Channel channel, String clientId) {
        try {
            X509Certificate certificate = (X509Certificate) channel.pipeline()
                    .get(SslHandler.class)
                    .engine()
                    .getSession()
                    .getPeerCertificates()[0];
            String thing =
                    HouseCerts.commonName(certificate.getSubjectX500Principal().getName());
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return new Principal(thing, clientId, HexFormat.of().formatHex(digest), policies.apply(thing));
        } catch (SSLPeerUnverifiedException | GeneralSecurityException impossible) {
            throw new IllegalStateException("a connection got past TLS without a certificate", impossible);
        }
    }

    Connection connection(Principal principal, Channel channel) {
        InetSocketAddress remote = (InetSocketAddress) channel.remoteAddress();
        return new Connection(
                principal.clientId(),
                principal.thing(),
                UUID.randomUUID().toString(),
                principal.certificateId(),
                remote.getAddress().getHostAddress(),
                clock.instant(),
                new AtomicInteger());
    }

    /** The filters of a client's session, which may outlive its connection. */
    Filters filters(String clientId) {
        return filters.computeIfAbsent(clientId, id -> new Filters());
    }

    /** A client with this id comes: the one that is in goes, and is told before the newer one is. */
    void supersede(String clientId) {
        Admitted older = inside.remove(clientId);
        if (older != null) {
            events.disconnected(older.connection(), DisconnectReason.DUPLICATE_CLIENTID);
            var unused = older.channel().close();
        }
    }

    void admitted(Connection connection, Channel channel) {
        supersede(connection.clientId());
        inside.put(connection.clientId(), new Admitted(connection, channel));
        events.connected(connection);
    }

    /** Told for every connection that ends, also for those never admitted or already told of. */
    void left(Connection connection, Channel channel, DisconnectReason reason) {
        if (inside.remove(connection.clientId(), new Admitted(connection, channel))) {
            events.disconnected(connection, reason);
        }
    }

    /** The house closes. */
    void dismissAll() {
        inside.values()
                .forEach(each -> left(each.connection(), each.channel(), DisconnectReason.SERVER_INITIATED_DISCONNECT));
    }
}
