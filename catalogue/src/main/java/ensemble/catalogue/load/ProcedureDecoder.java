package ensemble.catalogue.load;

import ensemble.catalogue.data.Procedure;
import ensemble.catalogue.json.DataException;
import ensemble.catalogue.json.Fields;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Procedures and their steps. */
final class ProcedureDecoder {
    private static final Set<String> UNITS = Set.of("A", "B", "both", "source", "app", "transmitter", "box");

    private ProcedureDecoder() {}

    static Procedure procedure(Fields fields) throws DataException {
        List<Procedure.Step> steps = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Fields step : fields.objects("steps")) {
            steps.add(step(step, ids));
        }
        if (steps.isEmpty()) {
            throw fields.fault("a procedure without steps");
        }
        Procedure procedure =
                new Procedure(fields.text("id"), fields.text("name"), FactDecoder.evidence(fields), List.copyOf(steps));
        fields.done();
        return procedure;
    }

    private static Procedure.Step step(Fields fields, Set<String> ids) throws DataException {
        String unit = fields.text("unit");
        if (!UNITS.contains(unit)) {
            throw fields.fault("unit", "\"unit\" can be " + String.join(", ", new java.util.TreeSet<>(UNITS)));
        }
        String back = fields.textOrNull("back");
        if (back != null && !ids.contains(back)) {
            throw fields.fault("back", "\"back\" names no earlier step");
        }
        Procedure.Step step = new Procedure.Step(
                fields.text("id"),
                unit,
                fields.text("say"),
                seconds(fields, "hold"),
                seconds(fields, "wait"),
                seconds(fields, "within"),
                fields.text("expect"),
                fields.text("ifNot"),
                back,
                fields.texts("conflicts"));
        if (!ids.add(step.id())) {
            throw fields.fault("id", "two steps \"" + step.id() + "\"");
        }
        fields.done();
        return step;
    }

    private static @Nullable Integer seconds(Fields fields, String name) throws DataException {
        Double seconds = fields.number(name);
        if (seconds == null) {
            return null;
        }
        if (seconds < 1 || seconds > 600 || seconds != Math.rint(seconds)) {
            throw fields.fault(name, "\"" + name + "\" is whole seconds, 1 to 600");
        }
        return seconds.intValue();
    }
}
