package ensemble.house.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * PulseAudio's module-combine-sink on speakers with clocks of their own: pipe sinks, which PulseAudio paces by their
 * readers, as it paces sound cards by their hardware. The fairest rig that needs no hardware.
 */
final class PulseAudioPeer {
    static final List<Double> PPM = List.of(0.0, 80.0, -50.0);
    private static final double SECONDS = 60;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** The second speaker is silent for 300 ms, after half a minute to settle. */
    static final FifoSpeakers.Stall STALL = new FifoSpeakers.Stall(1, 25, 0.3);

    private final Path folder;
    private final Map<String, String> environment;

    private PulseAudioPeer(Path folder) {
        this.folder = folder;
        Path run = folder.resolve("run");
        this.environment = Map.of(
                "XDG_RUNTIME_DIR", run.toString(),
                "PULSE_RUNTIME_PATH", run.resolve("pulse").toString(),
                "PULSE_SERVER", "unix:" + run.resolve("native"),
                "HOME", folder.toString());
    }

    /** What was heard of the three speakers; empty if there is no PulseAudio to be had here. */
    static Optional<FifoSpeakers.Heard> listen() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("ensemble-peer-");
        PulseAudioPeer peer = new PulseAudioPeer(folder);
        List<Process> running = new ArrayList<>();
        try {
            return peer.started(running)
                    ? Optional.of(FifoSpeakers.listen(peer.fifos(), PPM, SECONDS, STALL))
                    : Optional.empty();
        } finally {
            running.reversed().forEach(Process::destroy);
            for (Process process : running) {
                if (!process.waitFor(3, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            }
            HouseBench.sweep(folder);
        }
    }

    private List<Path> fifos() {
        List<Path> fifos = new ArrayList<>();
        for (int i = 1; i <= PPM.size(); i++) {
            fifos.add(folder.resolve("spk" + i + ".fifo"));
        }
        return fifos;
    }

    private boolean started(List<Process> running) throws IOException {
        Files.createDirectory(
                folder.resolve("run"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        StringBuilder script = new StringBuilder("load-module module-native-protocol-unix auth-anonymous=1 socket="
                + folder.resolve("run/native") + "\n");
        for (int i = 1; i <= PPM.size(); i++) {
            script.append(
                    "load-module module-pipe-sink sink_name=spk%d format=float32le rate=48000 channels=2 file=%s%n"
                            .formatted(i, fifos().get(i - 1)));
        }
        script.append("load-module module-combine-sink sink_name=all slaves=spk1,spk2,spk3 adjust_time=1\n");
        Files.writeString(folder.resolve("peer.pa"), script);
        try {
            running.add(launch(
                    "pulseaudio",
                    "-n",
                    "-F",
                    folder.resolve("peer.pa").toString(),
                    "--daemonize=no",
                    "--exit-idle-time=-1",
                    "--use-pid-file=no",
                    "--realtime=yes",
                    "--high-priority=no"));
        } catch (IOException notInstalled) {
            return false;
        }
        long start = System.nanoTime();
        while (!Files.exists(folder.resolve("run/native"))) {
            if (System.nanoTime() - start > PATIENCE.toNanos()
                    || !running.getFirst().isAlive()) {
                return false;
            }
            LockSupport.parkNanos(20_000_000);
        }
        Process player = launch(
                "pacat",
                "--playback",
                "--device=all",
                "--format=float32le",
                "--rate=48000",
                "--channels=2",
                "--latency-msec=200");
        running.add(player);
        Thread.ofVirtual().start(() -> feed(player.getOutputStream()));
        return true;
    }

    private Process launch(String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD);
        return builder.start();
    }

    /** Until the player ends, which closes the pipe. */
    private static void feed(OutputStream to) {
        ByteBuffer second = ByteBuffer.allocate(Pulses.RATE * 8).order(ByteOrder.LITTLE_ENDIAN);
        for (float sample : Pulses.second()) {
            second.putFloat(sample).putFloat(sample);
        }
        try {
            while (true) {
                to.write(second.array());
            }
        } catch (IOException ended) {
            return;
        }
    }
}
