package ensemble.catalogue.load;

import ensemble.catalogue.data.Firmware;
import ensemble.catalogue.data.Firmware.Scheme;
import ensemble.catalogue.data.Kind;
import ensemble.catalogue.data.Measured;
import ensemble.catalogue.data.Mode;
import ensemble.catalogue.data.Model;
import ensemble.catalogue.data.Pair;
import ensemble.catalogue.json.DataException;
import ensemble.catalogue.json.Fields;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One maker: its models, claims about two of them, its procedures. */
final class ModelDecoder {
    enum Claim {
        YES,
        NO
    }

    private final Gathered into;
    private final boolean added;

    ModelDecoder(Gathered into, boolean added) {
        this.into = into;
        this.added = added;
    }

    void maker(Fields fields) throws DataException {
        // A person's file may only say something of models that are known already.
        boolean nameless = added && !fields.has("models") && !fields.has("brand");
        Model.Brand brand = new Model.Brand(nameless ? "" : fields.text("brand"), fields.texts("also"));
        Scheme scheme = fields.word("firmware", Scheme.class, Scheme.DOTTED);
        for (Fields model : fields.objects("models")) {
            into.models.add(model(brand, scheme, model));
        }
        for (Fields pair : fields.objects("pairs")) {
            into.pairs.add(pair(pair));
        }
        for (Fields procedure : fields.objects("procedures")) {
            into.procedures.add(ProcedureDecoder.procedure(procedure));
        }
        if (added) {
            for (Fields measured : fields.objects("measured")) {
                into.measured.add(measured(measured));
            }
            for (Fields claim : fields.objects("claims")) {
                into.claims.add(new OwnClaim(
                        claim.text("model"), FactDecoder.facts(claim), modes(scheme, claim), claim.lineOf("model")));
                claim.done();
            }
        }
        fields.done();
    }

    private Model model(Model.Brand brand, Scheme scheme, Fields fields) throws DataException {
        Model model = new Model(
                fields.text("id"),
                brand,
                fields.text("name"),
                fields.word("kind", Kind.class, null),
                fields.texts("heard"),
                scheme,
                fields.textOrNull("firmwarePrefix"),
                FactDecoder.facts(fields),
                modes(scheme, fields),
                added);
        if (!plain(model.id())) {
            throw fields.fault("id", "an id is small letters, digits and hyphens");
        }
        fields.done();
        return model;
    }

    private static boolean plain(String id) {
        boolean hyphen = true;
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            boolean now = c == '-';
            if ((now && hyphen) || (!now && (c < 'a' || c > 'z') && (c < '0' || c > '9'))) {
                return false;
            }
            hyphen = now;
        }
        return !hyphen;
    }

    private static List<Mode> modes(Scheme scheme, Fields model) throws DataException {
        List<Mode> modes = new ArrayList<>();
        for (Fields fields : model.objects("modes")) {
            Double units = fields.number("units");
            if (units != null && (units < 2 || units > 1000 || units != Math.rint(units))) {
                throw fields.fault("units", "\"units\" is a whole number, 2 to 1000");
            }
            modes.add(new Mode(
                    fields.text("mode"),
                    fields.textOrNull("family"),
                    fields.text("method"),
                    fields.word("works", Claim.class, null) == Claim.YES,
                    fields.flag("identical", true),
                    fields.flag("stereo", false),
                    units == null ? null : units.intValue(),
                    firmware(scheme, fields),
                    app(fields),
                    fields.word("path", Mode.Path.class, null),
                    fields.textOrNull("pick"),
                    fields.textOrNull("procedure"),
                    FactDecoder.evidence(fields),
                    FactDecoder.facts(fields)));
            fields.done();
        }
        return List.copyOf(modes);
    }

    private static @Nullable String firmware(Scheme scheme, Fields fields) throws DataException {
        String text = fields.textOrNull("firmwareMin");
        if (text != null && Firmware.parse(scheme, text).isEmpty()) {
            throw fields.fault("firmwareMin", "\"" + text + "\" is no version as this maker writes them");
        }
        return text;
    }

    private static @Nullable String app(Fields fields) throws DataException {
        String text = fields.textOrNull("appMin");
        if (text != null && Firmware.app(text).isEmpty()) {
            throw fields.fault("appMin", "\"appMin\" is an app's name and its version");
        }
        return text;
    }

    private static Pair pair(Fields fields) throws DataException {
        List<String> models = fields.texts("models");
        if (models.size() != 2 || models.get(0).equals(models.get(1))) {
            throw fields.fault("models", "\"models\" names two different ones");
        }
        Pair pair = new Pair(
                models.get(0),
                models.get(1),
                fields.word("works", Claim.class, null) == Claim.YES,
                fields.text("why"),
                FactDecoder.evidence(fields));
        fields.done();
        return pair;
    }

    /** What one calibration found; its model is not looked up here. */
    static Measured measured(Fields fields) throws DataException {
        Double offset = fields.number("offsetMs");
        Double uncertainty = fields.number("uncertaintyMs");
        if (offset == null || offset < 0 || offset > 5_000 || (uncertainty != null && uncertainty < 0)) {
            throw fields.fault("offsetMs", "\"offsetMs\" is 0 to 5000, \"uncertaintyMs\" at least 0");
        }
        Measured measured = new Measured(
                fields.text("model"), fields.textOrNull("method"), offset, uncertainty, fields.text("when"));
        fields.done();
        return measured;
    }
}
