package ensemble.gateway.bluetooth.bluez;

import ensemble.gateway.bluetooth.RadioFailure;
import ensemble.gateway.bluetooth.RadioFailure.Kind;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.freedesktop.dbus.connections.IDisconnectCallback;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.matchrules.DBusMatchRuleBuilder;
import org.freedesktop.dbus.messages.Error;
import org.freedesktop.dbus.messages.Message;
import org.freedesktop.dbus.messages.MethodCall;
import org.freedesktop.dbus.types.Variant;

/**
 * One connection to the bus on which BlueZ lives. Calls are spelled out, without the library's generated proxies: their time
 * limit is one for all calls, and pairing takes longer than reading. Safe from any thread.
 */
final class Bus implements AutoCloseable {
    static final String BLUEZ = "org.bluez";
    private static final String PROPERTIES = "org.freedesktop.DBus.Properties";
    private static final String OBJECT_MANAGER = "org.freedesktop.DBus.ObjectManager";
    private static final Duration READING = Duration.ofSeconds(5);

    private final DBusConnection connection;

    /**
     * @param address as in {@code DBUS_SYSTEM_BUS_ADDRESS}
     * @param lost called once when the connection breaks, from any thread
     */
    Bus(String address, Runnable lost) throws BusFault {
        try {
            connection = DBusConnectionBuilder.forAddress(address)
                    .withDisconnectCallback(new Lost(lost))
                    .transportConfig()
                    .withTimeout(1000)
                    .back()
                    .receivingThreadConfig()
                    .withSignalThreadCount(1)
                    .withErrorHandlerThreadCount(1)
                    .withMethodCallThreadCount(1)
                    .withMethodReturnThreadCount(1)
                    .connectionConfig()
                    .withShared(false)
                    .build();
        } catch (DBusException | DBusExecutionException | IllegalArgumentException cannot) {
            throw new BusFault(
                    new RadioFailure(Kind.SERVICE_AWAY, "no D-Bus at " + address + ": " + cannot.getMessage()));
        }
    }

    private record Lost(Runnable told) implements IDisconnectCallback {
        @Override
        public void disconnectOnError(IOException why) {
            told.run();
        }

        @Override
        public void requestedDisconnect(Integer id) {
            told.run();
        }
    }

    /** Calls a method of BlueZ and waits for its answer, at most so long. */
    Object[] call(Duration atMost, String path, String face, String method, String signature, Object... arguments)
            throws BusFault {
        try {
            MethodCall call = connection
                    .getMessageFactory()
                    .createMethodCall(
                            BLUEZ, path, face, method, (byte) 0, signature.isEmpty() ? null : signature, arguments);
            connection.sendMessage(call);
            Message answer = call.getReply(atMost.toMillis());
            if (answer == null) {
                throw new BusFault(new RadioFailure(Kind.TIMED_OUT, method + " was not answered in " + atMost));
            }
            if (answer instanceof Error error) {
                String text = text(error.getParameters());
                if (BluezErrors.already(error.getName(), text)) {
                    return new Object[0];
                }
                throw new BusFault(BluezErrors.of(error.getName(), text));
            }
            Object[] parameters = answer.getParameters();
            return parameters == null ? new Object[0] : parameters;
        } catch (DBusException | DBusExecutionException broken) {
            throw new BusFault(new RadioFailure(Kind.SERVICE_AWAY, method + ": " + broken.getMessage()));
        }
    }

    private static String text(Object @org.jspecify.annotations.Nullable [] parameters) {
        return parameters == null
                ? ""
                : Stream.of(parameters).map(String::valueOf).collect(Collectors.joining(" "));
    }

    /** Everything that BlueZ shows, in plain Java values. */
    Map<String, Map<String, Map<String, Object>>> tree() throws BusFault {
        Object[] answer = call(READING, "/", OBJECT_MANAGER, "GetManagedObjects", "");
        return answer.length == 0 ? Map.of() : Plain.tree(answer[0]);
    }

    void set(Duration atMost, String path, String face, String property, Variant<?> value) throws BusFault {
        call(atMost, path, PROPERTIES, "Set", "ssv", face, property, value);
    }

    /**
     * Tells of every change that BlueZ signals. Nothing of a signal is used.
     *
     * @param changed something about BlueZ's objects
     * @param restarted BlueZ itself came or went
     */
    void onChange(Runnable changed, Runnable restarted) throws BusFault {
        // Not by sender: the library compares BlueZ's name with the number that the bus puts there, and never finds
        // them equal.
        Map<DBusMatchRuleBuilder, Runnable> rules = Map.of(
                signal(PROPERTIES, "PropertiesChanged").withPathNamespace("/org/bluez"), changed,
                signal(OBJECT_MANAGER, "InterfacesAdded").withPath("/"), changed,
                signal(OBJECT_MANAGER, "InterfacesRemoved").withPath("/"), changed,
                signal("org.freedesktop.DBus", "NameOwnerChanged").withArg0123(0, BLUEZ), restarted);
        try {
            for (Map.Entry<DBusMatchRuleBuilder, Runnable> rule : rules.entrySet()) {
                Runnable told = rule.getValue();
                var unused = connection.addGenericSigHandler(rule.getKey().build(), signal -> told.run());
            }
        } catch (DBusException | DBusExecutionException broken) {
            throw new BusFault(new RadioFailure(Kind.SERVICE_AWAY, "signals: " + broken.getMessage()));
        }
    }

    private static DBusMatchRuleBuilder signal(String face, String name) {
        return DBusMatchRuleBuilder.create()
                .withType("signal")
                .withInterface(face)
                .withMember(name);
    }

    /** Offers an object of ours to others on the bus. */
    void export(String path, DBusInterface object) throws BusFault {
        try {
            connection.exportObject(path, object);
        } catch (DBusException | DBusExecutionException broken) {
            throw new BusFault(new RadioFailure(Kind.OTHER, "cannot offer " + path + ": " + broken.getMessage()));
        }
    }

    /** Our own name on the bus. */
    String name() {
        return connection.getUniqueName();
    }

    @Override
    public void close() {
        connection.disconnect();
    }
}
