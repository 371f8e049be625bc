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
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
    /** A person's words about models that are there already; settled when their file is joined. */
    final List<OwnClaim> claims = new ArrayList<>();

    /** @throws IllegalArgumentException if an id is there twice */
    Catalogue catalogue() {
        Set<String> seen = new HashSet<>();
        for (Model model : models) {
            once(model.id(), seen.add(model.id()));
        }
        seen.clear();
        for (Method method : methods) {
            once(method.id(), seen.add(method.id()));
        }
        Map<String, Procedure> proceduresById = new LinkedHashMap<>();
        for (Procedure procedure : procedures) {
            once(procedure.id(), proceduresById.put(procedure.id(), procedure) == null);
        }
        Map<String, Conflict> conflictsById = new LinkedHashMap<>();
        for (Conflict conflict : conflicts) {
            once(conflict.id(), conflictsById.put(conflict.id(), conflict) == null);
        }
        return new Catalogue(
                List.copyOf(references),
                List.copyOf(models),
                List.copyOf(pairs),
                Collections.unmodifiableMap(proceduresById),
                List.copyOf(methods),
                List.copyOf(symptoms),
                List.copyOf(evidence),
                List.copyOf(causes),
                List.copyOf(myths),
                Collections.unmodifiableMap(conflictsById),
                List.copyOf(thresholds),
                List.copyOf(statistics),
                List.copyOf(measured));
    }

    private static void once(String id, boolean first) {
        if (!first) {
            throw new IllegalArgumentException("twice: " + id);
        }
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
