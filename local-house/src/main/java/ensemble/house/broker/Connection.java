package ensemble.house.broker;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One MQTT connection from CONNECT to its end.
 *
 * @param clientId as the client says
 * @param thing as its certificate says
 * @param sessionId unique
 * @param certificateId SHA-256 of its certificate
 * @param address the client's IP address
 * @param since when it was let in
 * @param requests shadow requests of this connection that wait for an answer
 */
public record Connection(
        String clientId,
        String thing,
        String sessionId,
        String certificateId,
        String address,
        Instant since,
        AtomicInteger requests) {}
