package ensemble.catalogue.load;

import ensemble.catalogue.json.DataException;
import ensemble.catalogue.json.Fields;
import ensemble.catalogue.json.Pack;
import ensemble.catalogue.json.Value;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/**
 * What comes with the program: the files of {@code src/main/data}, which the build has packed into one. Written
 * without lambdas and patterns, because what they cost at their first use is most of what a cold start costs.
 */
final class Shipped {
    static final String PACKED = "/ensemble/catalogue/catalogue.pack";

    private Shipped() {}

    /** @throws IllegalStateException if what the build packed is missing or wrong */
    static Gathered read() {
        try (InputStream in = Shipped.class.getResourceAsStream(PACKED)) {
            if (in == null) {
                throw new IllegalStateException(PACKED + " is missing: build the module catalogue with Maven");
            }
            return gathered(Pack.read(new ByteArrayInputStream(in.readAllBytes())));
        } catch (DataException | IOException e) {
            throw new IllegalStateException("the catalogue's own data is wrong: " + e.getMessage(), e);
        }
    }

    /** @param files every file of the data by its path in there */
    static Gathered gathered(Map<String, Value> files) throws DataException {
        Gathered into = new Gathered();
        ModelDecoder models = new ModelDecoder(into, false);
        for (Map.Entry<String, Value> file : files.entrySet()) {
            Fields fields = new Fields(file.getKey(), file.getValue());
            switch (file.getKey()) {
                case "causes.json" -> causes(fields, into);
                case "conflicts.json" -> conflicts(fields, into);
                case "general.json" -> general(fields, into);
                case "methods.json" -> methods(fields, into);
                case "myths.json" -> myths(fields, into);
                case "procedures.json" -> procedures(fields, into);
                case "references.json" -> references(fields, into);
                case "boxes.json", "echos.json", "sources.json", "transmitters.json" -> {
                    for (Fields maker : fields.objects("makers")) {
                        models.maker(maker);
                    }
                }
                default -> models.maker(fields);
            }
            fields.done();
        }
        return into;
    }

    private static void causes(Fields file, Gathered into) throws DataException {
        for (Fields symptom : file.objects("symptoms")) {
            into.symptoms.add(AdviceDecoder.symptom(symptom));
        }
        into.evidence.addAll(file.texts("evidence"));
        for (Fields cause : file.objects("causes")) {
            into.causes.add(AdviceDecoder.cause(cause));
        }
    }

    private static void conflicts(Fields file, Gathered into) throws DataException {
        for (Fields fields : file.objects("conflicts")) {
            into.conflicts.add(AdviceDecoder.conflict(fields));
        }
    }

    private static void general(Fields file, Gathered into) throws DataException {
        for (Fields threshold : file.objects("thresholds")) {
            into.thresholds.add(AdviceDecoder.threshold(threshold));
        }
        for (Fields fact : file.objects("statistics")) {
            into.statistics.add(FactDecoder.fact(fact));
        }
    }

    private static void methods(Fields file, Gathered into) throws DataException {
        for (Fields fields : file.objects("methods")) {
            into.methods.add(AdviceDecoder.method(fields));
        }
    }

    private static void myths(Fields file, Gathered into) throws DataException {
        for (Fields fields : file.objects("myths")) {
            into.myths.add(AdviceDecoder.myth(fields));
        }
    }

    private static void procedures(Fields file, Gathered into) throws DataException {
        for (Fields fields : file.objects("procedures")) {
            into.procedures.add(ProcedureDecoder.procedure(fields));
        }
    }

    private static void references(Fields file, Gathered into) throws DataException {
        for (Fields fields : file.objects("references")) {
            into.references.add(AdviceDecoder.reference(fields));
        }
    }
}
