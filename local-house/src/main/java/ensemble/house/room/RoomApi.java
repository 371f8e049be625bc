package ensemble.house.room;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What is served under {@code /room/}: functions from a request's JSON to an answer. A missing node stands for an empty
 * body. They wait, so call them on a thread that may: {@link #record} for as long as it records.
 */
public final class RoomApi {
    /**
     * What to answer.
     *
     * @param status the HTTP status: 200, 400 with an {@code error}, or 409 with an {@code error}
     */
    public record Answer(int status, JsonNode body) {}

    private record Running(RecordingRequest request, Recording recording) {}

    @FunctionalInterface
    private interface Act {
        JsonNode answer() throws RoomException, InterruptedException;
    }

    private final Room room;
    private final Map<String, Running> running = new ConcurrentHashMap<>();
    private final AtomicLong nextId = new AtomicLong(1);

    public RoomApi(Room room) {
        this.room = room;
    }

    /**
     * Serves {@code /room/ACTION}.
     *
     * @param action play, stop, set, mic, record, record-start, record-await or status
     * @return null if there is no such action
     */
    public @Nullable Answer serve(String action, JsonNode body) {
        return switch (action) {
            case "play" -> play(body);
            case "stop" -> stop(body);
            case "set" -> set(body);
            case "mic" -> mic(body);
            case "record" -> record(body);
            case "record-start" -> recordStart(body);
            case "record-await" -> recordAwait(body);
            case "status" -> status();
            default -> null;
        };
    }

    /** {@code {"file"?: absolute path, "loop"?: bool}}; without a file the tune. */
    public Answer play(JsonNode body) {
        return answering(() -> {
            Body asked = new Body(body, Set.of("file", "loop"));
            Path file = asked.path("file");
            boolean loop = asked.flag("loop");
            if (file == null) {
                room.playTune();
            } else {
                room.play(file, loop);
            }
            return RoomJson.playing(file == null ? "the tune" : file.toString());
        });
    }

    /** {@code {}}. */
    public Answer stop(JsonNode body) {
        return answering(() -> {
            new Body(body, Set.of());
            room.stop();
            return RoomJson.playing(null);
        });
    }

    /** {@code {"speaker": id or name, "latencyMs"?, "ppm"?, "gainDb"?, "stallMs"?, "drop"?: bool, "return"?: bool}}. */
    public Answer set(JsonNode body) {
        return answering(() -> {
            Body asked = new Body(body, Set.of("speaker", "latencyMs", "ppm", "gainDb", "stallMs", "drop", "return"));
            String speaker = asked.needText("speaker");
            SpeakerChange change = new SpeakerChange(
                    asked.number("latencyMs"),
                    asked.number("ppm"),
                    asked.number("gainDb"),
                    asked.number("stallMs"),
                    asked.flag("drop"),
                    asked.flag("return"));
            if (change.isEmpty()) {
                throw RoomException.wrongRequest("nothing to set about " + speaker
                        + ": give latency-ms, ppm, gain-db, stall-ms, drop or return");
            }
            return RoomJson.speaker(room.set(speaker, change));
        });
    }

    /** {@code {"ppm"?, "slipMs"?, "block"?: bool, "unblock"?: bool}}. */
    public Answer mic(JsonNode body) {
        return answering(() -> {
            Body asked = new Body(body, Set.of("ppm", "slipMs", "block", "unblock"));
            MicrophoneChange change = new MicrophoneChange(
                    asked.number("ppm"), asked.number("slipMs"), asked.flag("block"), asked.flag("unblock"));
            if (change.isEmpty()) {
                throw RoomException.wrongRequest(
                        "nothing to do about the microphone: give ppm, slip-ms, block or unblock");
            }
            room.change(change);
            return RoomJson.microphone(change);
        });
    }

    /**
     * {@code {"seconds", "out": absolute path, "at"?: "speaker"|"mic", "mic"?: path, "control"?: path}}; answers when the
     * files are whole.
     */
    public Answer record(JsonNode body) {
        return answering(() -> {
            RecordingRequest request = request(body);
            return done(new Running(request, room.record(request)));
        });
    }

    /** The same, but answers at the first sample with {@code {"recording": id, "startFrame"}}. */
    public Answer recordStart(JsonNode body) {
        return answering(() -> {
            RecordingRequest request = request(body);
            Recording recording = room.record(request);
            long start = recording.awaitStart();
            String id = Long.toString(nextId.getAndIncrement());
            running.put(id, new Running(request, recording));
            return RoomJson.started(id, start);
        });
    }

    /** {@code {"recording": id}} of {@link #recordStart}; answers once, when the files are whole. */
    public Answer recordAwait(JsonNode body) {
        return answering(() -> {
            String id = new Body(body, Set.of("recording")).needText("recording");
            Running one = running.remove(id);
            if (one == null) {
                throw RoomException.wrongRequest("there is no recording " + id);
            }
            return done(one);
        });
    }

    public Answer status() {
        return answering(() -> RoomJson.status(room.status()));
    }

    private JsonNode done(Running one) throws RoomException, InterruptedException {
        return RoomJson.recorded(
                one.request(), one.recording().await(), room.config().speakers());
    }

    private static RecordingRequest request(JsonNode body) throws RoomException {
        Body asked = new Body(body, Set.of("seconds", "at", "out", "mic", "control"));
        String at = asked.oneOf("at", List.of("speaker", "mic"));
        return new RecordingRequest(
                asked.needNumber("seconds"),
                at.equals("mic") ? RecordingRequest.At.MIC : RecordingRequest.At.SPEAKER,
                asked.needPath("out"),
                asked.path("mic"),
                asked.path("control"));
    }

    private static Answer answering(Act act) {
        try {
            return new Answer(200, act.answer());
        } catch (IllegalArgumentException e) {
            return new Answer(400, RoomJson.error(String.valueOf(e.getMessage())));
        } catch (RoomException e) {
            int status =
                    switch (e.kind()) {
                        case WRONG_REQUEST -> 400;
                        case CANNOT -> 409;
                    };
            return new Answer(status, RoomJson.error(String.valueOf(e.getMessage())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer(409, RoomJson.error("the house is ending"));
        }
    }
}
