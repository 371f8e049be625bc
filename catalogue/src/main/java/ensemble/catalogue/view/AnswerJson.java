package ensemble.catalogue.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.catalogue.ask.Answer;
import ensemble.catalogue.ask.Way;
import ensemble.catalogue.data.Conflict;
import ensemble.catalogue.data.Fact;
import ensemble.catalogue.data.Model;
import ensemble.catalogue.data.Procedure;
import ensemble.catalogue.data.Quantity;
import ensemble.catalogue.name.Match;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An answer as the JSON of {@code catalogue ask}: the agreed keys first, further ones after them. */
public final class AnswerJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private AnswerJson() {}

    public static ObjectNode of(Answer answer) {
        ObjectNode json = JSON.objectNode();
        ArrayNode models = json.putArray("models");
        answer.models().forEach(match -> models.add(match(match)));
        json.put("canLink", answer.canLink().name().toLowerCase(Locale.ROOT));
        ArrayNode modes = json.putArray("modes");
        answer.ways().forEach(way -> modes.add(way(way)));
        ArrayNode conflicts = json.putArray("conflicts");
        answer.conflicts().forEach(conflict -> conflicts.add(conflict(conflict)));
        answer.instead().forEach(json.putArray("instead")::add);
        ArrayNode against = json.putArray("against");
        answer.against().forEach(one -> against.addObject()
                .put("why", one.why())
                .put("source", one.evidence().words()));
        json.set("known", facts(answer.known()));
        return json;
    }

    private static ObjectNode match(Match match) {
        ObjectNode json = JSON.objectNode();
        json.put("asked", match.asked());
        json.put("matched", match.model().map(Model::shown).orElse(null));
        json.put("confidence", match.confidence());
        ArrayNode candidates = json.putArray("candidates");
        match.candidates().forEach(model -> candidates.add(model.shown()));
        json.put("yours", match.model().map(Model::added).orElse(false));
        return json;
    }

    private static ObjectNode way(Way way) {
        ObjectNode json = JSON.objectNode();
        Fact expected = way.expected();
        Quantity quantity = expected == null ? null : expected.quantity();
        json.put("mode", way.mode());
        json.put("firmwareMin", way.firmwareMin());
        json.put("appMin", way.appMin());
        json.put("offsetMs", quantity == null ? null : (Double) quantity.worst());
        json.put(
                "measures",
                quantity == null || quantity.measure() == null
                        ? null
                        : quantity.measure().words());
        json.set("steps", steps(way.procedure()));
        json.put("source", way.source());
        json.put("identical", way.identical());
        json.put("stereo", way.stereo());
        json.put("units", way.units());
        json.put("pick", way.pick());
        json.put("codec", way.codec());
        json.set("figures", facts(way.figures()));
        json.set("costs", facts(way.costs()));
        json.set("breaks", facts(way.breaks()));
        return json;
    }

    static ArrayNode steps(@Nullable Procedure procedure) {
        ArrayNode steps = JSON.arrayNode();
        if (procedure != null) {
            procedure.steps().forEach(step -> steps.add(step.words()));
        }
        return steps;
    }

    static ObjectNode conflict(Conflict conflict) {
        ObjectNode json = JSON.objectNode();
        json.put("id", conflict.id());
        json.put("about", conflict.about());
        ArrayNode sides = json.putArray("sides");
        for (Conflict.Side side : conflict.sides()) {
            sides.addObject()
                    .put("says", side.says())
                    .put(
                            "source",
                            String.join(
                                    "; ",
                                    side.from().stream().map(Object::toString).toList()));
        }
        json.put("rule", conflict.rule());
        return json;
    }

    static ArrayNode facts(List<Fact> facts) {
        ArrayNode json = JSON.arrayNode();
        for (Fact fact : facts) {
            json.addObject()
                    .put("about", fact.about())
                    .put("says", fact.words())
                    .put("source", fact.evidence().words());
        }
        return json;
    }
}
