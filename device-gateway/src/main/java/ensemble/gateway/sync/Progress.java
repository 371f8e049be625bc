package ensemble.gateway.sync;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.contract.id.OutputId;
import ensemble.gateway.act.Task;
import ensemble.gateway.sync.analysis.Finding;
import ensemble.sync.estimate.Reason;
import ensemble.sync.estimate.SpeakerArrival;
import ensemble.sync.estimate.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How a calibration goes, as the page and {@code /calibration.json} show it: {@code running}, {@code listening} (the lamp),
 * {@code group}, {@code n}, {@code sentence}, and at the end {@code result}: the verdict in the form of {@code sync analyze},
 * with each speaker's id, its drift, and what was {@code applied}.
 */
final class Progress {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Consumer<ObjectNode> show;
    private final ObjectNode shown;
    private @Nullable String whyUnchecked;

    Progress(Task ticket, Consumer<ObjectNode> show) {
        this.show = show;
        this.shown = JSON.objectNode()
                .put("n", ticket.n())
                .put("group", ticket.subject())
                .put("running", true)
                .put("listening", false)
                .put("sentence", "Getting ready.");
        shown.putNull("result");
    }

    void says(String sentence) {
        shown.put("sentence", sentence);
        show.accept(shown.deepCopy());
    }

    /** The check of what was applied came to nothing; what was applied stays. */
    void unchecked(String why) {
        whyUnchecked = why;
    }

    void listens(boolean now) {
        shown.put("listening", now);
        show.accept(shown.deepCopy());
    }

    /** The end without a value. */
    void refused(String reason, String sentence, List<Part> parts, List<Integer> about) {
        ObjectNode result = JSON.objectNode()
                .put("verdict", "refused")
                .put("reason", reason)
                .put("sentence", sentence);
        about.forEach(result.putArray("about")::add);
        ArrayNode speakers = result.putArray("speakers");
        for (int i = 0; i < parts.size(); i++) {
            speakers.addObject()
                    .put("index", i)
                    .put("speaker", parts.get(i).speaker().id().value())
                    .putNull("offsetUs")
                    .putNull("uncertaintyUs")
                    .putNull("levelDb");
        }
        result.putNull("micPpm").putArray("applied");
        ends(result, sentence);
    }

    /**
     * The end with values: those of the first take, before anything was moved.
     *
     * @param spread microseconds that they are apart now; of several places, at the worst
     */
    void measured(
            Measured first,
            SortedMap<OutputId, Correction> applied,
            OptionalDouble spread,
            int places,
            int takes,
            double seconds) {
        ObjectNode result =
                JSON.objectNode().put("verdict", "measured").putNull("reason").putNull("sentence");
        ArrayNode speakers = result.putArray("speakers");
        for (SpeakerArrival one : first.verdict().speakers()) {
            Part part = first.parts().get(one.index());
            ObjectNode node = speakers.addObject()
                    .put("index", one.index())
                    .put("speaker", part.speaker().id().value())
                    .put(
                            "offsetUs",
                            tenths(one.offsetMicros()
                                    - part.delayMicros()
                                    + first.parts().getFirst().delayMicros()))
                    .put("uncertaintyUs", tenths(one.uncertaintyMicros()));
            put(node, "levelDb", one.levelDb(), 100);
            put(node, "driftPpm", drift(first.finding(), one.index()), 100);
        }
        result.put("micPpm", tenths(first.verdict().micPpm()));
        ArrayNode list = result.putArray("applied");
        for (Part part : first.parts()) {
            Correction correction = applied.get(part.speaker().output());
            if (correction != null) {
                list.addObject()
                        .put("speaker", part.speaker().id().value())
                        .put("delayMs", Math.rint(correction.delay().micros()) / 1000)
                        .put("trimDb", correction.trimDb());
            }
        }
        put(result, "checkedSpreadUs", spread, 10);
        result.put("whyUnchecked", whyUnchecked);
        result.put("places", places);
        result.put("takes", takes).put("seconds", Math.rint(seconds * 10) / 10);
        ends(result, ended(spread, places));
    }

    private static String ended(OptionalDouble spread, int places) {
        if (spread.isEmpty()) {
            return "Lined up.";
        }
        long micros = Math.round(spread.getAsDouble());
        return places == 1
                ? "Lined up, and checked: " + micros + " microseconds apart."
                : "Lined up on the mean of " + places + " places: at most " + micros
                        + " microseconds apart at any of them.";
    }

    private static OptionalDouble drift(Finding finding, int index) {
        List<Double> drift = new ArrayList<>(finding.driftPpm());
        return drift.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(drift.get(index));
    }

    private void ends(ObjectNode result, String sentence) {
        shown.put("running", false)
                .put("listening", false)
                .put("sentence", sentence)
                .set("result", result);
        show.accept(shown.deepCopy());
    }

    private static void put(ObjectNode node, String field, OptionalDouble value, double parts) {
        if (value.isPresent()) {
            node.put(field, Math.rint(value.getAsDouble() * parts) / parts + 0.0);
        } else {
            node.putNull(field);
        }
    }

    private static double tenths(double value) {
        return Math.rint(value * 10) / 10 + 0.0;
    }

    /** What is wrong and what to do, with the speakers it is about by name. */
    static String sentence(Verdict.Refused refused, List<Part> parts) {
        Reason reason = refused.reason();
        if (refused.speakers().isEmpty()) {
            return reason.sentence();
        }
        List<String> names = refused.speakers().stream()
                .map(i -> parts.get(i).speaker().name().text())
                .toList();
        return String.join(", ", names) + ": " + reason.sentence();
    }
}
