package ensemble.catalogue.load;

import ensemble.catalogue.data.Cause;
import ensemble.catalogue.data.Conflict;
import ensemble.catalogue.data.Method;
import ensemble.catalogue.data.Myth;
import ensemble.catalogue.data.Reference;
import ensemble.catalogue.data.Symptom;
import ensemble.catalogue.data.Threshold;
import ensemble.catalogue.json.DataException;
import ensemble.catalogue.json.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** All that is not one maker's: references, methods, causes, myths, conflicts, thresholds. */
final class AdviceDecoder {
    private AdviceDecoder() {}

    static Reference reference(Fields fields) throws DataException {
        Reference reference = new Reference(
                fields.text("id"),
                fields.word("kind", Reference.Kind.class, null),
                fields.text("title"),
                fields.textOrNull("url"));
        fields.done();
        return reference;
    }

    static Method method(Fields fields) throws DataException {
        Method method = new Method(
                fields.text("id"),
                fields.text("name"),
                fields.texts("also"),
                fields.texts("uses"),
                fields.flag("voice", false),
                fields.text("procedure"),
                fields.texts("conflicts"),
                FactDecoder.facts(fields));
        fields.done();
        return method;
    }

    static Symptom symptom(Fields fields) throws DataException {
        Symptom symptom = new Symptom(fields.text("id"), fields.text("name"), fields.texts("words"));
        fields.done();
        return symptom;
    }

    static Cause cause(Fields fields) throws DataException {
        Map<String, Double> symptoms = fields.numbers("symptoms");
        for (double weight : symptoms.values()) {
            if (weight < 1 || weight > 10) {
                throw fields.fault("symptoms", "a weight is 1 to 10");
            }
        }
        Cause cause = new Cause(
                fields.text("id"),
                fields.text("name"),
                symptoms,
                fields.text("check"),
                fields.text("remedy"),
                fields.texts("supports"),
                FactDecoder.evidence(fields),
                FactDecoder.facts(fields));
        fields.done();
        return cause;
    }

    static Myth myth(Fields fields) throws DataException {
        Myth myth = new Myth(
                fields.text("id"),
                fields.text("claim"),
                fields.word("verdict", Myth.Verdict.class, null),
                fields.text("answer"),
                fields.texts("words"),
                FactDecoder.evidence(fields));
        fields.done();
        return myth;
    }

    static Conflict conflict(Fields fields) throws DataException {
        List<Conflict.Side> sides = new ArrayList<>();
        for (Fields side : fields.objects("sides")) {
            sides.add(new Conflict.Side(side.text("says"), FactDecoder.origins(side)));
            side.done();
        }
        if (sides.size() < 2) {
            throw fields.fault("sides", "a conflict has two sides at least");
        }
        Conflict conflict = new Conflict(
                fields.text("id"),
                fields.text("about"),
                List.copyOf(sides),
                fields.text("rule"),
                fields.texts("concerns"));
        fields.done();
        return conflict;
    }

    static Threshold threshold(Fields fields) throws DataException {
        Threshold threshold = new Threshold(fields.text("id"), fields.textOrNull("tier"), FactDecoder.open(fields));
        fields.done();
        return threshold;
    }
}
