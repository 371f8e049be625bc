package ensemble.house.broker;

/** An MQTT 3.1.1 message broker with mutual TLS that behaves like AWS IoT's. */
public interface Broker extends AutoCloseable {

    /** The port that is open. */
    int port();

    /**
     * Publishes in the cloud's name, at QoS 1, to whoever has subscribed. Returns at once; messages published by one
     * thread arrive in their order. Any thread may call.
     *
     * @param payload not to be changed afterwards
     */
    void publish(String topic, byte[] payload);

    /** Drops all connections and closes the port. */
    @Override
    void close();
}
