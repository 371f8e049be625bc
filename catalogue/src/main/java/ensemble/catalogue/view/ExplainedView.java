package ensemble.catalogue.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.catalogue.data.Symptom;
import ensemble.catalogue.explain.Explained;
import ensemble.catalogue.explain.Explained.Likely;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The answer of {@code catalogue explain}, as JSON and as lines. */
public final class ExplainedView {
    private ExplainedView() {}

    public static ObjectNode json(Explained explained) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("asked", explained.asked());
        json.put("symptom", explained.symptom().map(Symptom::id).orElse(null));
        ArrayNode causes = json.putArray("causes");
        for (Likely likely : explained.causes()) {
            ObjectNode cause = causes.addObject();
            cause.put("cause", likely.cause().id()).put("name", likely.cause().name());
            cause.put("share", likely.share());
            cause.put("check", likely.cause().check())
                    .put("remedy", likely.cause().remedy());
            cause.put("source", likely.cause().evidence().words());
            cause.set("facts", AnswerJson.facts(likely.cause().facts()));
            likely.box().forEach(cause.putArray("seenByBox")::add);
        }
        explained
                .myth()
                .ifPresentOrElse(
                        myth -> json.putObject("myth")
                                .put("claim", myth.claim())
                                .put("verdict", myth.verdict().name().toLowerCase(Locale.ROOT))
                                .put("answer", myth.answer())
                                .put("source", myth.evidence().words()),
                        () -> json.putNull("myth"));
        ArrayNode known = json.putArray("known");
        explained.known().forEach(symptom -> known.addObject()
                .put("symptom", symptom.id())
                .put("name", symptom.name()));
        return json;
    }

    public static List<String> lines(Explained explained) {
        List<String> lines = new ArrayList<>();
        explained.myth().ifPresent(myth -> {
            lines.add((switch (myth.verdict()) {
                        case FALSE -> "Not so: ";
                        case HALF -> "Half true: ";
                    })
                    + myth.claim());
            lines.add("  " + myth.answer());
            lines.add("  " + myth.evidence().words());
        });
        explained.symptom().ifPresent(symptom -> {
            lines.add(symptom.name() + ". Likeliest first:");
            int number = 1;
            for (Likely likely : explained.causes()) {
                lines.add(String.format(
                        "%3d. %s (%d%%)%s",
                        number++,
                        likely.cause().name(),
                        Math.round(likely.share() * 100),
                        likely.box().isEmpty() ? "" : ", seen by the box: " + String.join(", ", likely.box())));
                lines.add("     Check:  " + likely.cause().check());
                lines.add("     Remedy: " + likely.cause().remedy());
                lines.add("     " + likely.cause().evidence().words());
            }
        });
        if (!explained.known().isEmpty()) {
            lines.add("Not understood. Symptoms that have an answer:");
            explained.known().forEach(symptom -> lines.add(String.format("  %-20s %s", symptom.id(), symptom.name())));
        }
        return lines;
    }
}
