package ensemble.catalogue.ask;

import ensemble.catalogue.ask.Answer.Against;
import ensemble.catalogue.data.Catalogue;
import ensemble.catalogue.data.Evidence;
import ensemble.catalogue.data.Fact;
import ensemble.catalogue.data.Kind;
import ensemble.catalogue.data.Mode;
import ensemble.catalogue.data.Model;
import ensemble.catalogue.data.Origin;
import ensemble.catalogue.data.Procedure;
import ensemble.catalogue.data.Sureness;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** One thing playing into another: a phone, an Echo, a transmitter or a box into what follows it. Pure. */
final class Feeds {
    private static final Evidence RULE =
            new Evidence(List.of(new Origin("bluez", "codec negotiation")), Sureness.MAKER, List.of());

    private final Catalogue catalogue;
    private final Ways ways;

    Feeds(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.ways = new Ways(catalogue);
    }

    /** Whether this pair is a matter of playing into, not of linking alike things. */
    static boolean concerns(Model one, Model other) {
        return rank(one.kind()) != rank(other.kind()) || (rank(one.kind()) < 3 && one.kind() != Kind.ECHO);
    }

    /** Sound flows from low to high. */
    private static int rank(Kind kind) {
        return switch (kind) {
            case SOURCE, ECHO -> 0;
            case BOX -> 1;
            case TRANSMITTER -> 2;
            case SPEAKER, SOUNDBAR, EARBUDS, HEADPHONES -> 3;
        };
    }

    Links.Found between(Model one, Model other) {
        boolean inOrder = rank(one.kind()) <= rank(other.kind());
        Model source = inOrder ? one : other;
        Model sink = inOrder ? other : one;
        if (rank(source.kind()) == rank(sink.kind())) {
            return no("Neither of them plays the other's sound.", RULE);
        }
        List<Way> ways = new ArrayList<>(network(source, sink));
        List<Against> against = new ArrayList<>();
        Optional<Fact> refusal = sink.facts("no-bluetooth-pairing").findFirst();
        if (refusal.isPresent()) {
            against.add(new Against(
                    String.valueOf(refusal.get().says()), refusal.get().evidence()));
        } else {
            boolean cable =
                    sink.kind() == Kind.TRANSMITTER && sink.values("input").contains("3.5 mm");
            ways.add(way(source, sink, cable));
        }
        return new Links.Found(List.copyOf(ways), List.copyOf(against), false);
    }

    /** What both ends do over Wi-Fi: it comes before Bluetooth, which would take the sink away from its group. */
    private List<Way> network(Model source, Model sink) {
        List<Way> ways = new ArrayList<>();
        for (Mode mode : sink.modes()) {
            String name = mode.method().equals("airplay-2") ? "AirPlay 2" : "Echo multi-room";
            boolean both = mode.works()
                    && (mode.method().equals("airplay-2") || mode.method().equals("wifi-multiroom"))
                    && source.values("network").contains(name)
                    && (name.equals("AirPlay 2") || Objects.equals(mode.family(), "alexa-multiroom"));
            if (both) {
                ways.add(this.ways.of(sink, mode));
            }
        }
        return ways;
    }

    private Way way(Model source, Model sink, boolean cable) {
        List<Fact> limits = new ArrayList<>();
        source.facts("sinks").forEach(limits::add);
        List<Fact> figures = new ArrayList<>();
        source.facts("latency").filter(fact -> source.kind() != Kind.BOX).forEach(figures::add);
        sink.facts("latency").forEach(figures::add);
        Set<String> conflicts = new LinkedHashSet<>();
        for (Model model : List.of(source, sink)) {
            model.facts().stream()
                    .filter(fact -> Set.of("codec", "no-codec", "input", "advice", "sinks")
                            .contains(fact.about()))
                    .forEach(fact -> conflicts.addAll(fact.evidence().conflicts()));
        }
        Set<Origin> from = new LinkedHashSet<>(RULE.from());
        Sureness sure = Sureness.CLAIMED;
        for (Fact input : sink.facts("input").toList()) {
            from.addAll(input.evidence().from());
            sure = input.evidence().sure();
        }
        return new Way(
                cable ? "3.5 mm cable into " + sink.name() : "Bluetooth from " + source.name(),
                source.kind() == Kind.BOX ? "box" : sink.kind() == Kind.TRANSMITTER ? "transmitter" : "bluetooth",
                false,
                false,
                null,
                null,
                null,
                figures,
                limits,
                List.of(),
                null,
                procedure(source, sink),
                cable ? null : Codecs.effective(source, sink),
                List.copyOf(from),
                sure,
                List.copyOf(conflicts));
    }

    private Procedure procedure(Model source, Model sink) {
        String id = source.kind() == Kind.BOX
                ? "box-setup"
                : source.kind() == Kind.TRANSMITTER || sink.kind() == Kind.TRANSMITTER
                        ? "transmitter-setup"
                        : "bluetooth-pair";
        Procedure procedure = catalogue.procedures().get(id);
        if (procedure == null) {
            throw new IllegalStateException("no procedure " + id);
        }
        return procedure;
    }

    private static Links.Found no(String why, Evidence evidence) {
        return new Links.Found(List.of(), List.of(new Against(why, evidence)), false);
    }
}
