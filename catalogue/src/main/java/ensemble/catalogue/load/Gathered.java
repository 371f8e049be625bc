package ensemble.catalogue.load;

import ensemble.catalogue.data.Catalogue;
import ensemble.catalogue.data.Cause;
import ensemble.catalogue.data.Conflict;
import ensemble.catalogue.data.Fact;
import ensemble.catalogue.data.Measured;
import ensemble.catalogue.data.Method;
import ensemble.catalogue.data.Model;
import ensemble.catalogue.data.Myth;
import ensemble.catalogue.data.Pair;
import ensemble.catalogue.data.Procedure;
import ensemble.catalogue.data.Reference;
import ensemble.catalogue.data.Symptom;
import ensemble.catalogue.data.Threshold;
import java.util.ArrayList;
import java.util.List;

/** What has been read so far. */
final class Gathered {
    final List<Reference> references = new ArrayList<>();
    final List<Model> models = new ArrayList<>();
    final List<Pair> pairs = new ArrayList<>();
    final List<Procedure> procedures = new ArrayList<>();
    final List<Method> methods = new ArrayList<>();
    final List<Symptom> symptoms = new ArrayList<>();
    final List<String> evidence = new ArrayList<>();
    final List<Cause> causes = new ArrayList<>();
    final List<Myth> myths = new ArrayList<>();
    final List<Conflict> conflicts = new ArrayList<>();
    final List<Threshold> thresholds = new ArrayList<>();
    final List<Fact> statistics = new ArrayList<>();
    final List<Measured> measured = new ArrayList<>();

    /** @throws IllegalArgumentException if an id is there twice */
    Catalogue catalogue() {
        Catalogue.byId(models, Model::id);
        Catalogue.byId(methods, Method::id);
        return new Catalogue(
                List.copyOf(references),
                List.copyOf(models),
                List.copyOf(pairs),
                Catalogue.byId(procedures, Procedure::id),
                List.copyOf(methods),
                List.copyOf(symptoms),
                List.copyOf(evidence),
                List.copyOf(causes),
                List.copyOf(myths),
                Catalogue.byId(conflicts, Conflict::id),
                List.copyOf(thresholds),
                List.copyOf(statistics),
                List.copyOf(measured));
    }

    void addAll(Gathered other) {
        references.addAll(other.references);
        models.addAll(other.models);
        pairs.addAll(other.pairs);
        procedures.addAll(other.procedures);
        measured.addAll(other.measured);
    }

    Gathered copy() {
        Gathered copy = new Gathered();
        copy.addAll(this);
        copy.methods.addAll(methods);
        copy.symptoms.addAll(symptoms);
        copy.evidence.addAll(evidence);
        copy.causes.addAll(causes);
        copy.myths.addAll(myths);
        copy.conflicts.addAll(conflicts);
        copy.thresholds.addAll(thresholds);
        copy.statistics.addAll(statistics);
        return copy;
    }
}
