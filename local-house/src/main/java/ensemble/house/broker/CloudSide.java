package ensemble.house.broker;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.house.meter.Meter;
import ensemble.house.rules.Rules;
import ensemble.house.shadow.Answer;
import ensemble.house.shadow.Fault;
import ensemble.house.shadow.Publication;
import ensemble.house.shadow.ShadowAction;
import ensemble.house.shadow.ShadowDesk;
import ensemble.house.shadow.ShadowKey;
import ensemble.house.shadow.ShadowService;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * The cloud behind the broker: answers shadow requests, publishes presence events, feeds the rules, counts. Works off what
 * happens on one thread of its own, in order, so that no connection waits for the disk.
 */
public final class CloudSide implements BrokerEvents, AutoCloseable {
    private static final int MAX_IN_FLIGHT = 10;

    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("cloud").factory());
    private final ShadowDesk desk;
    private final Presence presence;
    private final Rules rules;
    private final Meter meter;
    private final InstantSource clock;
    private volatile @Nullable Broker broker;

    /** A cloud without a broker yet: {@link #serve} gives it one. */
    public CloudSide(ShadowService shadows, Rules rules, Meter meter, InstantSource clock) {
        this.desk = new ShadowDesk(shadows, this::publish, meter);
        this.presence = new Presence(clock);
        this.rules = rules;
        this.meter = meter;
        this.clock = clock;
        meter.openConnections(presence::openMillis);
    }

    /** From now on messages go out through this broker. */
    public void serve(Broker opened) {
        broker = opened;
    }

    /** Where shadow requests that come over REST are served, too. */
    public ShadowDesk desk() {
        return desk;
    }

    /** Who is connected. */
    public Presence presence() {
        return presence;
    }

    /**
     * A message that came over REST: a shadow request is served as if it had come over MQTT.
     *
     * @return whether the topic may be published on
     */
    public boolean publish(String topic, byte[] payload) {
        if (!TopicRules.mayBePublished(topic)) {
            return false;
        }
        meter.message(payload.length);
        send(topic, payload);
        ShadowTopic.parse(topic).ifPresent(request -> later(() -> answer(request, payload)));
        return true;
    }

    @Override
    public void connected(Connection connection) {
        later(() -> tell(connection, "connected", presence.came(connection)));
    }

    @Override
    public void disconnected(Connection connection, DisconnectReason reason) {
        later(() -> {
            meter.connectionEnded(presence.millis(connection));
            tell(connection, "disconnected", presence.went(connection, reason));
        });
    }

    @Override
    public void published(Connection connection, String topic, byte[] payload) {
        meter.message(payload.length);
        ShadowTopic.parse(topic).ifPresent(request -> {
            boolean tooMany = connection.requests().incrementAndGet() > MAX_IN_FLIGHT;
            later(() -> {
                connection.requests().decrementAndGet();
                if (tooMany) {
                    reject(
                            request,
                            new Answer.Rejected(Fault.TOO_MANY, clock.instant().getEpochSecond(), null));
                } else {
                    answer(request, payload);
                }
            });
        });
    }

    @Override
    public void delivered(int payloadBytes) {
        meter.message(payloadBytes);
    }

    @Override
    public void acknowledged() {
        meter.message(0);
    }

    /** Finishes what was begun. */
    @Override
    public void close() {
        thread.close();
    }

    private void answer(ShadowTopic request, byte[] payload) {
        switch (desk.ask(request.key(), request.action(), payload)) {
            case Answer.Rejected rejected -> reject(request, rejected);
            case Answer.Accepted accepted -> {
                if (request.action() == ShadowAction.GET) {
                    send(request.answered("accepted"), bytes(accepted.response()));
                }
            }
        }
    }

    private void reject(ShadowTopic request, Answer.Rejected rejected) {
        send(request.answered("rejected"), bytes(rejected.document()));
    }

    private void publish(ShadowKey key, Publication publication) {
        send(publication.topic(), bytes(publication.payload()));
        if (key.name() != null && publication.topic().endsWith("/update/documents")) {
            rules.documents(key.thing(), key.name(), publication.payload());
        }
    }

    private void tell(Connection connection, String type, ObjectNode event) {
        send(Presence.TOPIC + type + "/" + connection.clientId(), bytes(event));
        rules.presence(connection.thing(), event);
    }

    private void send(String topic, byte[] payload) {
        Broker open = broker;
        if (open != null) {
            open.publish(topic, payload);
        }
    }

    private void later(Runnable work) {
        try {
            thread.execute(work);
        } catch (RejectedExecutionException closing) {
            System.getLogger("ensemble.house.broker")
                    .log(System.Logger.Level.DEBUG, "not done, the house closes", closing);
        }
    }

    private static byte[] bytes(ObjectNode document) {
        return document.toString().getBytes(StandardCharsets.UTF_8);
    }
}
