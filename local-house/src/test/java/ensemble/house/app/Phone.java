package ensemble.house.app;

import com.fasterxml.jackson.databind.JsonNode;
import ensemble.wav.WavAudio;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** A phone with the box's page open, whose microphone stands where the room's does. Its own thread. */
final class Phone implements AutoCloseable {
    private static final int RATE = 48_000;

    private final TestHouse house;
    private final Thread thread;
    private final AtomicInteger takes = new AtomicInteger();

    Phone(TestHouse house) {
        this.house = house;
        thread = Thread.ofPlatform().daemon().name("phone").start(this::run);
    }

    /** How often it was listened to. */
    int takes() {
        return takes.get();
    }

    private void run() {
        long done = 0;
        try {
            while (!Thread.currentThread().isInterrupted()) {
                JsonNode wanted = house.pageShows().path("phone");
                if (wanted.path("listen").asLong() > done) {
                    done = wanted.path("listen").asLong();
                    listens(done, wanted.path("seconds").asDouble());
                }
                Thread.sleep(50);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    private void listens(long id, double seconds) throws Exception {
        Path speakers = Files.createTempFile("speakers", ".wav");
        Path heard = Files.createTempFile("phone", ".wav");
        JsonNode started = TestHouse.json(house.post(
                "/room/record-start",
                TestHouse.body()
                        .put("seconds", seconds + 0.5)
                        .put("out", speakers.toString())
                        .put("mic", heard.toString())
                        .toString()));
        house.onPage("/api/phone/hears", "{\"id\":" + id + "}");
        TestHouse.json(house.post(
                "/room/record-await",
                TestHouse.body()
                        .put("recording", started.path("recording").asText())
                        .toString()));
        house.onPage(
                "/api/phone/take?id=" + id + "&gaps=0",
                "audio/wav",
                wav(WavAudio.read(heard).channels()[0]));
        Files.delete(speakers);
        Files.delete(heard);
        takes.incrementAndGet();
    }

    private static byte[] wav(float[] samples) {
        ByteBuffer bytes = ByteBuffer.allocate(44 + 2 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + 2 * samples.length);
        bytes.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        bytes.putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(2 * RATE);
        bytes.putShort((short) 2).putShort((short) 16);
        bytes.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(2 * samples.length);
        for (float sample : samples) {
            bytes.putShort((short) Math.clamp(Math.round(sample * 32_768), -32_768, 32_767));
        }
        return bytes.array();
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
