package ensemble.house.room;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ensemble.house.room.RecordingRequest.At;
import ensemble.wav.WavAudio;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class RecordingTest {
    private final ManualWire wire = new ManualWire();
    private Path directory = Path.of("");
    private Room room;

    @BeforeEach
    void open(@TempDir Path made) throws RoomException {
        directory = made;
        room = Room.open(RoomConfig.demo(4, 1), wire);
    }

    private RecordingResult take(RecordingRequest request) throws Exception {
        try (AutoCloseable time = wire.running()) {
            assertTrue(time != null);
            return room.record(request).await();
        }
    }

    private RecordingRequest request(double seconds, At at) {
        return RecordingRequest.of(seconds, at, directory.resolve("out.wav"))
                .withMic(directory.resolve("mic.wav"))
                .withControl(directory.resolve("control.wav"));
    }

    @Test
    void everyChannelIsItsSpeakersAndAllBeginWithTheSameSample() throws Exception {
        room.playTune();
        take(request(1, At.SPEAKER));
        RecordingResult result = take(request(2, At.SPEAKER));

        WavAudio out = WavAudio.read(directory.resolve("out.wav"));
        WavAudio control = WavAudio.read(directory.resolve("control.wav"));
        WavAudio mic = WavAudio.read(directory.resolve("mic.wav"));
        assertEquals(96_000, result.frames());
        assertEquals(4, out.channels().length);
        assertEquals(96_000, out.frames());
        assertEquals(96_000, mic.frames());
        float[] middle = new float[96_000];
        float[] rest = new float[96_000];
        for (int k = 0; k < 96_000; k++) {
            middle[k] = 0.5f * (control.channels()[0][k] + control.channels()[1][k]);
            rest[k] = mic.channels()[0][k];
            for (float[] channel : out.channels()) {
                rest[k] -= channel[k];
            }
            assertTrue(Math.abs(rest[k]) < 0.002, "the microphone is aligned at frame " + k);
        }
        for (int i = 0; i < 4; i++) {
            VirtualSpeaker speaker = room.config().speakers().get(i);
            double seconds = (result.startFrame() + 70_000) / 48_000.0;
            double expected = speaker.latencyMs() * 48 - speaker.ppm() * 0.048 * seconds;
            // Music is not as loud throughout the stretch, so a delay that drifts there is not weighed evenly.
            double exact = speaker.ppm() == 0 ? 0.01 : 0.1;
            assertEquals(expected, Delays.lag(middle, out.channels()[i], 70_000, 1 << 14, 20_000), exact);
        }
        assertEquals(0L, result.programGaps());
    }

    @Test
    void severalRunAtOnceAndAgree() throws Exception {
        room.playTune();
        Path first = directory.resolve("first.wav");
        Path second = directory.resolve("second.wav");
        Recording one = room.record(RecordingRequest.of(0.5, At.SPEAKER, first));
        Recording two = room.record(RecordingRequest.of(0.5, At.MIC, second));
        wire.pass(50);

        assertEquals(one.awaitStart(), two.awaitStart());
        assertEquals(24_000, one.await().frames());
        assertEquals(24_000, two.await().frames());
        assertArrayEquals(
                WavAudio.read(first).channels()[2], WavAudio.read(second).channels()[2]);
    }

    @Test
    void aLengthBetweenBlocksIsKeptToTheFrame() throws Exception {
        Recording recording = room.record(RecordingRequest.of(0.123_45, At.SPEAKER, directory.resolve("out.wav")));
        wire.pass(20);
        recording.await();

        assertEquals(5_926, WavAudio.read(directory.resolve("out.wav")).frames());
    }

    @Test
    void timeThatTheRoomMissedIsInTheResult() throws Exception {
        Recording recording = room.record(request(0.1, At.SPEAKER));
        wire.pass(5);
        wire.pass(5, 1_024);
        RecordingResult result = recording.await();

        assertEquals(1, result.clockSlips());
        assertEquals(1_024, result.slippedFrames());
        assertNull(result.programGaps(), "nothing was played to compare");
    }

    @Test
    void aCancelledRecordingLeavesNothingAndWhatWasThereStays() throws Exception {
        Path out = directory.resolve("out.wav");
        Files.writeString(out, "kept");
        Recording recording = room.record(RecordingRequest.of(60, At.SPEAKER, out));
        wire.pass(10);
        recording.cancel();

        String told = assertThrows(RoomException.class, recording::await).getMessage();
        assertEquals("the recording failed: it was cancelled", told);
        assertEquals("kept", Files.readString(out));
        assertEquals(1, files());
    }

    @Test
    void aDiskThatCannotBeWrittenToIsTold() throws Exception {
        Path nowhere = directory.resolve("missing").resolve("out.wav");
        String told = assertThrows(RoomException.class, () -> room.record(RecordingRequest.of(1, At.SPEAKER, nowhere)))
                .getMessage();
        assertEquals("cannot record: there is no directory " + nowhere.getParent(), told);
        told = assertThrows(RoomException.class, () -> room.record(RecordingRequest.of(1, At.SPEAKER, directory)))
                .getMessage();
        assertEquals("cannot record: " + directory + " is not a file that can be replaced", told);
        RecordingRequest half =
                RecordingRequest.of(1, At.SPEAKER, directory.resolve("out.wav")).withMic(nowhere);
        assertThrows(RoomException.class, () -> room.record(half));
        assertEquals(0, files());
    }

    @Test
    void tooLongAndTooShortAreRefused() {
        for (double seconds : new double[] {0, -1, 601, Double.NaN}) {
            assertThrows(IllegalArgumentException.class, () -> request(seconds, At.SPEAKER));
        }
    }

    private long files() throws IOException {
        try (Stream<Path> list = Files.list(directory)) {
            return list.count();
        }
    }
}
