package ensemble.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ensemble.gateway.config.GatewayConfig;
import ensemble.gateway.output.contract.Clause;
import ensemble.gateway.output.contract.OutputContract;
import ensemble.gateway.time.Clocks;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The contract of all outputs on a real audio server, with Debian's own snapserver, snapclient and shairport-sync at the other
 * end; and the check of a box's hardware, on virtual sinks.
 */
@Tag("audio")
final class RealOutputsTest {
    @TempDir
    private Path folder;

    @Test
    void aClientOfOurSnapserverKeepsTheContractAndGetsTheSound() throws Exception {
        RealServer.need("snapserver", "snapclient", "pipewire");
        int port = freePort();
        try (RealServer server = new RealServer(folder, "spk.deck")) {
            GatewayConfig config = server.config(
                    "{\"attic\": {\"kind\": \"snapcast\", \"clients\": [\"attic-pi\"]}, \"deck\": {\"node\": \"spk.deck\"}}",
                    ", \"snapcast\": {\"listen\": \"127.0.0.1\", \"port\": %d, \"controlPort\": %d, \"bufferMs\": 400, \"codec\": \"pcm\"}"
                            .formatted(port, freePort()));
            Path heard = folder.resolve("attic.raw");
            String[] client = {
                "snapclient",
                "-h",
                "127.0.0.1",
                "-p",
                Integer.toString(port),
                "--hostID",
                "attic-pi",
                "--player",
                "file:filename=" + heard + ",mode=a",
                "--mixer",
                "none",
                "--logsink",
                "stderr"
            };
            Process[] running = {server.world(Map.of(), folder.resolve("client"), client)};

            List<Clause> clauses = OutputContract.ask(server.bench(config, "attic", there -> {
                if (there) {
                    running[0] = server.world(Map.of(), folder.resolve("client"), client);
                } else {
                    RealServer.end(running[0]);
                }
            }));

            kept(clauses, 6);
            assertTrue(peak(heard) > 0.05, () -> "the client heard at most " + peak(heard));
        }
    }

    @Test
    void anAirPlayReceiverKeepsTheContractAndGetsTheSound() throws Exception {
        RealServer.need("shairport-sync", "avahi-daemon", "dbus-daemon", "pipewire");
        int port = freePort();
        try (RealServer server = new RealServer(folder, "spk.deck")) {
            GatewayConfig config = server.config(
                    "{\"tv\": {\"kind\": \"airplay\", \"host\": \"127.0.0.1\", \"port\": %d}, \"deck\": {\"node\": \"spk.deck\"}}"
                            .formatted(port),
                    "");
            Receiver receiver = new Receiver(server, folder, port);

            List<Clause> clauses = OutputContract.ask(server.bench(config, "tv", receiver::present));

            kept(clauses, 6);
            assertTrue(peak(receiver.heard()) > 0.05, () -> "the receiver heard at most " + peak(receiver.heard()));
        }
    }

    @Test
    void theHardwareCheckAsksEveryOutputAndWritesItsReport() throws Exception {
        try (RealServer server = new RealServer(folder, "spk.deck", "spk.pair")) {
            Path relay = folder.resolve("relay");
            Files.writeString(relay, "#!/bin/sh\necho \"$1\" >>" + folder.resolve("relay.log") + "\n");
            Files.setPosixFilePermissions(relay, PosixFilePermissions.fromString("rwx------"));
            GatewayConfig config = server.config("""
                    {"deck": {"kind": "aux", "node": "spk.deck"}, "pair": {"kind": "pair", "node": "spk.pair"},
                     "attic": {"kind": "bluetooth", "node": "spk.attic"},
                     "hall": {"kind": "echo-transmitter", "power": {"on": ["%1$s", "on"], "off": ["%1$s", "off"]}}}""".formatted(relay), ", \"microphone\": \"spk.deck.monitor\"");
            Path file = folder.resolve("report.json");
            StringWriter out = new StringWriter();

            boolean fine = new HardwareCheck(config, server.environment(), Clocks.system())
                    .run(file, new PrintWriter(out, true));

            JsonNode report = new ObjectMapper().readTree(file.toFile());
            assertTrue(report.path("graph").asText().startsWith("pipewire "), report::toString);
            assertEquals(List.of(), graded(report, "deck", "broken"), out::toString);
            assertTrue(graded(report, "deck", "kept").contains("it is heard"), out::toString);
            // The microphone stands at the deck: of the pair it hears nothing, and the attic is not there.
            assertEquals(List.of("it is heard"), graded(report, "pair", "broken"), out::toString);
            assertEquals(List.of("it is there, and said to be"), graded(report, "attic", "broken"), out::toString);
            assertEquals(List.of(), graded(report, "hall", "broken"), out::toString);
            assertEquals(List.of("on"), Files.readAllLines(folder.resolve("relay.log")));
            assertTrue(out.toString().contains("2 broken; the report is "), out::toString);
            assertEquals(false, fine);
        }
    }

    private static List<String> graded(JsonNode report, String output, String grade) {
        return report.at("/outputs/" + output + "/clauses")
                .valueStream()
                .filter(clause -> clause.path("grade").asText().equals(grade))
                .map(clause -> clause.path("promise").asText())
                .toList();
    }

    private static void kept(List<Clause> clauses, int atLeast) {
        assertEquals(
                List.of(),
                clauses.stream()
                        .filter(clause -> clause.grade() == Clause.Grade.BROKEN)
                        .toList());
        long kept = clauses.stream()
                .filter(clause -> clause.grade() == Clause.Grade.KEPT)
                .count();
        assertTrue(kept >= atLeast, clauses::toString);
    }

    /** The loudest of 16-bit samples, full scale = 1; 0 of what is not there. */
    private static double peak(Path samples) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(samples)).order(ByteOrder.LITTLE_ENDIAN);
            int most = 0;
            while (bytes.remaining() >= 2) {
                most = Math.max(most, Math.abs(bytes.getShort()));
            }
            return most / 32_768.0;
        } catch (IOException none) {
            return 0;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0)) {
            return probe.getLocalPort();
        }
    }

    /** shairport-sync 3.3.8 does not start without an Avahi that it can tell its name: both get a bus of their own. */
    private static final class Receiver {
        private final RealServer server;
        private final Path folder;
        private final Map<String, String> bus;
        private int life;
        private Process running;

        Receiver(RealServer server, Path folder, int port) throws Exception {
            this.server = server;
            this.folder = folder;
            Path socket = folder.resolve("bus");
            bus = Map.of("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=" + socket);
            Files.writeString(folder.resolve("bus.conf"), """
                    <!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
                      "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
                    <busconfig><type>system</type><listen>unix:path=%s</listen><auth>EXTERNAL</auth>
                    <policy context="default"><allow user="*"/><allow own="*"/><allow eavesdrop="true"/>
                    <allow send_destination="*" eavesdrop="true"/></policy></busconfig>
                    """.formatted(socket));
            Files.writeString(folder.resolve("avahi.conf"), """
                    [server]
                    use-ipv6=no
                    allow-interfaces=lo
                    """);
            Files.writeString(folder.resolve("receiver.conf"), """
                    general = { name = "Test"; output_backend = "stdout"; port = %d; udp_port_base = %d;
                      udp_port_range = 100; ignore_volume_control = "yes"; };
                    """.formatted(port, 20_000 + port % 20_000));
            var unused = server.world(
                    bus,
                    folder.resolve("bus.out"),
                    "dbus-daemon",
                    "--config-file=" + folder.resolve("bus.conf"),
                    "--nofork",
                    "--nopidfile");
            until(socket);
            var unusedToo = server.world(
                    bus,
                    folder.resolve("avahi.out"),
                    "avahi-daemon",
                    "-f",
                    folder.resolve("avahi.conf").toString(),
                    "--no-drop-root",
                    "--no-chroot",
                    "--no-rlimits");
            running = start();
        }

        private static void until(Path there) {
            for (int tries = 0; tries < 200 && !Files.exists(there); tries++) {
                LockSupport.parkNanos(20_000_000);
            }
        }

        /** Starts once Avahi answers, which it is given ten seconds for. */
        private Process start() throws Exception {
            for (int tries = 0; ; tries++) {
                Process one = server.world(
                        bus,
                        folder.resolve("tv-" + life + ".raw"),
                        "shairport-sync",
                        "-u",
                        "-c",
                        folder.resolve("receiver.conf").toString());
                if (!one.waitFor(1, TimeUnit.SECONDS) || tries == 10) {
                    return one;
                }
            }
        }

        void present(boolean there) throws Exception {
            if (there) {
                life++;
                running = start();
            } else {
                RealServer.end(running);
            }
        }

        /** What it heard in its first life, in which it was played to. */
        Path heard() {
            return folder.resolve("tv-0.raw");
        }
    }
}
