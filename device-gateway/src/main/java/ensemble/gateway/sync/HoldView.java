package ensemble.gateway.sync;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.sync.hold.Decision;
import ensemble.sync.hold.Hearing;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/**
 * How holding goes, as the page and {@code /hold.json} show it: {@code on}, {@code listening} (the lamp), {@code sentence},
 * {@code windows}, and of the last window for each speaker its {@code offsetUs} and {@code uncertaintyUs} (null = not heard).
 * Shown when it changes. Any thread.
 */
final class HoldView {
    private final Consumer<ObjectNode> show;
    private final ObjectNode shown = JsonNodeFactory.instance.objectNode();

    HoldView(Consumer<ObjectNode> show) {
        this.show = show;
        shown.put("on", false).put("listening", false).put("sentence", "").put("windows", 0);
        shown.putArray("speakers");
        shown.putNull("lastJump");
    }

    synchronized void says(boolean on, String sentence) {
        if (shown.path("on").asBoolean() != on
                || !shown.path("sentence").asText().equals(sentence)) {
            shown.put("on", on).put("sentence", sentence);
            show.accept(shown.deepCopy());
        }
    }

    synchronized void listens(boolean now) {
        shown.put("listening", now);
        if (now) {
            shown.put("on", true).put("sentence", "Listening to the marks under the music.");
        }
        show.accept(shown.deepCopy());
    }

    /** A speaker that was away was heard by its own sweep, or was not. */
    synchronized void returned(Holding holding, int speaker, Optional<OptionalDouble> placed) {
        String id = holding.members().get(speaker).speaker().value();
        if (placed.isPresent() && placed.get().isPresent()) {
            shown.putObject("lastJump")
                    .put("speaker", id)
                    .put("ms", placed.get().getAsDouble() * 1e3)
                    .put("window", holding.windows());
        }
        shown.put(
                "sentence",
                placed.isPresent()
                        ? id + " is back, and was put in its place."
                        : id + " is back, and was not heard clearly yet.");
        show.accept(shown.deepCopy());
    }

    synchronized void heard(Holding holding, List<Hearing> hearings, Decision decision, double now) {
        int count = 0;
        ArrayNode speakers = shown.putArray("speakers");
        for (int i = 0; i < hearings.size(); i++) {
            ObjectNode one = speakers.addObject()
                    .put("speaker", holding.members().get(i).speaker().value());
            boolean heard = hearings.get(i) instanceof Hearing.Heard;
            count += heard ? 1 : 0;
            one.put("heard", heard);
            if (hearings.get(i) instanceof Hearing.Heard(double delay, double ppm, double sigma, double clarity)) {
                one.put("delayMs", delay * 1e3).put("ppm", ppm).put("clarity", Math.rint(clarity * 10) / 10);
            }
            OptionalDouble micros = holding.offsetMicros(i, now);
            if (micros.isPresent()) {
                one.put("offsetUs", Math.rint(micros.getAsDouble() * 10) / 10);
            } else {
                one.putNull("offsetUs");
            }
        }
        shown.put("windows", holding.windows());
        for (Decision.Jump jump : decision.jumps()) {
            shown.putObject("lastJump")
                    .put(
                            "speaker",
                            holding.members().get(jump.speaker()).speaker().value())
                    .put("ms", jump.by() * 1e3)
                    .put("window", holding.windows());
        }
        shown.put("notice", decision.notice().name());
        shown.put(
                "sentence",
                switch (decision.notice()) {
                    case MICROPHONE_MOVED -> "The microphone was moved: line the speakers up again.";
                    case RECORDING_SLIPPED -> "The recording slipped; listening on.";
                    case NOTHING ->
                        count == 0
                                ? "Nothing to hear: the music pauses, or the microphone is covered."
                                : "Heard " + count + " of " + hearings.size() + " speakers under the music.";
                });
        show.accept(shown.deepCopy());
    }
}
