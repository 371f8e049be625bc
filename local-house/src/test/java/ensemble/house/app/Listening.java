package ensemble.house.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.wav.WavAudio;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One long recording of all speakers of a house, and who was heard in it when. Used by one thread. */
final class Listening {
    /** The slowest speaker still sounds for its own latency after its sink has fallen silent, and a fade comes before. */
    static final int SETTLE_MILLIS = 650;

    static final int WINDOW_MILLIS = 60;

    private static final String LETTERS = "KLRD";
    private static final int RATE = 48_000;
    private static final double SOUND = 1e-4;

    private final TestHouse house;
    private final Path wav;
    private final String id;
    private final long zero;
    private @Nullable WavAudio take;

    private Listening(TestHouse house, Path wav, String id, long zero) {
        this.house = house;
        this.wav = wav;
        this.id = id;
        this.zero = zero;
    }

    static Listening start(TestHouse house, Path wav, double seconds) throws Exception {
        ObjectNode asked = TestHouse.body().put("seconds", seconds).put("out", wav.toString());
        HttpResponse<String> started = house.post("/room/record-start", asked.toString());
        long zero = System.currentTimeMillis();
        return new Listening(
                house, wav, TestHouse.json(started).path("recording").asText(), zero);
    }

    /** Waits for the end of the recording. */
    void end() throws Exception {
        TestHouse.json(house.post(
                "/room/record-await", TestHouse.body().put("recording", id).toString()));
        take = WavAudio.read(wav);
    }

    /**
     * The letters of the speakers that sounded; - if none did.
     *
     * @param from milliseconds of the epoch, as {@code to}
     */
    String heard(long from, long to) {
        StringBuilder heard = new StringBuilder();
        for (int channel = 0; channel < LETTERS.length(); channel++) {
            float[] samples = Objects.requireNonNull(take, "it has not ended").channels()[channel];
            int first = (int) ((from - zero) * RATE / 1_000);
            int last = (int) ((to - zero) * RATE / 1_000);
            if (last > samples.length) {
                return "nothing known: the recording ended before";
            }
            double sum = 0;
            for (int i = first; i < last; i++) {
                sum += (double) samples[i] * samples[i];
            }
            if (Math.sqrt(sum / Math.max(1, last - first)) > SOUND) {
                heard.append(LETTERS.charAt(channel));
            }
        }
        return heard.isEmpty() ? "-" : heard.toString();
    }
}
