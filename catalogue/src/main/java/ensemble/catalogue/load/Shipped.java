package ensemble.catalogue.load;

import ensemble.catalogue.json.DataException;
import ensemble.catalogue.json.Fields;
import ensemble.catalogue.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** The files that come with the program. */
final class Shipped {
    /** One file per brand, by name. */
    static final List<String> BRANDS = List.of(
            "anker",
            "apple",
            "audioengine",
            "bose",
            "bowers-wilkins",
            "denon",
            "devialet",
            "edifier",
            "harman-kardon",
            "jbl",
            "klipsch",
            "marshall",
            "naim",
            "sennheiser",
            "sonos",
            "sony",
            "soundpeats",
            "taotronics",
            "tribit",
            "ultimate-ears",
            "xiaomi",
            "yamaha");
    /** Several makers each. */
    static final List<String> MAKERS = List.of("transmitters", "sources", "echos", "boxes");

    private Shipped() {}

    /** @throws IllegalStateException if a shipped file is missing or wrong: a fault of the build */
    static Gathered read() {
        Gathered into = new Gathered();
        try {
            ModelDecoder models = new ModelDecoder(into, false);
            for (String brand : BRANDS) {
                models.maker(file("brands/" + brand));
            }
            for (String makers : MAKERS) {
                Fields file = file(makers);
                for (Fields maker : file.objects("makers")) {
                    models.maker(maker);
                }
                file.done();
            }
            advice(into);
        } catch (DataException | IOException e) {
            throw new IllegalStateException("the catalogue's own data is wrong: " + e.getMessage(), e);
        }
        return into;
    }

    private static void advice(Gathered into) throws DataException, IOException {
        each("references", "references", fields -> into.references.add(AdviceDecoder.reference(fields)));
        each("procedures", "procedures", fields -> into.procedures.add(ProcedureDecoder.procedure(fields)));
        each("methods", "methods", fields -> into.methods.add(AdviceDecoder.method(fields)));
        each("myths", "myths", fields -> into.myths.add(AdviceDecoder.myth(fields)));
        each("conflicts", "conflicts", fields -> into.conflicts.add(AdviceDecoder.conflict(fields)));
        Fields causes = file("causes");
        for (Fields symptom : causes.objects("symptoms")) {
            into.symptoms.add(AdviceDecoder.symptom(symptom));
        }
        into.evidence.addAll(causes.texts("evidence"));
        for (Fields cause : causes.objects("causes")) {
            into.causes.add(AdviceDecoder.cause(cause));
        }
        causes.done();
        Fields general = file("general");
        for (Fields threshold : general.objects("thresholds")) {
            into.thresholds.add(AdviceDecoder.threshold(threshold));
        }
        for (Fields fact : general.objects("statistics")) {
            into.statistics.add(FactDecoder.fact(fact));
        }
        general.done();
    }

    private interface Decoder {
        void decode(Fields fields) throws DataException;
    }

    private static void each(String name, String list, Decoder decoder) throws DataException, IOException {
        Fields file = file(name);
        for (Fields fields : file.objects(list)) {
            decoder.decode(fields);
        }
        file.done();
    }

    private static Fields file(String name) throws DataException, IOException {
        String path = "/ensemble/catalogue/" + name + ".json";
        try (InputStream in = Shipped.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IOException(path + " is missing");
            }
            return new Fields(name + ".json", JsonReader.read(name + ".json", in));
        }
    }
}
