package ensemble.catalogue.ask;

import ensemble.catalogue.ask.Answer.Against;
import ensemble.catalogue.data.Catalogue;
import ensemble.catalogue.data.Evidence;
import ensemble.catalogue.data.Mode;
import ensemble.catalogue.data.Model;
import ensemble.catalogue.data.Origin;
import ensemble.catalogue.data.Pair;
import ensemble.catalogue.data.Sureness;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** What two speakers share, and what is said against it. Pure. */
final class Links {
    private static final Evidence OTHER_BRAND =
            new Evidence(List.of(new Origin("B", "FAQ 1"), new Origin("C", "FAQ 1")), Sureness.CLAIMED, List.of());
    private static final Evidence OTHER_MODEL = new Evidence(
            List.of(new Origin("A", "TWS section"), new Origin("B", "step 1")), Sureness.CLAIMED, List.of());

    /**
     * @param contested whether a source denies the very link that another claims
     */
    record Found(List<Way> ways, List<Against> against, boolean contested) {}

    private final Catalogue catalogue;
    private final Ways ways;

    Links(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.ways = new Ways(catalogue);
    }

    Found between(Model one, Model other) {
        List<Way> found = new ArrayList<>();
        for (Mode mode : one.modes()) {
            if (mode.works() && mode.path() != Mode.Path.WIRE && shared(mode, one, other)) {
                found.add(ways.of(one, mode));
            }
        }
        for (Pair pair : catalogue.pairs()) {
            if (pair.works() && pair.joins(one, other)) {
                found.add(ways.of(pair));
            }
        }
        found.sort(Comparator.comparing((Way way) -> way.sure()).reversed());
        List<Against> against = new ArrayList<>();
        boolean contested = one.id().equals(other.id()) ? denied(one, against) : denied(one, other, against);
        if (found.isEmpty() && against.isEmpty() && !one.id().equals(other.id())) {
            rule(one, other, against);
        }
        return new Found(List.copyOf(found), List.copyOf(against), contested && !found.isEmpty());
    }

    private static boolean shared(Mode mode, Model one, Model other) {
        if (one.id().equals(other.id())) {
            return true;
        }
        return !mode.identical()
                && other.modes().stream()
                        .anyMatch(theirs -> theirs.works()
                                && !theirs.identical()
                                && Objects.equals(theirs.family(), mode.family()));
    }

    /** A denial contests a claim of the same family only: no Bluetooth link does not deny Wi-Fi. */
    private static boolean denied(Model model, List<Against> against) {
        boolean contested = false;
        for (Mode mode : model.modes()) {
            if (!mode.works()) {
                against.add(new Against(why(model, mode), mode.evidence()));
                contested |= mode.family() != null
                        && model.modes().stream()
                                .anyMatch(
                                        other -> other.works() && mode.family().equals(other.family()));
            }
        }
        return contested;
    }

    private static String why(Model model, Mode mode) {
        return mode.facts().stream()
                .map(fact -> fact.says())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(model.shown() + " does not do it: " + mode.mode() + ".");
    }

    private boolean denied(Model one, Model other, List<Against> against) {
        for (Pair pair : catalogue.pairs()) {
            if (pair.joins(one, other) && !pair.works()) {
                against.add(new Against(pair.why(), pair.evidence()));
            }
        }
        return !against.isEmpty();
    }

    private static void rule(Model one, Model other, List<Against> against) {
        if (!one.brand().name().equals(other.brand().name())) {
            against.add(new Against("Makers' links do not speak with each other.", OTHER_BRAND));
        } else if (!one.modes().isEmpty() && !other.modes().isEmpty()) {
            against.add(new Against("Its maker's link wants two of the same model.", OTHER_MODEL));
        }
    }
}
