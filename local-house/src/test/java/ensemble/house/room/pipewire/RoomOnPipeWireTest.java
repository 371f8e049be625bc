package ensemble.house.room.pipewire;

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
import ensemble.house.room.RoomStatus;
import ensemble.house.room.SpeakerChange;
import ensemble.house.room.SpeakerState;
import ensemble.house.room.VirtualSpeaker;
import ensemble.pulse.server.PipeWireConfig;
import ensemble.pulse.server.PipeWireStart;
import ensemble.pulse.server.PrivatePipeWire;
import ensemble.wav.WavAudio;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The room on a real audio server; links from the Echo's monitor to the sinks stand in for the gateway. */
@Tag("audio")
final class RoomOnPipeWireTest {
    private static final List<VirtualSpeaker> SPEAKERS = List.of(
            new VirtualSpeaker("a", "Speaker A", "spk.a", 150, 0, 0),
            new VirtualSpeaker("b", "Speaker B", "spk.b", 180.3, 0, -2),
            new VirtualSpeaker("c", "Speaker C", "spk.c", 210.7, 0, -1));
    private static final int TRIES = 3;

    private Path directory;
    private PrivatePipeWire server;
    private Room room;

    @BeforeEach
    void open(@TempDir Path made) throws Exception {
        directory = made;
        server = switch (PrivatePipeWire.start(PipeWireConfig.in(directory))) {
            case PipeWireStart.Started started -> started.server();
            case PipeWireStart.CannotBeHad cannot -> throw new AssertionError(cannot.toString());
        };
        room = Room.open(new RoomConfig(SPEAKERS, 7), new PipeWireWire(server, SPEAKERS));
    }

    @AfterEach
    void close() {
        if (room != null) {
            room.close();
        }
        server.close();
    }

    private void feed(String node) {
        assertTrue(server.link("echo:monitor_FL", node + ":playback_FL"));
        assertTrue(server.link("echo:monitor_FR", node + ":playback_FR"));
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Take(WavAudio speakers, WavAudio mic, float[] control, RecordingResult result) {}

    /** Records until the machine itself made no gap; a third void try is a failure. */
    private Take take(double seconds) throws Exception {
        Path out = directory.resolve("out.wav");
        Path mic = directory.resolve("mic.wav");
        Path control = directory.resolve("control.wav");
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            RecordingResult result = room.record(RecordingRequest.of(seconds, At.SPEAKER, out)
                            .withMic(mic)
                            .withControl(control))
                    .await();
            if (Long.valueOf(0).equals(result.programGaps())) {
                float[][] program = WavAudio.read(control).channels();
                float[] middle = new float[program[0].length];
                for (int k = 0; k < middle.length; k++) {
                    middle[k] = 0.5f * (program[0][k] + program[1][k]);
                }
                return new Take(WavAudio.read(out), WavAudio.read(mic), middle, result);
            }
            System.out.println("try " + attempt + " is void: " + result);
        }
        throw new AssertionError("the machine made gaps in " + TRIES + " tries");
    }

    private static double lagMs(Take take, int channel, int center) {
        return Delays.lag(take.control(), take.speakers().channels()[channel], center, 1 << 15, 48_000) / 48;
    }

    @Test
    void whatIsLinkedIsHeardWithTheSpeakersLatencyAndTheRestIsSilent() throws Exception {
        room.playTune();
        feed("spk.a");
        feed("spk.c");
        take(1);
        Take take = take(3);

        assertEquals(144_000, take.speakers().frames());
        assertEquals(150, lagMs(take, 0, 96_000), 0.05 / 48);
        assertEquals(210.7, lagMs(take, 2, 96_000), 0.05 / 48);
        for (float sample : take.speakers().channels()[1]) {
            assertEquals(0f, sample);
        }
        assertTrue(loudest(take.mic().channels()[0]) > 0.1);
    }

    private static float loudest(float[] samples) {
        float most = 0;
        for (float sample : samples) {
            most = Math.max(most, Math.abs(sample));
        }
        return most;
    }

    @Test
    void aSpeakerCanBeChangedDroppedAndReturnedWhileTheOthersPlayOn() throws Exception {
        room.playTune();
        feed("spk.a");
        feed("spk.b");
        take(1);
        room.set("Speaker B", SpeakerChange.latencyMs(99.5));
        take(1);
        assertEquals(99.5, lagMs(take(2), 1, 48_000), 0.05 / 48);

        SpeakerState gone = room.set("b", SpeakerChange.dropped());
        assertEquals(false, gone.present());
        Take without = take(2);
        assertEquals(0f, loudest(without.speakers().channels()[1]));
        assertEquals(150, lagMs(without, 0, 48_000), 0.05 / 48);
        assertEquals(false, server.succeed("pactl", "list", "short", "sinks").contains("spk.b"));

        SpeakerState back = room.set("b", SpeakerChange.returned());
        System.out.println("returned with seed " + back.returnSeed());
        feed("spk.b");
        take(1);
        assertEquals(back.latencyMs(), lagMs(take(2), 1, 48_000), 0.05 / 48);
        assertEquals(99.5, back.latencyMs(), 20);
    }

    @Test
    void theMicrophoneIsASourceThatHearsTheRoom() throws Exception {
        room.playTune();
        feed("spk.a");
        take(1);
        String sources = server.succeed("pactl", "list", "short", "sources");
        assertTrue(sources.contains("\t" + PipeWireWire.MIC + "\t"), sources);
        assertTrue(sources.contains("\techo.monitor\t"), sources);
        Path heard = directory.resolve("heard.wav");
        String command = "timeout -s INT 2 parecord -d room-mic --file-format=wav --format=float32le --rate=48000"
                + " --channels=1 --latency-msec=50 " + heard + " || true";
        server.succeed("sh", "-c", command);
        float most = loudest(WavAudio.read(heard).channels()[0]);
        assertTrue(most > 0.1 && most < 0.3, "loudest " + most);
    }

    @Test
    void anAudioServerThatEndsIsTold() {
        server.close();
        String told = assertThrows(RoomException.class, () -> room.set("a", SpeakerChange.ppm(1)))
                .getMessage();

        assertTrue(String.valueOf(told).startsWith("the room's clock stands still: The audio server is gone"), told);
    }

    @Test
    void theRoomItselfKeepsUp() throws Exception {
        room.playTune();
        take(2);
        RoomStatus status = room.status();
        assertEquals(0, status.wire().programUnderruns(), status.toString());
        System.out.printf("load of the physics: %.2f %%%n", status.busyNanos() * 48e-4 / status.frames());
        assertTrue(status.wire().graph().contains("PipeWire"), status.wire().graph());
    }
}
