package ensemble.catalogue.ask;

import ensemble.catalogue.data.Catalogue;
import ensemble.catalogue.data.Conflict;
import ensemble.catalogue.data.Fact;
import ensemble.catalogue.data.Mode;
import ensemble.catalogue.data.Model;
import ensemble.catalogue.data.Pair;
import ensemble.catalogue.name.Match;
import ensemble.catalogue.name.Names;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Answers what links with what. Built once over a catalogue; any thread may ask. */
public final class Ask {
    private final Catalogue catalogue;
    private final Names names;
    private final Links links;
    private final Feeds feeds;

    public Ask(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.names = new Names(catalogue.models());
        this.links = new Links(catalogue);
        this.feeds = new Feeds(catalogue);
    }

    /** Which model is meant by some words. */
    public Match find(String asked) {
        return names.find(asked);
    }

    /** What one model can do: whether two of it link, and all that is known of it. */
    public Answer about(String asked) {
        Match match = find(asked);
        return match.model().map(model -> alone(match, model)).orElseGet(() -> unknown(List.of(match)));
    }

    /** Whether two models go together, in whatever order they are given. */
    public Answer about(String one, String other) {
        Match first = find(one);
        Match second = find(other);
        if (first.model().isEmpty() || second.model().isEmpty()) {
            return unknown(List.of(first, second));
        }
        return together(
                List.of(first, second), first.model().get(), second.model().get());
    }

    /** Whether two known models go together. */
    public Answer about(Model one, Model other) {
        return together(List.of(exactly(one), exactly(other)), one, other);
    }

    private static Match exactly(Model model) {
        return new Match(model.shown(), Optional.of(model), 1, List.of());
    }

    private Answer alone(Match match, Model model) {
        boolean links = model.kind().sounds() || !model.modes().isEmpty();
        Links.Found found = links ? this.links.between(model, model) : new Links.Found(List.of(), List.of(), false);
        Set<String> conflicts = conflicts(found);
        model.facts().forEach(fact -> conflicts.addAll(fact.evidence().conflicts()));
        model.modes().forEach(mode -> conflicts.addAll(mode.evidence().conflicts()));
        CanLink can = links ? verdict(found) : CanLink.UNKNOWN;
        List<String> instead = can == CanLink.YES ? List.of() : Instead.of(model, model);
        return answer(List.of(match), can, found, conflicts, instead, model.facts());
    }

    private Answer together(List<Match> matches, Model one, Model other) {
        // One order for both ways of asking, so that both get the same answer.
        boolean inOrder = one.id().compareTo(other.id()) <= 0;
        Model first = inOrder ? one : other;
        Model second = inOrder ? other : one;
        Links.Found found = Feeds.concerns(first, second) ? feeds.between(first, second) : links.between(first, second);
        Set<String> conflicts = conflicts(found);
        for (Mode mode : first.id().equals(second.id()) ? first.modes() : List.<Mode>of()) {
            conflicts.addAll(mode.evidence().conflicts());
        }
        for (Pair pair : catalogue.pairs()) {
            if (pair.joins(first, second)) {
                conflicts.addAll(pair.evidence().conflicts());
            }
        }
        CanLink can = verdict(found);
        List<String> instead = can == CanLink.YES ? List.of() : Instead.of(first, second);
        return answer(matches, can, found, conflicts, instead, List.of());
    }

    private static CanLink verdict(Links.Found found) {
        if (found.contested()) {
            return CanLink.CONFLICT;
        }
        if (!found.ways().isEmpty()) {
            return CanLink.YES;
        }
        return found.against().isEmpty() ? CanLink.UNKNOWN : CanLink.NO;
    }

    private static Set<String> conflicts(Links.Found found) {
        Set<String> conflicts = new LinkedHashSet<>();
        found.ways().forEach(way -> conflicts.addAll(way.conflicts()));
        found.against().forEach(against -> conflicts.addAll(against.evidence().conflicts()));
        return conflicts;
    }

    private Answer answer(
            List<Match> matches,
            CanLink can,
            Links.Found found,
            Set<String> conflicts,
            List<String> instead,
            List<Fact> known) {
        List<Conflict> shown = conflicts.stream()
                .map(catalogue.conflicts()::get)
                .filter(Objects::nonNull)
                .toList();
        return new Answer(matches, can, found.ways(), found.against(), shown, instead, known);
    }

    private static Answer unknown(List<Match> matches) {
        List<String> instead = matches.stream()
                .filter(match -> match.model().isEmpty())
                .map(match -> match.candidates().isEmpty()
                        ? "Nothing is known of \"" + match.asked().strip()
                                + "\"; the speaker box takes any Bluetooth speaker."
                        : "For \"" + match.asked().strip() + "\", did you mean "
                                + String.join(
                                        ", ",
                                        match.candidates().stream()
                                                .map(Model::shown)
                                                .toList()) + "?")
                .toList();
        return new Answer(matches, CanLink.UNKNOWN, List.of(), List.of(), List.of(), instead, List.of());
    }
}
