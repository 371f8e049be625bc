package ensemble.catalogue.load;

import ensemble.catalogue.data.Conflict;
import ensemble.catalogue.data.Evidence;
import ensemble.catalogue.data.Fact;
import ensemble.catalogue.data.Mode;
import ensemble.catalogue.data.Model;
import ensemble.catalogue.data.Pair;
import ensemble.catalogue.data.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Joins a person's words with what is there; where they contradict each other a conflict is made, to be shown. */
final class OwnWords {
    /** Of these a thing has one only, so that two different ones contradict each other. */
    private static final Set<String> ONE_ONLY =
            Set.of("bluetooth", "latency", "range", "battery", "price", "radio", "sinks", "outputs", "dual-audio");

    private static final String RULE = "You have it in your hands: what you see there counts.";

    private final Gathered all;

    OwnWords(Gathered all) {
        this.all = all;
    }

    /** @return false if there is no such model */
    boolean join(OwnClaim claim) {
        for (int i = 0; i < all.models.size(); i++) {
            Model model = all.models.get(i);
            if (model.id().equals(claim.model())) {
                List<Fact> facts =
                        claim.facts().stream().map(fact -> joined(model, fact)).toList();
                List<Mode> modes =
                        claim.modes().stream().map(mode -> joined(model, mode)).toList();
                all.models.set(i, model.with(facts, modes));
                return true;
            }
        }
        return false;
    }

    /** A pair of theirs, contradicting one that is there or not. */
    Pair joined(Pair own) {
        for (Pair pair : all.pairs) {
            boolean same = Set.of(pair.one(), pair.other()).equals(Set.of(own.one(), own.other()));
            if (same && pair.works() != own.works()) {
                String id = conflict(
                        "Do " + own.one() + " and " + own.other() + " go together",
                        new Conflict.Side(pair.why(), pair.evidence().from()),
                        new Conflict.Side(own.why(), own.evidence().from()),
                        own.id());
                return new Pair(
                        own.one(),
                        own.other(),
                        own.works(),
                        own.why(),
                        own.evidence().in(id));
            }
        }
        return own;
    }

    private Fact joined(Model model, Fact own) {
        Optional<Fact> other =
                model.facts().stream().filter(fact -> contradict(fact, own)).findFirst();
        if (other.isEmpty()) {
            return own;
        }
        Fact theirs = other.get();
        String id = conflict(model.shown() + ": " + own.about(), side(theirs), side(own), model.id());
        return new Fact(
                own.about(),
                own.values(),
                own.says(),
                own.quantity(),
                own.evidence().in(id));
    }

    private static Conflict.Side side(Fact fact) {
        return new Conflict.Side(
                fact.about() + ": " + fact.words(), fact.evidence().from());
    }

    private static boolean contradict(Fact one, Fact other) {
        if (one.about().equals("no-" + other.about()) || other.about().equals("no-" + one.about())) {
            return one.values().stream().anyMatch(other.values()::contains);
        }
        return one.about().equals(other.about())
                && ONE_ONLY.contains(one.about())
                && Objects.equals(measure(one), measure(other))
                && !(one.values().equals(other.values()) && Objects.equals(one.quantity(), other.quantity()));
    }

    private static Object measure(Fact fact) {
        Quantity quantity = fact.quantity();
        return quantity == null || quantity.measure() == null ? "" : quantity.measure();
    }

    private Mode joined(Model model, Mode own) {
        Optional<Mode> other = model.modes().stream()
                .filter(mode -> mode.method().equals(own.method()) && mode.works() != own.works())
                .findFirst();
        if (other.isEmpty()) {
            return own;
        }
        Mode theirs = other.get();
        String id = conflict("Do two " + model.shown() + " link", side(theirs), side(own), model.id());
        // One family: else a denial would not be seen to deny this very link.
        String family = own.works() || own.family() != null ? own.family() : theirs.family();
        Evidence evidence = own.evidence().in(id);
        return new Mode(
                own.mode(),
                family,
                own.method(),
                own.works(),
                own.identical(),
                own.stereo(),
                own.units(),
                own.firmwareMin(),
                own.appMin(),
                own.path(),
                own.pick(),
                own.procedure(),
                evidence,
                own.facts());
    }

    private static Conflict.Side side(Mode mode) {
        return new Conflict.Side(
                mode.mode() + (mode.works() ? ": it works." : ": it does not work."),
                mode.evidence().from());
    }

    private String conflict(String about, Conflict.Side shipped, Conflict.Side own, String concerns) {
        long before = all.conflicts.stream()
                .filter(conflict -> conflict.id().startsWith("own-"))
                .count();
        String id = "own-" + (before + 1);
        all.conflicts.add(new Conflict(id, about, List.of(shipped, own), RULE, new ArrayList<>(List.of(concerns))));
        return id;
    }
}
