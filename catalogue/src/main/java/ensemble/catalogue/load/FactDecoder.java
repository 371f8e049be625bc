package ensemble.catalogue.load;

import ensemble.catalogue.data.Abouts;
import ensemble.catalogue.data.Evidence;
import ensemble.catalogue.data.Fact;
import ensemble.catalogue.data.Measure;
import ensemble.catalogue.data.Origin;
import ensemble.catalogue.data.Quantity;
import ensemble.catalogue.data.Sureness;
import ensemble.catalogue.json.DataException;
import ensemble.catalogue.json.Fields;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Facts, figures and their evidence. */
final class FactDecoder {
    private FactDecoder() {}

    static List<Fact> facts(Fields of) throws DataException {
        List<Fact> facts = new ArrayList<>();
        for (Fields fields : of.objects("facts")) {
            facts.add(fact(fields));
        }
        return List.copyOf(facts);
    }

    static Fact fact(Fields fields) throws DataException {
        Fact fact = open(fields);
        fields.done();
        return fact;
    }

    /** A fact inside an object that has more to say. */
    static Fact open(Fields fields) throws DataException {
        String about = fields.text("about");
        if (!Abouts.ALL.contains(about)) {
            throw fields.fault("about", "nothing is about \"" + about + "\"");
        }
        Fact fact =
                new Fact(about, fields.texts("values"), fields.textOrNull("says"), quantity(fields), evidence(fields));
        if (fact.values().isEmpty() && fact.says() == null && fact.quantity() == null) {
            throw fields.fault("a fact that says nothing");
        }
        if (about.equals("latency")
                && (fact.quantity() == null || fact.quantity().measure() == null)) {
            throw fields.fault("a latency must say what it measures");
        }
        return fact;
    }

    static Evidence evidence(Fields fields) throws DataException {
        return new Evidence(
                origins(fields), fields.word("sure", Sureness.class, Sureness.CLAIMED), fields.texts("conflicts"));
    }

    /** The places a "from" names, between semicolons. */
    static List<Origin> origins(Fields fields) throws DataException {
        String text = fields.text("from");
        List<Origin> from = new ArrayList<>();
        int start = 0;
        for (int end = text.indexOf("; "); end >= 0; end = text.indexOf("; ", start)) {
            from.add(origin(fields, text.substring(start, end)));
            start = end + 2;
        }
        from.add(origin(fields, text.substring(start)));
        return List.copyOf(from);
    }

    private static Origin origin(Fields fields, String text) throws DataException {
        int colon = text.indexOf(": ");
        if (colon < 1 || colon + 2 >= text.length()) {
            throw fields.fault("from", "\"from\" is written REFERENCE: PLACE");
        }
        return new Origin(text.substring(0, colon), text.substring(colon + 2));
    }

    private static @Nullable Quantity quantity(Fields fields) throws DataException {
        Measure measure = fields.has("measures") ? fields.word("measures", Measure.class, null) : null;
        Double low = fields.number("low");
        Double typical = fields.number("typical");
        Double high = fields.number("high");
        Double spread = fields.number("plusMinus");
        if (spread != null) {
            if (typical == null || low != null || high != null || spread < 0) {
                throw fields.fault("plusMinus", "\"plusMinus\" goes with \"typical\" alone and is at least 0");
            }
            low = typical - spread;
            high = typical + spread;
        }
        if (low == null && typical == null && high == null) {
            if (measure != null || fields.has("unit")) {
                throw fields.fault("a measure or a unit without a number");
            }
            return null;
        }
        String unit = fields.text("unit");
        check(fields, measure, unit, low, typical, high);
        return new Quantity(measure, low, typical, high, unit);
    }

    private static void check(
            Fields fields,
            @Nullable Measure measure,
            String unit,
            @Nullable Double low,
            @Nullable Double typical,
            @Nullable Double high)
            throws DataException {
        if (!Abouts.UNITS.contains(unit)) {
            throw fields.fault("unit", "no such unit: \"" + unit + "\"");
        }
        double last = Double.NEGATIVE_INFINITY;
        for (Double number : new @Nullable Double[] {low, typical, high}) {
            if (number == null) {
                continue;
            }
            boolean mayBeNegative = unit.equals("dBm") || unit.equals("dB");
            if (number < last || (number < 0 && !mayBeNegative) || number > 100_000) {
                throw fields.fault("numbers out of range or out of order");
            }
            last = number;
        }
        if (measure != null && (!unit.equals("ms") || last > 5_000)) {
            throw fields.fault("a time between sounds is in ms, up to 5000");
        }
        if ((unit.equals("%") && last > 100) || (unit.equals("of 5") && last > 5)) {
            throw fields.fault("more than all");
        }
    }
}
