package ensemble.house.app;

import ensemble.house.room.Room;
import ensemble.house.room.RoomConfig;
import ensemble.house.room.RoomException;
import ensemble.house.room.VirtualSpeaker;
import ensemble.house.room.cable.CableWire;
import ensemble.house.room.pipewire.PipeWireWire;
import ensemble.pulse.server.PipeWireConfig;
import ensemble.pulse.server.PipeWireStart;
import ensemble.pulse.server.PrivatePipeWire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The virtual room and what carries its sound: a private PipeWire, or a cable where none can be had. Or no room at all,
 * when the speakers are real.
 *
 * @param speakers what the gateway plays on
 * @param environment what leads the gateway to the audio server; empty on a cable
 * @param cable the room's socket on a cable
 */
record Stage(
        Optional<Room> room,
        List<VirtualSpeaker> speakers,
        Map<String, String> environment,
        Optional<Path> cable,
        Runnable end)
        implements AutoCloseable {
    /** @param tell hears what had to be given up, in a sentence */
    static Stage set(RoomConfig config, boolean audioServer, Consumer<String> tell) throws HouseException {
        try {
            // Sockets go where paths are short: a Unix socket's may have 107 bytes, and a data folder lies anywhere.
            Path sockets = Files.createTempDirectory("ensemble-");
            if (audioServer) {
                switch (PrivatePipeWire.start(PipeWireConfig.in(sockets))) {
                    case PipeWireStart.Started(PrivatePipeWire server) -> {
                        return onPipeWire(config, server, sockets);
                    }
                    case PipeWireStart.CannotBeHad(String command, String reason) ->
                        tell.accept("no audio server can be had (" + command + ": " + reason
                                + "); the sound stays inside this program");
                }
            }
            return onCable(config, sockets);
        } catch (IOException | RoomException failed) {
            throw HouseException.cannot("the virtual room cannot be opened: " + failed.getMessage());
        }
    }

    private static Stage onPipeWire(RoomConfig config, PrivatePipeWire server, Path sockets) throws RoomException {
        try {
            Room room = Room.open(config, new PipeWireWire(server, config.speakers()));
            return new Stage(Optional.of(room), config.speakers(), server.environment(), Optional.empty(), () -> {
                room.close();
                server.close();
                sweep(sockets);
            });
        } catch (RoomException | RuntimeException failed) {
            server.close();
            sweep(sockets);
            throw failed;
        }
    }

    private static Stage onCable(RoomConfig config, Path sockets) throws RoomException {
        Path socket = sockets.resolve("cable");
        Room room = Room.open(config, new CableWire(socket, config.speakers()));
        return new Stage(Optional.of(room), config.speakers(), Map.of(), Optional.of(socket), () -> {
            room.close();
            sweep(sockets);
        });
    }

    private static void sweep(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException busy) {
            System.getLogger("ensemble.house.app").log(System.Logger.Level.DEBUG, "left behind: " + folder, busy);
        }
    }

    @Override
    public void close() {
        end.run();
    }
}
