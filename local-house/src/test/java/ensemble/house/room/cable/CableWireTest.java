package ensemble.house.room.cable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ensemble.house.room.Delays;
import ensemble.house.room.RecordingRequest;
import ensemble.house.room.RecordingRequest.At;
import ensemble.house.room.RecordingResult;
import ensemble.house.room.Room;
import ensemble.house.room.RoomConfig;
import ensemble.house.room.RoomException;
import ensemble.house.room.SpeakerChange;
import ensemble.house.room.VirtualSpeaker;
import ensemble.wav.WavAudio;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class CableWireTest {
    private static final List<VirtualSpeaker> SPEAKERS = List.of(
            new VirtualSpeaker("a", "Speaker A", "spk.a", 50, 0, 0),
            new VirtualSpeaker("b", "Speaker B", "spk.b", 80.3, 0, -2),
            new VirtualSpeaker("c", "Speaker C", "spk.c", 70.75, 0, -1));
    private static final long DEADLINE_NANOS = 20_000_000_000L;

    private Path directory = Path.of("");
    private Path socket = Path.of("");
    private Room room;

    @BeforeEach
    void open(@TempDir Path made) throws RoomException {
        directory = made;
        socket = made.resolve("cable");
        room = Room.open(new RoomConfig(SPEAKERS, 3), new CableWire(socket, SPEAKERS));
        room.playTune();
    }

    @AfterEach
    void close() {
        room.close();
        assertEquals(false, Files.exists(socket));
    }

    private static void until(String what, BooleanSupplier holds) {
        long start = System.nanoTime();
        while (!holds.getAsBoolean()) {
            assertTrue(System.nanoTime() - start < DEADLINE_NANOS, "waited too long until " + what);
            LockSupport.parkNanos(2_000_000);
        }
    }

    private FakeGateway connected(int... fed) throws Exception {
        FakeGateway gateway = new FakeGateway(socket, fed);
        until("blocks flow", () -> gateway.programs() > 30);
        return gateway;
    }

    @Test
    void whatTheGatewayFeedsIsHeardWithEachSpeakersLatency() throws Exception {
        try (FakeGateway gateway = connected(0, 2)) {
            Path out = directory.resolve("out.wav");
            Path control = directory.resolve("control.wav");
            RecordingResult result = room.record(
                            RecordingRequest.of(2, At.SPEAKER, out).withControl(control))
                    .await();
            assertEquals(0L, result.programGaps());
            float[][] channels = WavAudio.read(out).channels();
            float[][] program = WavAudio.read(control).channels();
            float[] middle = new float[96_000];
            for (int k = 0; k < middle.length; k++) {
                middle[k] = 0.5f * (program[0][k] + program[1][k]);
            }
            assertEquals(50 * 48, Delays.lag(middle, channels[0], 60_000, 1 << 15, 9_600), 0.01);
            assertEquals(70.75 * 48, Delays.lag(middle, channels[2], 60_000, 1 << 15, 9_600), 0.01);
            for (float sample : channels[1]) {
                assertEquals(0f, sample);
            }
            gateway.verify();
        }
    }

    @Test
    void sinksThatLeaveAndReturnAreTold() throws Exception {
        try (FakeGateway gateway = connected(1)) {
            room.set("b", SpeakerChange.dropped());
            until("it is gone", () -> gateway.sinks().contains("{\"name\":\"spk.b\",\"present\":false}"));
            room.set("b", SpeakerChange.returned());
            until("it is back", () -> gateway.sinks().contains("{\"name\":\"spk.b\",\"present\":true}"));
            gateway.verify();
        }
    }

    @Test
    void theMicrophoneIsSentToWhoAsksForItOnly() throws Exception {
        try (FakeGateway gateway = connected(0)) {
            assertEquals(0, gateway.mics());
            gateway.listen(true);
            until("the room is heard", () -> gateway.loudestMic() > 0.05);
            gateway.verify();
        }
    }

    @Test
    void aGatewayThatFallsSilentIsHeardAsSilenceAndCounted() throws Exception {
        try (FakeGateway gateway = connected(0)) {
            gateway.mute(true);
            long before = lateBlocks();
            long at = gateway.programs();
            until("the room goes on", () -> gateway.programs() > at + 20);
            until("they are counted", () -> lateBlocks() >= before + 15);
            gateway.mute(false);
            long then = gateway.programs();
            until("it is heard again", () -> gateway.programs() > then + 20);
            gateway.verify();
        }
    }

    @Test
    void aGatewayThatEndsCanComeBack() throws Exception {
        try (FakeGateway first = connected(0)) {
            first.verify();
        }
        until("the room notices", () -> !connectedNow());
        try (FakeGateway second = connected(1)) {
            assertTrue(connectedNow());
            second.verify();
        }
    }

    private long lateBlocks() {
        try {
            return room.status().wire().lateBlocks();
        } catch (RoomException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private boolean connectedNow() {
        try {
            return Boolean.TRUE.equals(room.status().wire().gatewayConnected());
        } catch (RoomException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void oneThatBreaksTheProtocolIsCutOffAndTheRoomGoesOn() throws Exception {
        int[][] wrong = {{3, -5}, {3, 1 << 21}, {3, 4, 0}, {3, 12, 0, 0, 700}, {4, 0}};
        for (int[] message : wrong) {
            try (FakeGateway gateway = connected()) {
                ByteBuffer bytes = ByteBuffer.allocate(4 * message.length).order(ByteOrder.LITTLE_ENDIAN);
                for (int word : message) {
                    bytes.putInt(word);
                }
                gateway.send(bytes.flip());
                until("it is cut off", gateway::cutOff);
            }
        }
        try (FakeGateway good = connected(0)) {
            good.verify();
        }
    }

    @Test
    void aFileInTheSocketsPlaceIsNotReplaced() throws Exception {
        Path file = Files.writeString(directory.resolve("precious"), "kept");
        String told = assertThrows(
                        RoomException.class,
                        () -> Room.open(new RoomConfig(SPEAKERS, 3), new CableWire(file, SPEAKERS)))
                .getMessage();

        assertEquals(file + " is there already and is no socket", told);
        assertEquals("kept", Files.readString(file));
    }
}
