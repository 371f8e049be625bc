package ensemble.house.simulation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.contract.shadow.ShadowFormatException;
import ensemble.contract.shadow.ShadowName;
import ensemble.contract.state.RoutingWish;
import ensemble.gateway.shadow.Desired.Arrived;
import ensemble.gateway.shadow.DesiredInbox;
import ensemble.gateway.shadow.ReportedOutbox;
import ensemble.gateway.shadow.iot.ShadowMessages;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The hub's connection, as its MQTT adapter keeps it: on connecting it asks for the whole of each shadow and says everything
 * anew. Deltas may come twice and out of order; what is under way when the connection breaks is lost.
 */
final class HubLink implements ReportedOutbox {
    private static final List<ShadowName> WITH_DESIRED = List.of(ShadowName.CONFIG, ShadowName.ROUTING);

    private final VirtualTime time;
    private final Chance chance;
    private final Cloud cloud;
    private final Witness witness;
    private final Set<Planted> planted;
    private final Map<ShadowName, ObjectNode> newest = new EnumMap<>(ShadowName.class);
    private final Map<ShadowName, ObjectNode> sent = new EnumMap<>(ShadowName.class);
    private Optional<DesiredInbox> inbox = Optional.empty();
    private Runnable wake = () -> {};
    private boolean connected;
    private int cuts;
    private int epoch;
    private int session;
    private long sinceMillis;
    private long lastArrival;
    private long slowUntil;
    private long slowMillis;
    private long highest;

    HubLink(VirtualTime time, Chance chance, Cloud cloud, Witness witness, Set<Planted> planted) {
        this.time = time;
        this.chance = chance;
        this.cloud = cloud;
        this.witness = witness;
        this.planted = planted;
        cloud.onDelta(this::delta);
    }

    @Override
    public boolean connected() {
        return connected;
    }

    /** The process starts, and will connect. */
    void start(DesiredInbox hubs, Runnable waker) {
        inbox = Optional.of(hubs);
        wake = waker;
        sinceMillis = time.elapsed();
        int mine = ++epoch;
        time.in(chance.between(100, 1_500), () -> connectIfStill(mine));
    }

    /** The process is gone without a word; the cloud finds out when it misses its pings. */
    void die() {
        inbox = Optional.empty();
        newest.clear();
        epoch++;
        if (connected) {
            connected = false;
            gone(chance.between(1_000, 45_000));
        }
    }

    private void gone(long noticedAfter) {
        int ended = session;
        time.in(noticedAfter, () -> cloud.presence(false, ended, chance.travel()));
    }

    void slow(long forMillis, long delayMillis) {
        slowUntil = time.elapsed() + forMillis;
        slowMillis = delayMillis;
    }

    void breaks(long forMillis, long unnoticedMillis) {
        cuts++;
        int mine = ++epoch;
        time.in(unnoticedMillis, () -> {
            if (mine == epoch) {
                lost();
            }
        });
        time.in(forMillis, this::mended);
    }

    private void lost() {
        if (connected) {
            witness.note("the link is lost");
            connected = false;
            sinceMillis = time.elapsed();
            gone(0);
            wake.run();
        }
    }

    private void mended() {
        cuts--;
        if (cuts == 0 && inbox.isPresent()) {
            lost();
            int mine = ++epoch;
            time.in(chance.between(1_000, 4_000), () -> connectIfStill(mine));
        }
    }

    private void connectIfStill(int expected) {
        if (expected != epoch || cuts > 0 || inbox.isEmpty()) {
            return;
        }
        long gapSeconds = (time.elapsed() - sinceMillis) / 1000;
        sinceMillis = time.elapsed();
        connected = true;
        session++;
        sent.clear();
        witness.note("the link stands, after %d s", gapSeconds);
        cloud.presence(true, session, chance.travel());
        for (ShadowName shadow : WITH_DESIRED) {
            whileConnected(chance.travel(), () -> cloud.get(shadow)
                    .ifPresent(
                            body -> whileConnected(chance.travel(), () -> receive(shadow, false, body, gapSeconds))));
        }
        newest.keySet().forEach(this::sendIfNews);
        wake.run();
    }

    private void whileConnected(long millis, Runnable event) {
        int mine = epoch;
        time.in(millis, () -> {
            if (mine == epoch) {
                event.run();
            }
        });
    }

    private void delta(ShadowName shadow, byte[] body) {
        if (!connected || cuts > 0) {
            return;
        }
        int times = chance.percent(5) ? 2 : 1;
        for (int delivery = 0; delivery < times; delivery++) {
            whileConnected(chance.travel(), () -> receive(shadow, true, body, 0));
        }
    }

    private void receive(ShadowName shadow, boolean delta, byte[] body, long gapSeconds) {
        try {
            if (inbox.isPresent() && shadow == ShadowName.ROUTING) {
                Optional<Arrived<RoutingWish>> wish = ShadowMessages.routing(body, delta, gapSeconds, time.nanos())
                        .map(this::spoiled);
                wish.ifPresent(inbox.get()::routing);
            } else if (inbox.isPresent()) {
                ShadowMessages.config(body, delta, time.nanos()).ifPresent(inbox.get()::config);
            }
        } catch (ShadowFormatException poison) {
            witness.mistake("the hub cannot read " + poison.getMessage());
        }
        wake.run();
    }

    private Arrived<RoutingWish> spoiled(Arrived<RoutingWish> wish) {
        boolean old = wish.value().n() < highest;
        highest = Math.max(highest, wish.value().n());
        RoutingWish value = old && planted.contains(Planted.INBOX_TAKES_ANY_NUMBER)
                ? wish.value().numbered(++highest)
                : wish.value();
        long age = planted.contains(Planted.AGE_IGNORED) ? 0 : wish.ageSeconds();
        return new Arrived<>(value, age, wish.gapSeconds(), wish.atNanos());
    }

    @Override
    public void say(ShadowName shadow, ObjectNode reported) {
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
        if (cuts > 0) {
            return;
        }
        long slower = time.elapsed() < slowUntil ? slowMillis : 0;
        lastArrival = Math.max(lastArrival, time.elapsed() + chance.travel() + slower);
        ObjectNode body = SimulatedShadows.section("reported", reported);
        int times = chance.percent(5) ? 2 : 1;
        for (int delivery = 0; delivery < times; delivery++) {
            whileConnected(lastArrival - time.elapsed(), () -> cloud.update(shadow, body));
        }
    }
}
