package ensemble.catalogue.data;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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
    public Optional<Model> model(String id) {
        return models.stream().filter(model -> model.id().equals(id)).findFirst();
    }

    /** @throws IllegalArgumentException if there is no such method */
    public Method method(String id) {
        return methods.stream()
                .filter(method -> method.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no method " + id));
    }

    /** How many models there are of each kind. */
    public Map<Kind, Long> count() {
        return models.stream()
                .collect(Collectors.groupingBy(Model::kind, java.util.TreeMap::new, Collectors.counting()));
    }

    public long brands() {
        return models.stream().map(model -> model.brand().name()).distinct().count();
    }

    /** Values by their ids; a double id is a fault of the data. */
    public static <T> Map<String, T> byId(List<T> values, Function<T, String> id) {
        return values.stream()
                .collect(Collectors.toMap(
                        id,
                        Function.identity(),
                        (one, other) -> {
                            throw new IllegalArgumentException("twice: " + id.apply(one));
                        },
                        java.util.LinkedHashMap::new));
    }
}
