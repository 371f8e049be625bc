package ensemble.house.broker;

/** What happens at a broker. Called on its own threads, which must not be held up. */
public interface BrokerEvents {

    /** A client was let in. */
    void connected(Connection connection);

    /** A client that was let in is gone; told once for each connection. */
    void disconnected(Connection connection, DisconnectReason reason);

    /** A client published what it was allowed to. */
    void published(Connection connection, String topic, byte[] payload);

    /** A message went out to a client. */
    void delivered(int payloadBytes);

    /** A client acknowledged a message. */
    void acknowledged();
}
