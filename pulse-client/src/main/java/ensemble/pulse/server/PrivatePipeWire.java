package ensemble.pulse.server;

import ensemble.pulse.PulseServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * dbus-daemon, pipewire, wireplumber and pipewire-pulse in a directory of their own, with their own configuration: no
 * hardware, no access to the user's session, a pinned quantum, and a clock node of ours as driver: whatever is linked to
 * it, over however many links, runs on it. ({@code node.group} would join nodes without links, but PipeWire 0.3.65 then
 * starts nodes that are not yet configured, and crashes.) Real-time scheduling is used where it is allowed. Safe to use
 * from any thread.
 */
public final class PrivatePipeWire implements AutoCloseable {
    /** The driver's node name; its one port {@code playback_MONO} swallows what is linked to it. */
    public static final String CLOCK = "ensemble.clock";

    private final Map<String, String> environment;
    private final Daemons daemons;
    private final Thread atExit = new Thread(this::end, "private-pipewire-end");
    private boolean closed;

    private PrivatePipeWire(Map<String, String> environment, Daemons daemons) {
        this.environment = environment;
        this.daemons = daemons;
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /** Starts it and waits until it answers: some 300 ms where it can be had. */
    public static PipeWireStart start(PipeWireConfig config) {
        Path directory = config.directory().toAbsolutePath();
        Map<String, String> environment = environment(directory);
        Path run = directory.resolve("run");
        Path logs = directory.resolve("log");
        try {
            Files.createDirectories(logs);
            Files.createDirectories(directory.resolve("state"));
            Files.createDirectories(run);
            Files.setPosixFilePermissions(run, PosixFilePermissions.fromString("rwx------"));
            ConfigFiles.write(directory.resolve("config"), config);
            for (String stale : List.of("bus", "pipewire-0", "pulse/native")) {
                Files.deleteIfExists(run.resolve(stale));
            }
        } catch (IOException refused) {
            return new PipeWireStart.CannotBeHad("mkdir -p " + directory, refused.toString());
        }
        Daemons daemons = new Daemons(environment, logs);
        try {
            bringUp(daemons, run, environment);
            return new PipeWireStart.Started(new PrivatePipeWire(environment, daemons));
        } catch (Daemons.Failed failed) {
            daemons.close();
            return new PipeWireStart.CannotBeHad(failed.command, failed.reason);
        }
    }

    private static void bringUp(Daemons daemons, Path run, Map<String, String> environment) throws Daemons.Failed {
        String bus = environment.get("DBUS_SESSION_BUS_ADDRESS");
        daemons.start(
                0,
                () -> Files.exists(run.resolve("bus")),
                "dbus-daemon",
                "--session",
                "--address=" + bus,
                "--nofork",
                "--nopidfile");
        daemons.start(50, () -> Files.exists(run.resolve("pipewire-0")), "pipewire");
        daemons.start(0, () -> true, "wireplumber");
        daemons.start(40, () -> answers(daemons), "pipewire-pulse");
    }

    private static boolean answers(Daemons daemons) {
        try {
            return daemons.run("pactl", "info").succeeded();
        } catch (Daemons.Failed pactlMissing) {
            return false;
        }
    }

    private static Map<String, String> environment(Path directory) {
        Path run = directory.resolve("run");
        Map<String, String> own = new LinkedHashMap<>();
        own.put("XDG_RUNTIME_DIR", run.toString());
        own.put("PIPEWIRE_RUNTIME_DIR", run.toString());
        own.put("PULSE_RUNTIME_PATH", run.resolve("pulse").toString());
        own.put("PULSE_SERVER", "unix:" + run.resolve("pulse/native"));
        own.put("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + run.resolve("bus"));
        own.put("XDG_CONFIG_HOME", directory.resolve("config").toString());
        own.put("XDG_STATE_HOME", directory.resolve("state").toString());
        own.put("XDG_DATA_HOME", directory.resolve("state").toString());
        own.put("XDG_CACHE_HOME", directory.resolve("state").toString());
        return Map.copyOf(own);
    }

    /** Whether a variable could lead a process to the session that this one runs in. */
    static boolean belongsToASession(String variable) {
        return variable.startsWith("XDG_")
                || variable.startsWith("PIPEWIRE_")
                || variable.startsWith("PULSE_")
                || variable.startsWith("WIREPLUMBER_")
                || variable.equals("DBUS_SESSION_BUS_ADDRESS");
    }

    /** What a process must have in its environment to meet this server and no other. */
    public Map<String, String> environment() {
        return environment;
    }

    /** Where libpulse finds it. */
    public PulseServer pulse() {
        return PulseServer.in(environment);
    }

    /** Whether its processes run under real-time scheduling. */
    public boolean realtime() {
        return daemons.realtime();
    }

    /** Its processes' ids: dbus-daemon's last. */
    public List<Long> pids() {
        return daemons.pids();
    }

    /**
     * Makes a virtual stereo sink on the server's clock. Its monitor is {@code name + ".monitor"} to libpulse.
     *
     * @return its module's number, for {@link #unload}
     * @throws IllegalStateException if the server does not make it
     */
    public int loadNullSink(String name) {
        return Integer.parseInt(succeed(
                "pactl",
                "load-module",
                "module-null-sink",
                "sink_name=" + name,
                "rate=48000",
                "channels=2",
                "format=float32le"));
    }

    /** Takes a module away, and with it its sink. */
    public void unload(int module) {
        succeed("pactl", "unload-module", Integer.toString(module));
    }

    /**
     * Links two ports, e.g. {@code kitchen:monitor_FL} to {@code meter:input_AUX0}.
     *
     * @return false if one of them is not there
     */
    public boolean link(String output, String input) {
        try {
            return daemons.run("pw-link", output, input).succeeded();
        } catch (Daemons.Failed failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Runs a command in this server's environment, to its end; what it printed. */
    public String succeed(String... command) {
        try {
            Daemons.Outcome outcome = daemons.run(command);
            if (!outcome.succeeded()) {
                throw new IllegalStateException(String.join(" ", command) + ": " + outcome.text());
            }
            return outcome.text();
        } catch (Daemons.Failed failed) {
            throw new IllegalStateException(failed);
        }
    }

    private synchronized void end() {
        if (!closed) {
            closed = true;
            daemons.close();
        }
    }

    /** Ends every process that it started. */
    @Override
    public void close() {
        end();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException alreadyEnding) {
            // the hook has done, or will find done, what it is for
        }
    }
}
