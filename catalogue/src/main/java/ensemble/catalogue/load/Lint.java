package ensemble.catalogue.load;

import ensemble.catalogue.data.Catalogue;
import ensemble.catalogue.data.Cause;
import ensemble.catalogue.data.Conflict;
import ensemble.catalogue.data.Evidence;
import ensemble.catalogue.data.Fact;
import ensemble.catalogue.data.Firmware;
import ensemble.catalogue.data.Method;
import ensemble.catalogue.data.Mode;
import ensemble.catalogue.data.Model;
import ensemble.catalogue.data.Myth;
import ensemble.catalogue.data.Origin;
import ensemble.catalogue.data.Pair;
import ensemble.catalogue.data.Procedure;
import ensemble.catalogue.data.Reference;
import ensemble.catalogue.data.Symptom;
import ensemble.catalogue.data.Threshold;
import ensemble.contract.value.SyncTier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What no single file shows: names that lead nowhere, and conflicts that only one side knows. Pure. */
public final class Lint {
    private final Catalogue catalogue;
    private final List<String> findings = new ArrayList<>();
    /** Who speaks of a conflict, by the conflict's id. */
    private final Map<String, Set<String>> told = new HashMap<>();

    private final Set<String> references;

    private Lint(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.references = catalogue.references().stream().map(Reference::id).collect(Collectors.toSet());
    }

    /** One line for each fault; empty when all is well. */
    public static List<String> check(Catalogue catalogue) {
        Lint lint = new Lint(catalogue);
        catalogue.models().forEach(lint::model);
        catalogue.pairs().forEach(lint::pair);
        catalogue.procedures().values().forEach(lint::procedure);
        catalogue.methods().forEach(lint::method);
        catalogue.causes().forEach(lint::cause);
        for (Myth myth : catalogue.myths()) {
            lint.evidence(myth.id(), myth.evidence());
        }
        for (Threshold threshold : catalogue.thresholds()) {
            lint.evidence(threshold.id(), threshold.fact().evidence());
            lint.tier(threshold);
        }
        for (Fact fact : catalogue.statistics()) {
            lint.evidence("a statistic", fact.evidence());
        }
        lint.names();
        catalogue.conflicts().values().forEach(lint::conflict);
        return lint.findings;
    }

    private void model(Model model) {
        facts(model.id(), model.facts());
        for (Mode mode : model.modes()) {
            evidence(model.id(), mode.evidence());
            facts(model.id(), mode.facts());
            wanted(model.id(), "method", mode.method(), methods());
            if (mode.procedure() != null) {
                wanted(
                        model.id(),
                        "procedure",
                        mode.procedure(),
                        catalogue.procedures().keySet());
            }
            if (mode.works() && mode.family() == null) {
                findings.add(model.id() + ": a mode that works needs a family: " + mode.mode());
            }
            String least = mode.firmwareMin();
            if (least != null && model.firmwarePrefix() != null) {
                Firmware.parse(model.scheme(), least)
                        .filter(version -> !version.prefix().equals(model.firmwarePrefix()))
                        .ifPresent(version -> findings.add(model.id() + ": " + least + " is another product's"));
            }
        }
    }

    private void pair(Pair pair) {
        for (String model : List.of(pair.one(), pair.other())) {
            if (catalogue.model(model).isEmpty()) {
                findings.add(pair.id() + ": no model " + model);
            }
        }
        evidence(pair.id(), pair.evidence());
    }

    private void procedure(Procedure procedure) {
        evidence(procedure.id(), procedure.evidence());
        procedure.steps().forEach(step -> tell(procedure.id(), step.conflicts()));
    }

    private void method(Method method) {
        facts(method.id(), method.facts());
        tell(method.id(), method.conflicts());
        wanted(
                method.id(),
                "procedure",
                method.procedure(),
                catalogue.procedures().keySet());
        if (!Set.of("party", "stereo", "film").containsAll(method.uses())) {
            findings.add(method.id() + ": a use that nobody has");
        }
    }

    private void cause(Cause cause) {
        evidence(cause.id(), cause.evidence());
        facts(cause.id(), cause.facts());
        Set<String> symptoms = catalogue.symptoms().stream().map(Symptom::id).collect(Collectors.toSet());
        cause.symptoms().keySet().forEach(symptom -> wanted(cause.id(), "symptom", symptom, symptoms));
        cause.supports().forEach(kind -> wanted(cause.id(), "evidence", kind, Set.copyOf(catalogue.evidence())));
    }

    private void tier(Threshold threshold) {
        if (threshold.tier() != null) {
            Set<String> tiers = Arrays.stream(SyncTier.values())
                    .map(tier -> tier.name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.toSet());
            wanted(threshold.id(), "tier", threshold.tier(), tiers);
        }
    }

    private void conflict(Conflict conflict) {
        for (Conflict.Side side : conflict.sides()) {
            side.from().forEach(origin -> origin(conflict.id(), origin));
        }
        Set<String> tellers = told.getOrDefault(conflict.id(), Set.of());
        Set<String> silent = new TreeSet<>(conflict.concerns());
        silent.removeAll(tellers);
        silent.forEach(id -> findings.add(conflict.id() + ": " + id + " does not name it"));
        Set<String> strange = new TreeSet<>(tellers);
        strange.removeAll(conflict.concerns());
        strange.forEach(id -> findings.add(conflict.id() + ": does not name " + id));
    }

    private void names() {
        Set<String> seen = new HashSet<>();
        for (Model model : catalogue.models()) {
            if (!seen.add(model.shown().toLowerCase(Locale.ROOT))) {
                findings.add(model.id() + ": a second " + model.shown());
            }
        }
    }

    private void facts(String owner, List<Fact> facts) {
        if (new HashSet<>(facts).size() < facts.size()) {
            findings.add(owner + ": a fact told twice");
        }
        facts.forEach(fact -> evidence(owner, fact.evidence()));
    }

    private void evidence(String owner, Evidence evidence) {
        evidence.from().forEach(origin -> origin(owner, origin));
        tell(owner, evidence.conflicts());
    }

    private void origin(String owner, Origin origin) {
        wanted(owner, "reference", origin.reference(), references);
    }

    private void tell(String owner, List<String> conflicts) {
        for (String conflict : conflicts) {
            wanted(owner, "conflict", conflict, catalogue.conflicts().keySet());
            told.computeIfAbsent(conflict, id -> new HashSet<>()).add(owner);
        }
    }

    private Set<String> methods() {
        return catalogue.methods().stream().map(Method::id).collect(Collectors.toSet());
    }

    private void wanted(String owner, String what, String id, Set<String> known) {
        if (!known.contains(id)) {
            findings.add(owner + ": no " + what + " \"" + id + "\"");
        }
    }
}
