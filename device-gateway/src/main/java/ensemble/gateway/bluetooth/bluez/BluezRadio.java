package ensemble.gateway.bluetooth.bluez;

import ensemble.gateway.bluetooth.AdapterKind;
import ensemble.gateway.bluetooth.Address;
import ensemble.gateway.bluetooth.Admission;
import ensemble.gateway.bluetooth.Operation;
import ensemble.gateway.bluetooth.Outcome;
import ensemble.gateway.bluetooth.Radio;
import ensemble.gateway.bluetooth.RadioFacts;
import ensemble.gateway.bluetooth.RadioFailure;
import ensemble.gateway.time.Clocks;
import ensemble.gateway.wake.Waker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * BlueZ. One virtual thread reads the whole tree whenever BlueZ signals anything, and now and then without; each operation
 * runs on a virtual thread of its own. After an operation the tree is read before its outcome is told, so that whoever
 * hears the outcome sees its effect.
 */
public final class BluezRadio implements Radio {
    private static final Logger LOG = LoggerFactory.getLogger(BluezRadio.class);
    private static final Duration READ_AT_LEAST = Duration.ofSeconds(30);
    /** Discovery signals every packet it hears: many become one reading. */
    private static final Duration GATHER = Duration.ofMillis(100);

    private static final Duration CONNECT_AGAIN = Duration.ofSeconds(2);
    private static final Duration QUICK = Duration.ofSeconds(5);

    private final String address;
    private final Function<String, AdapterKind> kinds;
    private final Clocks clocks;
    private final Runnable wake;
    private final Waker changed = new Waker();
    private final Waker closing = new Waker();
    private final ConcurrentLinkedQueue<Outcome> outcomes = new ConcurrentLinkedQueue<>();
    private final ReentrantLock reading = new ReentrantLock();
    private final PairingAgent agent = new PairingAgent(this::admits);

    private volatile @Nullable Bus bus;
    private volatile Map<String, Map<String, Map<String, Object>>> tree = Map.of();
    private volatile RadioFacts facts = RadioFacts.asked();
    private volatile Admission admission = Admission.NOBODY;
    private volatile boolean agentKnown;
    private volatile boolean closed;

    /**
     * @param address of the bus, as in {@code DBUS_SYSTEM_BUS_ADDRESS}
     * @param kinds how an adapter is fitted, by the kernel's name of it
     * @param wake called from any thread when something has changed
     */
    public BluezRadio(String address, Function<String, AdapterKind> kinds, Clocks clocks, Runnable wake) {
        this.address = address;
        this.kinds = kinds;
        this.clocks = clocks;
        this.wake = wake;
        Thread.ofVirtual().name("bluetooth").start(this::watch);
    }

    private boolean admits(Address device) {
        return admission.admits(device, clocks.nanos());
    }

    private void watch() {
        try {
            while (!closed) {
                if (read()) {
                    changed.await(READ_AT_LEAST);
                    closing.await(GATHER);
                } else {
                    closing.await(CONNECT_AGAIN);
                }
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** @return whether there is a bus on which changes will be told */
    private boolean read() {
        reading.lock();
        try {
            Bus open = connected();
            Map<String, Map<String, Map<String, Object>>> newest = open.tree();
            registerAgent(open);
            tree = newest;
            show(TreeReader.facts(newest, kinds));
            return true;
        } catch (BusFault away) {
            tree = Map.of();
            agentKnown = false;
            show(RadioFacts.away(away.failure().kind().sentence()));
            LOG.debug("Bluetooth is away: {}", away.failure().detail());
            return bus != null;
        } finally {
            reading.unlock();
        }
    }

    private Bus connected() throws BusFault {
        Bus open = bus;
        if (open == null) {
            open = new Bus(address, this::lost);
            try {
                open.export(PairingAgent.PATH, agent);
                open.onChange(changed::wake, this::restarted);
            } catch (BusFault broken) {
                open.close();
                throw broken;
            }
            bus = open;
        }
        return open;
    }

    private void lost() {
        bus = null;
        agentKnown = false;
        changed.wake();
    }

    private void restarted() {
        agentKnown = false;
        changed.wake();
    }

    private void registerAgent(Bus open) {
        if (agentKnown) {
            return;
        }
        agentKnown = true;
        try {
            org.freedesktop.dbus.DBusPath path = new org.freedesktop.dbus.DBusPath(PairingAgent.PATH);
            String manager = "org.bluez.AgentManager1";
            open.call(QUICK, "/org/bluez", manager, "RegisterAgent", "os", path, PairingAgent.CAPABILITY);
            open.call(QUICK, "/org/bluez", manager, "RequestDefaultAgent", "o", path);
        } catch (BusFault refused) {
            LOG.warn("Pairing will not work: {}", refused.failure().detail());
        }
    }

    private void show(RadioFacts newest) {
        if (!newest.equals(facts)) {
            facts = newest;
            wake.run();
        }
    }

    @Override
    public RadioFacts facts() {
        return facts;
    }

    @Override
    public void begin(Operation operation) {
        Thread.ofVirtual().name("bluetooth-" + operation.id()).start(() -> {
            Optional<RadioFailure> failure = run(operation);
            if (!closed) {
                read();
            }
            failure.ifPresent(why ->
                    LOG.info("{} failed: {}", operation.command().getClass().getSimpleName(), why.detail()));
            outcomes.add(new Outcome(operation, failure));
            wake.run();
        });
    }

    private Optional<RadioFailure> run(Operation operation) {
        Bus open = bus;
        if (open == null) {
            return Optional.of(new RadioFailure(RadioFailure.Kind.SERVICE_AWAY, "no bus"));
        }
        try {
            new Commands(open).run(operation, tree);
            return Optional.empty();
        } catch (BusFault fault) {
            return Optional.of(fault.failure());
        } catch (RuntimeException ourOwn) {
            // Told and not hidden; but without an outcome the radio would be taken for busy for ever.
            LOG.error("{} broke", operation.command(), ourOwn);
            return Optional.of(new RadioFailure(RadioFailure.Kind.OTHER, String.valueOf(ourOwn)));
        }
    }

    @Override
    public List<Outcome> ended() {
        List<Outcome> all = new ArrayList<>();
        for (Outcome next = outcomes.poll(); next != null; next = outcomes.poll()) {
            all.add(next);
        }
        return all;
    }

    @Override
    public void admit(Admission now) {
        admission = now;
    }

    /** Where BlueZ finds the pairing agent. */
    Optional<String> busName() {
        return Optional.ofNullable(bus).map(Bus::name);
    }

    /** Lets go of the bus. Links and pairings stay as they are: the next start finds them and goes on. */
    @Override
    public void close() {
        closed = true;
        changed.wake();
        closing.wake();
        Bus open = bus;
        bus = null;
        if (open != null) {
            open.close();
        }
    }
}
