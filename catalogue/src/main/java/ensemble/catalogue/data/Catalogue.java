package ensemble.catalogue.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Everything known, unchanging after it is loaded: any thread may read it. */
public record Catalogue(
        List<Reference> references,
        List<Model> models,
        List<Pair> pairs,
        Map<String, Procedure> procedures,
        List<Method> methods,
        List<Symptom> symptoms,
        List<String> evidence,
        List<Cause> causes,
        List<Myth> myths,
        Map<String, Conflict> conflicts,
        List<Threshold> thresholds,
        List<Fact> statistics,
        List<Measured> measured) {
    /** The same with a person's own measurements besides: they outweigh every claim. */
    public Catalogue with(List<Measured> more) {
        List<Measured> all = new ArrayList<>(measured);
        all.addAll(more);
        return new Catalogue(
                references,
                models,
                pairs,
                procedures,
                methods,
                symptoms,
                evidence,
                causes,
                myths,
                conflicts,
                thresholds,
                statistics,
                List.copyOf(all));
    }

    public Optional<Model> model(String id) {
        for (Model model : models) {
            if (model.id().equals(id)) {
                return Optional.of(model);
            }
        }
        return Optional.empty();
    }

    /** @throws IllegalArgumentException if there is no such method */
    public Method method(String id) {
        for (Method method : methods) {
            if (method.id().equals(id)) {
                return method;
            }
        }
        throw new IllegalArgumentException("no method " + id);
    }

    /** How many models there are of each kind. */
    public Map<Kind, Long> count() {
        return models.stream()
                .collect(Collectors.groupingBy(Model::kind, java.util.TreeMap::new, Collectors.counting()));
    }

    public long brands() {
        return models.stream().map(model -> model.brand().name()).distinct().count();
    }
}
