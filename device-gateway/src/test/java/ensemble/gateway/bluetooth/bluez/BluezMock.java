package ensemble.gateway.bluetooth.bluez;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.Variant;

/**
 * python3-dbusmock's {@code bluez5} template on a private bus: bluetoothd's interfaces without a radio. What the template does
 * not do by itself (batteries, audio channels, players, and errors) is added here object by object.
 */
public final class BluezMock implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String MOCK = "org.freedesktop.DBus.Mock";
    private static final String TEMPLATE = "org.bluez.Mock";
    private static final List<String> PYTHON = List.of("/usr/bin/python3", "-m", "dbusmock");

    private final Path directory;
    private final Process daemon;
    private final String address;
    private Process mock;
    private final Bus bus;

    public BluezMock(Path directory) throws Exception {
        needs("dbus-daemon", "--version");
        needs("/usr/bin/python3", "-c", "import dbusmock");
        this.directory = directory;
        Path socket = directory.resolve("bus");
        address = "unix:path=" + socket;
        daemon =
                start(List.of("dbus-daemon", "--session", "--address=" + address, "--nofork", "--nopidfile"), "daemon");
        until("the bus is there", () -> Files.exists(socket));
        bus = new Bus(address, () -> {});
        mock = startMock();
    }

    private static void needs(String... command) throws Exception {
        boolean works;
        try {
            works = new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException missing) {
            works = false;
        }
        assumeTrue(works, "skipped, because this failed: " + String.join(" ", command));
    }

    private Process start(List<String> command, String name) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve(name + ".log").toFile());
        builder.environment().put("DBUS_SYSTEM_BUS_ADDRESS", address);
        return builder.start();
    }

    private Process startMock() throws Exception {
        List<String> command = new ArrayList<>(PYTHON);
        command.addAll(List.of("--system", "--template", "bluez5"));
        Process started = start(command, "mock");
        until("the mock answers", () -> {
            try {
                return bus.tree() != null;
            } catch (BusFault notYet) {
                return false;
            }
        });
        return started;
    }

    public String address() {
        return address;
    }

    /** As if bluetoothd were stopped. */
    void stop() throws InterruptedException {
        mock.destroy();
        mock.waitFor();
    }

    /** A fresh one, without adapters. */
    void start() throws Exception {
        mock = startMock();
    }

    /** @return its path */
    public String adapter(String name) throws BusFault {
        template("AddAdapter", "ss", name, "box");
        return "/org/bluez/" + name;
    }

    /** A paired and trusted speaker. @return its path */
    public String speaker(String adapter, String address, String name) throws BusFault {
        String path = device(adapter, address, name);
        template("PairDevice", "ssi", adapter, address, 0x240404);
        update(
                path,
                TreeReader.DEVICE,
                Map.of(
                        "UUIDs", new Variant<>(new String[] {"0000110b-0000-1000-8000-00805f9b34fb"}),
                        "Trusted", new Variant<>(true)));
        return path;
    }

    /** @return its path */
    public String device(String adapter, String address, String name) throws BusFault {
        template("AddDevice", "sss", adapter, address, name);
        return "/org/bluez/" + adapter + "/dev_" + address.replace(':', '_');
    }

    public void template(String method, String signature, Object... arguments) throws BusFault {
        bus.call(Duration.ofSeconds(5), "/org/bluez", TEMPLATE, method, signature, arguments);
    }

    /** Changes properties and signals it, as bluetoothd does. */
    void update(String path, String face, Map<String, Variant<?>> properties) throws BusFault {
        bus.call(Duration.ofSeconds(5), path, MOCK, "UpdateProperties", "sa{sv}", face, properties);
    }

    /** Adds an interface to an object that is there. */
    void addFace(String path, String face, Map<String, Variant<?>> properties) throws BusFault {
        bus.call(Duration.ofSeconds(5), path, MOCK, "AddProperties", "sa{sv}", face, properties);
    }

    /** Adds an object and signals it. */
    void addObject(String path, String face, Map<String, Variant<?>> properties) throws BusFault {
        bus.call(
                Duration.ofSeconds(5), "/", MOCK, "AddObject", "ssa{sv}a(ssss)", path, face, properties, new Object[0]);
        bus.call(
                Duration.ofSeconds(5),
                "/",
                MOCK,
                "EmitSignal",
                "sssav",
                "org.freedesktop.DBus.ObjectManager",
                "InterfacesAdded",
                "oa{sa{sv}}",
                List.of(new Variant<>(new DBusPath(path)), new Variant<>(Map.of(face, properties), "a{sa{sv}}")));
    }

    /** Replaces a method by a piece of Python. */
    public void answer(String path, String face, String method, String in, String python) throws BusFault {
        bus.call(Duration.ofSeconds(5), path, MOCK, "AddMethod", "sssss", face, method, in, "", python);
    }

    public void fail(String path, String face, String method, String in, String error, String message) throws BusFault {
        answer(
                path,
                face,
                method,
                in,
                "raise dbus.exceptions.DBusException('%s', name='%s')".formatted(message, error));
    }

    Bus bus() {
        return bus;
    }

    /** What was called, as the mock has written it down. */
    public String log() throws IOException {
        return Files.readString(directory.resolve("mock.log"));
    }

    public static void until(String what, BooleanSupplier so) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!so.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not within " + PATIENCE.toSeconds() + " s: " + what);
            }
            LockSupport.parkNanos(5_000_000);
        }
    }

    @Override
    public void close() {
        bus.close();
        mock.destroy();
        daemon.destroy();
        mock.onExit().join();
        daemon.onExit().join();
    }
}
