package ensemble.house.room;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the room's facts are spelled in JSON; unknown is null. */
final class RoomJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private RoomJson() {}

    static ObjectNode playing(@Nullable String what) {
        return JSON.objectNode().put("playing", what);
    }

    static ObjectNode error(String sentence) {
        return JSON.objectNode().put("error", sentence);
    }

    static ObjectNode started(String id, long startFrame) {
        return JSON.objectNode().put("recording", id).put("startFrame", startFrame);
    }

    static ObjectNode speaker(SpeakerState speaker) {
        return JSON.objectNode()
                .put("id", speaker.id())
                .put("name", speaker.name())
                .put("present", speaker.present())
                .put("latencyMs", speaker.latencyMs())
                .put("delayMs", speaker.delayMs())
                .put("ppm", speaker.ppm())
                .put("gainDb", speaker.gainDb())
                .put("stalledMs", speaker.stalledMs())
                .put("restarts", speaker.restarts())
                .put("returnSeed", speaker.returnSeed());
    }

    static ObjectNode microphone(MicrophoneChange change) {
        return JSON.objectNode()
                .put("ppm", change.ppm())
                .put("slipMs", change.slipMs())
                .put("block", change.block())
                .put("unblock", change.unblock());
    }

    static ObjectNode recorded(RecordingRequest request, RecordingResult result, List<VirtualSpeaker> speakers) {
        ObjectNode json = JSON.objectNode()
                .put("out", request.out().toString())
                .put("mic", request.mic() == null ? null : request.mic().toString())
                .put(
                        "control",
                        request.control() == null ? null : request.control().toString())
                .put("frames", result.frames())
                .put("startFrame", result.startFrame())
                .put("clockSlips", result.clockSlips())
                .put("slippedFrames", result.slippedFrames())
                .put("programGaps", result.programGaps())
                .put("programLostFrames", result.programLostFrames());
        var channels = json.putArray("speakers");
        speakers.forEach(speaker -> channels.add(speaker.id()));
        return json;
    }

    static ObjectNode status(RoomStatus status) {
        WireHealth wire = status.wire();
        ObjectNode json = playing(status.playing())
                .put("seconds", status.frames() / (double) RoomEngine.RATE)
                .put("load", status.frames() == 0 ? null : status.busyNanos() * 48e-6 / status.frames())
                .put("graph", wire.graph())
                .put("gatewayConnected", wire.gatewayConnected())
                .put("lateBlocks", wire.lateBlocks())
                .put("clockSlips", wire.clockSlips())
                .put("programUnderruns", wire.programUnderruns())
                .put("fault", wire.fault());
        var speakers = json.putArray("speakers");
        status.speakers().forEach(speaker -> speakers.add(speaker(speaker)));
        return json;
    }
}
