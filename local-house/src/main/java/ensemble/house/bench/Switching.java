package ensemble.house.bench;

import com.fasterxml.jackson.databind.JsonNode;
import ensemble.wav.WavAudio;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Turns a speaker on and off again and again while the room records it, and finds in the recording when it was heard. Frames
 * are mapped to this machine's clock by asking the room how far it is, many times: the earliest moment at which a frame was
 * known to be there bounds it from above, so what is measured includes the room's own capture.
 */
final class Switching {
    private static final int RATE = 48_000;

    /** Everything the room records is this much late by construction. */
    private static final int ROOM_FRAMES_LATE = 16;

    private static final long REST_MILLIS = 700;

    private final HouseProbe house;
    private final int channel;
    private final double speakerLatencyMillis;
    private final Costs costs = new Costs();
    private final List<Double> toWish = new ArrayList<>();
    private final List<Double> toAnswer = new ArrayList<>();
    private final List<Double> toAudible = new ArrayList<>();
    private double nanosPerZeroFrame = Double.POSITIVE_INFINITY;
    private int unanswered;

    /** @param channel the speaker's place in {@code status} */
    Switching(HouseProbe house, int channel, double speakerLatencyMillis) {
        this.house = house;
        this.channel = channel;
        this.speakerLatencyMillis = speakerLatencyMillis;
    }

    /** Milliseconds from the sentence's arrival at the skill to the wish in the shadow. */
    List<Double> toWish() {
        return toWish;
    }

    /** Milliseconds from the sentence's arrival to Alexa's answer. */
    List<Double> toAnswer() {
        return toAnswer;
    }

    /** Milliseconds from the sentence's arrival to sound at the speaker's sink. */
    List<Double> toAudible() {
        return toAudible;
    }

    Costs costs() {
        return costs;
    }

    int unanswered() {
        return unanswered;
    }

    void run(String endpoint, int times) throws IOException, InterruptedException {
        Path take = Files.createTempFile("bench", ".wav");
        try {
            double seconds = Math.min(590, 4 + times * (2 * REST_MILLIS + 1400) / 1000.0);
            JsonNode started = house.post(
                    "/room/record-start",
                    HouseProbe.JSON.createObjectNode().put("seconds", seconds).put("out", take.toString()));
            long startFrame = started.path("startFrame").asLong();
            List<Long> asked = new ArrayList<>();
            costs.read(house.get("/meter"));
            for (int i = 0; i < times; i++) {
                asked.add(on(endpoint));
                TimeUnit.MILLISECONDS.sleep(REST_MILLIS);
                costs.read(house.get("/meter"));
                house.directive("TurnOff", endpoint);
                TimeUnit.MILLISECONDS.sleep(REST_MILLIS);
                costs.read(house.get("/meter"));
            }
            house.post(
                    "/room/record-await",
                    HouseProbe.JSON
                            .createObjectNode()
                            .put("recording", started.path("recording").asText()));
            findSound(WavAudio.read(take).channels()[channel], startFrame, asked);
        } finally {
            Files.delete(take);
        }
    }

    private long on(String endpoint) throws IOException, InterruptedException {
        long before = house.get("/status").path("wish").asLong();
        long start = System.nanoTime();
        Thread watch = Thread.ofVirtual().start(() -> watch(before, start));
        String answer = house.directive("TurnOn", endpoint);
        toAnswer.add((System.nanoTime() - start) / 1e6);
        if (!answer.equals("Response")) {
            unanswered++;
        }
        watch.join();
        return start;
    }

    private void watch(long before, long start) {
        try {
            while (house.get("/status").path("wish").asLong() == before) {
                TimeUnit.MICROSECONDS.sleep(500);
            }
            synchronized (toWish) {
                toWish.add((System.nanoTime() - start) / 1e6);
            }
            for (int i = 0; i < 20; i++) {
                double frames = house.get("/room/status").path("seconds").asDouble() * RATE;
                nanosPerZeroFrame = Math.min(nanosPerZeroFrame, System.nanoTime() - frames / RATE * 1e9);
                TimeUnit.MILLISECONDS.sleep(3);
            }
        } catch (IOException | InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void findSound(float[] samples, long startFrame, List<Long> asked) {
        double lateFrames = speakerLatencyMillis * RATE / 1000 + ROOM_FRAMES_LATE;
        for (long start : asked) {
            int from = (int) Math.max(0, (start - nanosPerZeroFrame) / 1e9 * RATE - startFrame);
            for (int i = from; i < samples.length; i++) {
                if (samples[i] != 0) {
                    double heardNanos = nanosPerZeroFrame + (startFrame + i - lateFrames) / RATE * 1e9;
                    toAudible.add((heardNanos - start) / 1e6);
                    break;
                }
            }
        }
    }
}
