package ensemble.house.room.pipewire;

import ensemble.house.room.RoomException;
import ensemble.house.room.VirtualSpeaker;
import ensemble.pulse.server.PrivatePipeWire;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The room's nodes in the audio server and the links between them. A capture channel per speaker hears both sides of its
 * sink's monitor, summed by the server; two more hear the Echo's program. Not thread-safe.
 */
final class RoomGraph {
    static final String CAPTURE = "room.capture";
    static final String PLAY = "room.play";

    private static final long LINK_WITHIN_NANOS = 10_000_000_000L;
    private static final long LOOK_EVERY_NANOS = 10_000_000;

    private final PrivatePipeWire server;
    private final List<VirtualSpeaker> speakers;
    private final @Nullable Integer[] sinks;
    private final List<Integer> others = new ArrayList<>();

    RoomGraph(PrivatePipeWire server, List<VirtualSpeaker> speakers) {
        this.server = server;
        this.speakers = speakers;
        this.sinks = new Integer[speakers.size()];
    }

    void makeNodes() throws RoomException {
        others.add(load(
                "sink_name=" + PipeWireWire.ECHO,
                "channels=2",
                "channel_map=front-left,front-right",
                properties("Echo")));
        others.add(load(
                "sink_name=" + PipeWireWire.MIC,
                "media.class=Audio/Source/Virtual",
                "channels=1",
                "channel_map=mono",
                properties("Room microphone")));
        for (int i = 0; i < sinks.length; i++) {
            makeSink(i);
        }
    }

    private void makeSink(int speaker) throws RoomException {
        VirtualSpeaker made = speakers.get(speaker);
        sinks[speaker] = load(
                "sink_name=" + made.node(),
                "channels=2",
                "channel_map=front-left,front-right",
                properties(made.name()));
    }

    /**
     * No {@code node.group} here: PipeWire 0.3.65 would run such a sink before the session manager has set it up, and
     * crash. Its link to the capture brings it onto our clock.
     */
    private static String properties(String description) {
        String quoted = description.replaceAll("[\"'\\\\]", " ");
        return "sink_properties='device.description=\"" + quoted + "\" node.description=\"" + quoted + "\"'";
    }

    private int load(String... arguments) throws RoomException {
        List<String> command = new ArrayList<>(List.of("pactl", "load-module", "module-null-sink"));
        command.addAll(List.of("rate=48000", "format=float32le"));
        command.addAll(List.of(arguments));
        try {
            return Integer.parseInt(server.succeed(command.toArray(String[]::new)));
        } catch (IllegalStateException | NumberFormatException e) {
            throw RoomException.cannot("the audio server does not make " + arguments[0] + ": " + e.getMessage());
        }
    }

    /** Links everything; the streams must have been asked for. */
    void linkAll() throws RoomException {
        for (int i = 0; i < sinks.length; i++) {
            linkSink(i);
        }
        link(PipeWireWire.ECHO + ":monitor_FL", CAPTURE + ":input_AUX" + sinks.length);
        link(PipeWireWire.ECHO + ":monitor_FR", CAPTURE + ":input_AUX" + (sinks.length + 1));
        // The clock swallows it; being linked to the clock is what makes everything here run on it.
        link(PLAY + ":output_AUX0", PrivatePipeWire.CLOCK + ":playback_MONO");
        link(PLAY + ":output_AUX0", PipeWireWire.ECHO + ":playback_FL");
        link(PLAY + ":output_AUX1", PipeWireWire.ECHO + ":playback_FR");
        link(PLAY + ":output_AUX2", PipeWireWire.MIC + ":input_MONO");
    }

    private void linkSink(int speaker) throws RoomException {
        String node = speakers.get(speaker).node();
        link(node + ":monitor_FL", CAPTURE + ":input_AUX" + speaker);
        link(node + ":monitor_FR", CAPTURE + ":input_AUX" + speaker);
    }

    /** Ports appear a little after their node. */
    private void link(String from, String to) throws RoomException {
        long start = System.nanoTime();
        while (!server.link(from, to)) {
            if (System.nanoTime() - start > LINK_WITHIN_NANOS) {
                throw RoomException.cannot("the audio server does not link " + from + " to " + to);
            }
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
        }
    }

    void drop(int speaker) throws RoomException {
        if (sinks[speaker] != null) {
            unload(Objects.requireNonNull(sinks[speaker]));
            sinks[speaker] = null;
        }
    }

    void bringBack(int speaker) throws RoomException {
        if (sinks[speaker] == null) {
            makeSink(speaker);
            linkSink(speaker);
        }
    }

    private void unload(int module) throws RoomException {
        try {
            server.unload(module);
        } catch (IllegalStateException e) {
            throw RoomException.cannot("the audio server does not remove a sink: " + e.getMessage());
        }
    }

    /** Removes the nodes, as far as the server still answers. */
    void removeAll() {
        for (Integer sink : sinks) {
            if (sink != null) {
                others.add(sink);
            }
        }
        for (int module : others) {
            try {
                unload(module);
            } catch (RoomException e) {
                System.getLogger("ensemble.room").log(System.Logger.Level.DEBUG, "a sink stays", e);
            }
        }
        others.clear();
    }
}
