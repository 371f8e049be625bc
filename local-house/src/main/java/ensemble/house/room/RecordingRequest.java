package ensemble.house.room;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What to record, all on one clock and beginning with the same sample.
 *
 * @param seconds 0.01 to 600
 * @param at where each speaker is listened to
 * @param out one channel per speaker, in the room's order
 * @param mic what the microphone hears, one channel; null = not wanted
 * @param control the Echo's program as the audio server gave it back, stereo; null = not wanted
 */
public record RecordingRequest(
        double seconds,
        At at,
        Path out,
        @Nullable Path mic,
        @Nullable Path control) {
    /** Where each speaker is listened to. */
    public enum At {
        /** What it emits: its latency, clock, gain and stalls included. */
        SPEAKER,
        /** What of it arrives at the microphone, alone and without noise. */
        MIC
    }

    /** @throws IllegalArgumentException if the seconds are out of range, or two files are the same */
    public RecordingRequest {
        Limits.SECONDS.check(seconds);
        out = out.toAbsolutePath().normalize();
        mic = mic == null ? null : mic.toAbsolutePath().normalize();
        control = control == null ? null : control.toAbsolutePath().normalize();
        if (out.equals(mic) || out.equals(control) || (mic != null && mic.equals(control))) {
            throw new IllegalArgumentException("two recordings cannot go into the same file");
        }
    }

    public static RecordingRequest of(double seconds, At at, Path out) {
        return new RecordingRequest(seconds, at, out, null, null);
    }

    public RecordingRequest withMic(Path file) {
        return new RecordingRequest(seconds, at, out, file, control);
    }

    public RecordingRequest withControl(Path file) {
        return new RecordingRequest(seconds, at, out, mic, file);
    }

    long frames() {
        return Math.round(seconds * RoomEngine.RATE);
    }
}
