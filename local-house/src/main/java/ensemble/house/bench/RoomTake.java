package ensemble.house.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.wav.WavAudio;
import ensemble.wav.WavWriter;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Plays into a house and listens to its room, over HTTP alone. */
final class RoomTake {
    private final HouseProbe house;
    private final Path folder;

    /** What happens while the room is recorded. */
    interface Script {
        void play() throws IOException, InterruptedException;
    }

    /** @param voided whether the program itself broke, which is this machine's doing */
    record Take(List<float[]> channels, boolean voided) {}

    RoomTake(HouseProbe house, Path folder) {
        this.house = house;
        this.folder = folder;
    }

    /** The virtual Echo plays this, the same left and right, over and over. */
    void loop(String name, float[] mono) throws IOException, InterruptedException {
        Path file = folder.resolve(name + ".wav");
        float[] stereo = new float[2 * mono.length];
        for (int frame = 0; frame < mono.length; frame++) {
            stereo[2 * frame] = mono[frame];
            stereo[2 * frame + 1] = mono[frame];
        }
        try (FileChannel channel = FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.READ);
                WavWriter wav = new WavWriter(channel, 2, mono.length)) {
            wav.write(stereo, mono.length);
            wav.finish();
        }
        var unused =
                house.post("/room/play", body().put("file", file.toString()).put("loop", true));
    }

    /** What each speaker emits. */
    Take record(double seconds, Script meanwhile) throws IOException, InterruptedException {
        return record(seconds, "speaker", meanwhile);
    }

    /** How each speaker arrives at the microphone, alone. */
    Take recordAtMicrophone(double seconds) throws IOException, InterruptedException {
        return record(seconds, "mic", () -> {});
    }

    private Take record(double seconds, String at, Script meanwhile) throws IOException, InterruptedException {
        Path out = folder.resolve("take.wav");
        JsonNode started = house.post(
                "/room/record-start",
                body().put("seconds", seconds).put("at", at).put("out", out.toString()));
        meanwhile.play();
        JsonNode result = house.post(
                "/room/record-await",
                body().put("recording", started.path("recording").asText()));
        Take take = new Take(
                List.of(WavAudio.read(out).channels()),
                result.path("programGaps").asLong() > 0);
        Files.delete(out);
        return take;
    }

    static ObjectNode body() {
        return HouseProbe.JSON.createObjectNode();
    }
}
