package ensemble.gateway.output;

import ensemble.contract.id.OutputId;
import ensemble.gateway.output.OutputKind.Feed;
import ensemble.gateway.output.VirtualBench.World;
import ensemble.gateway.output.airplay.AirPlayOutput;
import ensemble.gateway.output.contract.OutputBench;
import ensemble.gateway.output.snapcast.FakeSnapserver;
import ensemble.gateway.output.snapcast.SnapOutput;
import ensemble.gateway.output.snapcast.SnapServer;
import ensemble.gateway.output.snapcast.SnapcastSettings;
import ensemble.gateway.output.transmitter.Cards;
import ensemble.gateway.output.transmitter.EchoFedOutput;
import ensemble.gateway.output.transmitter.TransmitterOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** For each kind of output the world around it. */
final class Worlds implements AutoCloseable {
    private static final OptionalDouble UNSET = OptionalDouble.empty();
    private static final PowerSwitch POWER = PowerSwitch.uhubctl("1-1", 2, 1);

    /** By a name that says more than the kind: some kinds are tried in several shapes. */
    static final Map<String, Maker> WORLDS = new TreeMap<>(Map.of(
            "a sink", new Maker("Sink", world -> world.plain(new OutputKind.Sink())),
            "a Bluetooth speaker", new Maker("Bluetooth", world -> world.plain(new OutputKind.Bluetooth())),
            "a linked pair", new Maker("LinkedPair", world -> world.plain(new OutputKind.LinkedPair())),
            "a cable", new Maker("Aux", world -> world.plain(new OutputKind.Aux())),
            "a chain of cables", new Maker("AuxChain", world -> world.plain(new OutputKind.AuxChain(3))),
            "a transmitter on USB", new Maker("Transmitter", Worlds::usbTransmitter),
            "a transmitter on a cable",
                    new Maker("Transmitter", world -> world.transmitter(Feed.CABLE, Optional.empty(), World.ofSink())),
            "a transmitter that the Echo feeds", new Maker("EchoFed", Worlds::echoFed),
            "an AirPlay receiver", new Maker("AirPlay", Worlds::airPlay),
            "a Snapcast client", new Maker("Snapcast", Worlds::snapcast)));

    private final Path folder;
    private final FakeLauncher launcher = new FakeLauncher(this::started).brief("uhubctl", 0);
    private Optional<FakeSnapserver> snapserver = Optional.empty();

    record Maker(String kind, Made bench) {}

    interface Made {
        OutputBench in(Worlds world) throws IOException;
    }

    Worlds(Path folder) {
        this.folder = folder;
    }

    OutputBench bench(String name) throws IOException {
        return Objects.requireNonNull(WORLDS.get(name)).bench().in(this);
    }

    private void started(List<String> command) {
        if (command.getFirst().equals("snapserver")) {
            write(Path.of(command.getLast()).resolveSibling("attic.pcm"), "");
        }
    }

    static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private OutputBench plain(OutputKind kind) {
        return new VirtualBench(new PlainOutput(kind, UNSET), launcher, World.ofSink());
    }

    private OutputBench transmitter(Feed feed, Optional<CardIdentity> card, World world) {
        OutputKind.Transmitter kind = new OutputKind.Transmitter(feed, 2, card, 50, Optional.of(POWER));
        return new VirtualBench(new TransmitterOutput(kind, UNSET, new Cards(folder), launcher), launcher, world);
    }

    private OutputBench usbTransmitter() {
        Path card = folder.resolve("proc/asound/card2");
        Path usbid = card.resolve("usbid");
        Path status = card.resolve("pcm0p/sub0/status");
        write(usbid, "0a12:1010\n");
        write(status, "closed\n");
        return transmitter(Feed.USB, Optional.of(new CardIdentity.Usb("0a12:1010")), new World() {
            @Override
            public boolean sink() {
                return Files.exists(usbid);
            }

            @Override
            public boolean present(boolean there) {
                if (there) {
                    write(usbid, "0a12:1010\n");
                    return true;
                }
                return usbid.toFile().delete();
            }

            @Override
            public void sounding(boolean now) {
                write(status, now ? "state: RUNNING\n" : "closed\n");
            }
        });
    }

    private OutputBench echoFed() {
        return new VirtualBench(new EchoFedOutput(new OutputKind.EchoFed(2, POWER), launcher), launcher, new World() {
            @Override
            public boolean sink() {
                return false;
            }

            @Override
            public boolean present(boolean there) {
                return false;
            }

            @Override
            public boolean fed() {
                return false;
            }
        });
    }

    private OutputBench airPlay() throws IOException {
        boolean[] there = {true};
        Reach reach = new Reach() {
            @Override
            public void look(long nowNanos) {}

            @Override
            public Optional<Boolean> answers() {
                return Optional.of(there[0]);
            }
        };
        Output output = new AirPlayOutput(
                new OutputKind.AirPlay("10.0.0.7", 5000), "node", UNSET, reach, launcher, folder.resolve("air"));
        return new VirtualBench(output, launcher, World.behind(() -> launcher.runs("pipewire"), now -> there[0] = now));
    }

    private OutputBench snapcast() throws IOException {
        FakeSnapserver server = new FakeSnapserver();
        snapserver = Optional.of(server);
        server.stream("attic", true);
        server.together("attic", "client");
        OutputId id = new OutputId("attic");
        OutputKind.Snapcast kind = new OutputKind.Snapcast(List.of("client"), 1000);
        SnapServer shared = SnapServer.of(
                new SnapcastSettings("127.0.0.1", 1704, server.port(), 1000, "flac"),
                new TreeMap<>(Map.of(id, kind)),
                new FakeLauncher(this::started),
                folder.resolve("snapcast"),
                Runnable::run,
                () -> {});
        Output output = new SnapOutput(id, kind, "node", UNSET, shared, launcher, folder.resolve("attic"));
        return new VirtualBench(
                output,
                launcher,
                World.behind(() -> launcher.runs("pipewire"), now -> server.connected("client", now)));
    }

    @Override
    public void close() throws IOException {
        if (snapserver.isPresent()) {
            snapserver.get().close();
        }
    }
}
