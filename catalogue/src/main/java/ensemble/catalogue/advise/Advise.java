package ensemble.catalogue.advise;

import ensemble.catalogue.ask.Ask;
import ensemble.catalogue.data.Catalogue;
import ensemble.catalogue.data.Fact;
import ensemble.catalogue.data.Measure;
import ensemble.catalogue.data.Method;
import ensemble.catalogue.data.Model;
import ensemble.catalogue.data.Procedure;
import ensemble.contract.value.SyncTier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Ranks every method for what somebody owns. Built once over a catalogue; any thread may ask. */
public final class Advise {
    private final Catalogue catalogue;
    private final Ask ask;
    private final LinkPlans links;
    private final FeedPlans feeds;

    public Advise(Catalogue catalogue, Ask ask) {
        this.catalogue = catalogue;
        this.ask = ask;
        this.links = new LinkPlans(ask);
        this.feeds = new FeedPlans(catalogue, ask);
    }

    private record Placed(
            Method method, @Nullable Plan plan, @Nullable Score score, List<Reason> against) {
        double total() {
            return score == null ? Double.NEGATIVE_INFINITY : score.total();
        }
    }

    /** Every method once: those that work by rank, then the others; the same for the same gear in any order. */
    public List<Ranked> rank(Inventory inventory) {
        Gear gear = Gear.of(inventory, ask);
        List<Placed> placed = new ArrayList<>();
        for (Method method : catalogue.methods()) {
            placed.add(place(method, gear));
        }
        // The sort is stable, so equal scores keep the order of the data.
        placed.sort(Comparator.comparingDouble(Placed::total).reversed());
        List<Ranked> ranked = new ArrayList<>();
        Score best = placed.isEmpty() ? null : placed.getFirst().score();
        for (Placed one : placed) {
            ranked.add(ranked(one, ranked.size() + 1, best));
        }
        return List.copyOf(ranked);
    }

    /** How good the best method is, in points that only compare within this version; empty if none works. */
    public Optional<Double> best(Inventory inventory) {
        Gear gear = Gear.of(inventory, ask);
        return catalogue.methods().stream()
                .map(method -> place(method, gear))
                .filter(placed -> placed.score() != null)
                .map(Placed::total)
                .max(Comparator.naturalOrder());
    }

    private Placed place(Method method, Gear gear) {
        Proposals proposals = propose(method, gear);
        Double budget = gear.inventory().budget();
        Plan best = null;
        Score bestScore = null;
        List<Reason> against = new ArrayList<>(proposals.against());
        for (Plan plan : proposals.plans()) {
            if (budget != null && plan.costUsd() > budget) {
                against = List.of(new Reason(
                        false,
                        "Costs about $" + Math.round(plan.costUsd()) + ", more than $" + Math.round(budget) + ".",
                        "what you told"));
                continue;
            }
            Score score = Score.of(method, plan, gear);
            if (bestScore == null || score.total() > bestScore.total()) {
                best = plan;
                bestScore = score;
            }
        }
        return new Placed(method, best, bestScore, best == null ? against : List.of());
    }

    private Proposals propose(Method method, Gear gear) {
        boolean wifi = !Boolean.FALSE.equals(gear.inventory().wifi());
        return switch (method.id()) {
            case "box" -> feeds.box(method, gear);
            case "transmitter" -> feeds.transmitter(method, gear);
            case "dual-a2dp" -> feeds.dualAudio(method, gear);
            case "phone-app" -> feeds.phoneApp(method, gear);
            case "aux-chain", "y-splitter" -> feeds.wired(method, gear);
            case "tws-pair" -> links(method, gear, "No two of them link by themselves.");
            case "echo-multiroom" -> wifi ? echos(method, gear) : noWifi();
            case "airplay-2" ->
                !wifi
                        ? noWifi()
                        : gear.phone() != null && gear.phone().values("network").contains("AirPlay 2")
                                ? links(method, gear, "No two AirPlay 2 speakers.")
                                : Proposals.no("No iPhone told.", "B: FAQ 4");
            case "wifi-multiroom" ->
                !wifi
                        ? noWifi()
                        : gear.hasEcho()
                                ? links(method, gear, "No two Wi-Fi speakers that Alexa can group.")
                                : Proposals.no("No Echo told.", "C: path 2");
            default -> wifi ? links(method, gear, "No two speakers of that kind.") : noWifi();
        };
    }

    private static Proposals noWifi() {
        return Proposals.no("No Wi-Fi.", "what you told");
    }

    private Proposals links(Method method, Gear gear, String none) {
        List<Plan> plans = links.of(method, gear);
        return plans.isEmpty()
                ? Proposals.no(none, "what the catalogue says of each pair")
                : new Proposals(plans, List.of());
    }

    private Proposals echos(Method method, Gear gear) {
        if (gear.inventory().echos().size() < 2) {
            return Proposals.no("Fewer than two Echos.", "D: workaround 2");
        }
        String plan = gear.inventory().plan();
        if (plan != null && plan.contains("free")) {
            return Proposals.no("Free music plans play on one Echo only.", "D: workaround 2");
        }
        double worst = method.facts("latency")
                .map(Fact::quantity)
                .filter(quantity -> quantity != null && quantity.measure() == Measure.BETWEEN_SPEAKERS)
                .mapToDouble(quantity -> quantity == null ? 0 : quantity.worst())
                .max()
                .orElse(0);
        List<String> plays = gear.inventory().echos().stream()
                .map(echo -> ask.find(echo).model().map(Model::shown).orElse(echo))
                .sorted()
                .toList();
        // An Echo is not the speaker somebody wanted to hear: it counts half.
        return new Proposals(
                List.of(new Plan(
                        plays,
                        (plays.size() - 1) / 2.0,
                        worst,
                        0,
                        false,
                        0,
                        0,
                        catalogue.procedures().get(method.procedure()),
                        List.of(new Reason(
                                true,
                                "Only the Echos play, within 10 or 50 ms by two claims.",
                                "C: path 2; D: workaround 2 (K11)")))),
                List.of());
    }

    private Ranked ranked(Placed placed, int rank, @Nullable Score best) {
        Plan plan = placed.plan();
        Score score = placed.score();
        Procedure procedure = catalogue.procedures().get(placed.method().procedure());
        if (plan == null || score == null || best == null) {
            String why = placed.against().isEmpty()
                    ? "Cannot work here."
                    : placed.against().getFirst().says();
            return new Ranked(
                    placed.method(), null, why, placed.against(), null, null, null, List.of(), steps(procedure));
        }
        String does = "Plays on " + plan.plays().size() + " (" + String.join(", ", plan.plays()) + ")";
        String why = rank == 1 ? does + "." : does + ", but " + score.worstAgainst(best) + ".";
        return new Ranked(
                placed.method(),
                rank,
                why,
                plan.chain(),
                plan.offsetMs(),
                tier(plan.offsetMs()),
                plan.costUsd(),
                plan.plays(),
                steps(plan.procedure() == null ? procedure : plan.procedure()));
    }

    private static @Nullable String tier(@Nullable Double offsetMs) {
        return offsetMs == null
                ? null
                : SyncTier.of(offsetMs * 1000)
                        .map(tier -> tier.name().toLowerCase(Locale.ROOT))
                        .orElse(null);
    }

    private static List<String> steps(@Nullable Procedure procedure) {
        return procedure == null
                ? List.of()
                : procedure.steps().stream().map(Procedure.Step::words).toList();
    }
}
