package ensemble.catalogue.ask;

import ensemble.catalogue.data.Catalogue;
import ensemble.catalogue.data.Evidence;
import ensemble.catalogue.data.Fact;
import ensemble.catalogue.data.Measure;
import ensemble.catalogue.data.Measured;
import ensemble.catalogue.data.Method;
import ensemble.catalogue.data.Mode;
import ensemble.catalogue.data.Model;
import ensemble.catalogue.data.Origin;
import ensemble.catalogue.data.Pair;
import ensemble.catalogue.data.Procedure;
import ensemble.catalogue.data.Quantity;
import ensemble.catalogue.data.Sureness;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A model's mode with all that is known about it elsewhere: its method, its steps, the person's own measurement. */
final class Ways {
    private final Catalogue catalogue;

    Ways(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    Way of(Model model, Mode mode) {
        Method method = catalogue.method(mode.method());
        Procedure procedure =
                catalogue.procedures().get(mode.procedure() == null ? method.procedure() : mode.procedure());
        return new Way(
                mode.mode(),
                method.id(),
                mode.identical(),
                mode.stereo(),
                mode.units(),
                mode.firmwareMin(),
                mode.appMin(),
                figures(model, mode, method),
                about("cost", mode, method),
                about("breaks", mode, method),
                mode.pick(),
                procedure,
                null,
                mode.evidence().from(),
                mode.evidence().sure(),
                conflicts(mode, procedure));
    }

    /** Two models of which somebody says no more than that they go together: as a party, by the party's steps. */
    Way of(Pair pair) {
        return new Way(
                pair.why(),
                "tws-pair",
                false,
                false,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                catalogue.procedures().get("party-link"),
                null,
                pair.evidence().from(),
                pair.evidence().sure(),
                pair.evidence().conflicts());
    }

    private List<Fact> figures(Model model, Mode mode, Method method) {
        List<Fact> figures = new ArrayList<>();
        for (Measured measured : catalogue.measured()) {
            boolean sameWay = measured.method() == null || measured.method().equals(method.id());
            if (sameWay && measured.model().equals(model.id())) {
                figures.add(measured(measured));
            }
        }
        mode.facts().stream().filter(fact -> fact.about().equals("latency")).forEach(figures::add);
        if (figures.isEmpty() && mode.path() == Mode.Path.RELAY && mode.stereo()) {
            method.figure(Measure.BETWEEN_SPEAKERS).ifPresent(figures::add);
        }
        figures.sort(Comparator.comparing((Fact fact) -> fact.evidence().sure()).reversed());
        return List.copyOf(figures);
    }

    private static Fact measured(Measured measured) {
        Double doubt = measured.uncertaintyMs();
        return new Fact(
                "latency",
                List.of(),
                "Your own calibration" + (doubt == null ? "" : ", ± " + doubt + " ms") + ", " + measured.when() + ".",
                new Quantity(Measure.BETWEEN_SPEAKERS, null, measured.offsetMs(), null, "ms"),
                new Evidence(List.of(new Origin("house", "your calibration")), Sureness.MEASURED, List.of()));
    }

    private static List<Fact> about(String about, Mode mode, Method method) {
        List<Fact> facts = new ArrayList<>();
        mode.facts().stream().filter(fact -> fact.about().equals(about)).forEach(facts::add);
        // What a method costs is told of its stereo form; a party of unlike models is another thing.
        if (mode.stereo()) {
            method.facts(about).forEach(facts::add);
        }
        return List.copyOf(facts);
    }

    private static List<String> conflicts(Mode mode, @org.jspecify.annotations.Nullable Procedure procedure) {
        Set<String> conflicts = new LinkedHashSet<>(mode.evidence().conflicts());
        mode.facts().forEach(fact -> conflicts.addAll(fact.evidence().conflicts()));
        if (procedure != null) {
            conflicts.addAll(procedure.evidence().conflicts());
        }
        return List.copyOf(conflicts);
    }
}
