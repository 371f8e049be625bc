package ensemble.catalogue.advise;

import ensemble.catalogue.advise.Gear.Piece;
import ensemble.catalogue.ask.Ask;
import ensemble.catalogue.ask.CanLink;
import ensemble.catalogue.data.Catalogue;
import ensemble.catalogue.data.Fact;
import ensemble.catalogue.data.Kind;
import ensemble.catalogue.data.Measure;
import ensemble.catalogue.data.Measured;
import ensemble.catalogue.data.Method;
import ensemble.catalogue.data.Model;
import ensemble.catalogue.data.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Plans in which one thing plays into several speakers: box, transmitter, phone, cables. Pure. */
final class FeedPlans {
    private final Catalogue catalogue;
    private final Ask ask;

    FeedPlans(Catalogue catalogue, Ask ask) {
        this.catalogue = catalogue;
        this.ask = ask;
    }

    Proposals box(Method method, Gear gear) {
        List<Piece> pieces = fed(gear, null);
        if (pieces.size() < 2) {
            return Proposals.no("Fewer than two Bluetooth speakers.", "");
        }
        double dongle = price(method, "dongle");
        List<Plan> plans = new ArrayList<>();
        for (int count = 2; count <= pieces.size(); count++) {
            int streams = count + (gear.hasEcho() ? 1 : 0);
            int dongles = streams / 2;
            double cost = dongle * dongles + (gear.inventory().box() ? 0 : price(method, "price"));
            Plan plan = plan(method, pieces.subList(0, count), cost, true, 0, far(gear, 10, 5))
                    .with(new Reason(
                            true,
                            streams + " streams: the built-in radio carries one, so " + dongles
                                    + (dongles == 1 ? " USB adapter." : " USB adapters."),
                            "house: adapter capacity"));
            plans.add(gear.inventory().box() ? plan.with(new Reason(true, "You have the box.", "")) : plan);
        }
        return new Proposals(plans, List.of());
    }

    Proposals transmitter(Method method, Gear gear) {
        if (!gear.hasEcho() && gear.inventory().phone() == null) {
            return Proposals.no("Nothing told that would play into it.", "");
        }
        Model owned = gear.transmitter();
        List<Plan> plans = new ArrayList<>();
        boolean known = false;
        if (owned != null && owned.kind() == Kind.TRANSMITTER) {
            known = true;
            add(plans, transmitter(method, gear, owned, 0, 0, "You have: " + owned.shown() + "."));
        } else if (gear.inventory().transmitter() != null) {
            String name = "You have: " + gear.inventory().transmitter() + ", unknown here; it needs two outputs.";
            add(plans, transmitter(method, gear, null, 0, 1, name));
        }
        for (Model model : known ? List.<Model>of() : catalogue.models()) {
            if (model.kind() == Kind.TRANSMITTER
                    && model.facts("price").findAny().isPresent()) {
                String name = "To buy: " + model.shown() + ".";
                add(plans, transmitter(method, gear, model, price(model.facts("price")), 0, name));
            }
        }
        return plans.isEmpty()
                ? Proposals.no("Fewer than two Bluetooth speakers.", "")
                : new Proposals(plans, List.of());
    }

    private static void add(List<Plan> plans, @Nullable Plan plan) {
        if (plan != null) {
            plans.add(plan);
        }
    }

    private @Nullable Plan transmitter(
            Method method, Gear gear, @Nullable Model model, double cost, int doubt, String name) {
        List<Piece> pieces = fed(gear, model);
        if (pieces.size() < 2) {
            return null;
        }
        Plan plan = plan(method, pieces.subList(0, 2), cost, true, doubt, far(gear, 1.2, 3));
        return plan.with(new Reason(true, name, model == null ? "what you told" : "D: workaround 1; C: path 3"));
    }

    Proposals dualAudio(Method method, Gear gear) {
        Model phone = gear.phone();
        if (phone == null) {
            return Proposals.no("No phone told that is known to play to two speakers.", "A: party mode section");
        }
        if (!phone.values("dual-audio").contains("yes")) {
            return Proposals.no(phone.shown() + " plays to one Bluetooth speaker.", "A: party mode section");
        }
        List<Piece> pieces = fed(gear, phone);
        if (pieces.size() < 2) {
            return Proposals.no("Fewer than two Bluetooth speakers.", "");
        }
        return new Proposals(List.of(plan(method, pieces.subList(0, 2), 0, false, 0, far(gear, 3, 5))), List.of());
    }

    Proposals phoneApp(Method method, Gear gear) {
        if (gear.inventory().phone() == null) {
            return Proposals.no("No phone told.", "E: method 2");
        }
        List<Piece> pieces = fed(gear, null);
        if (pieces.size() < 2) {
            return Proposals.no("Fewer than two Bluetooth speakers.", "");
        }
        Plan plan = plan(method, pieces.subList(0, 2), 0, false, 1, 0)
                .with(new Reason(false, "Every speaker needs a player of its own.", "E: method 2 (K17)"));
        return new Proposals(List.of(plan), List.of());
    }

    Proposals wired(Method method, Gear gear) {
        boolean chain = method.id().equals("aux-chain");
        List<Piece> pieces = gear.speakers();
        List<Plan> plans = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            for (int j = chain ? 0 : i + 1; j < pieces.size(); j++) {
                boolean sockets = pieces.get(i).port(chain ? "aux-out" : "aux-in")
                        && pieces.get(j).port("aux-in");
                if (i != j && sockets) {
                    plans.add(wired(method, pieces.get(i), pieces.get(j), gear));
                }
            }
        }
        if (!plans.isEmpty()) {
            return new Proposals(plans, List.of());
        }
        return chain
                ? Proposals.no("No aux output on one and aux input on another.", "A: daisy-chain section (K5)")
                : Proposals.no("No aux inputs on two of them.", "E: method 3");
    }

    private Plan wired(Method method, Piece first, Piece second, Gear gear) {
        boolean told =
                !first.owned().ports().isEmpty() && !second.owned().ports().isEmpty();
        boolean stereo = method.id().equals("y-splitter");
        Plan plan =
                plan(method, List.of(first, second), price(method, "price"), stereo, told ? 0 : 1, far(gear, 1.5, 8));
        return told
                ? plan
                : plan.with(new Reason(
                        false, "The sockets are claimed, not seen: look first.", "A: daisy-chain section (K5)"));
    }

    /** The speakers that take Bluetooth from this source, or from any if null. */
    private List<Piece> fed(Gear gear, @Nullable Model source) {
        return gear.speakers().stream()
                .filter(Piece::bluetooth)
                .filter(piece -> source == null
                        || piece.model() == null
                        || ask.about(source, piece.model()).canLink() != CanLink.NO)
                .toList();
    }

    private Plan plan(Method method, List<Piece> pieces, double cost, boolean stereo, int doubt, double far) {
        Optional<Fact> figure = method.figure(Measure.BETWEEN_SPEAKERS);
        List<Reason> chain = new ArrayList<>();
        figure.ifPresent(fact -> chain.add(
                new Reason(true, "Time: " + fact.words(), fact.evidence().words())));
        if (far > 0) {
            chain.add(new Reason(false, "Far apart for this way.", ""));
        }
        Double claimed = figure.map(Fact::quantity).map(Quantity::worst).orElse(null);
        Double own = calibrated(method, pieces);
        if (own != null) {
            chain.add(new Reason(true, "Your own calibration: " + own + " ms.", "house: your calibration"));
        }
        Double offset = own == null ? claimed : own;
        return new Plan(
                pieces.stream().map(Piece::name).toList(),
                pieces.size() - 1,
                offset,
                cost,
                stereo,
                doubt,
                far,
                catalogue.procedures().get(method.procedure()),
                List.copyOf(chain));
    }

    /** The worst that the person's box has found for these very models by this method; null unless it knows them all. */
    private @Nullable Double calibrated(Method method, List<Piece> pieces) {
        double worst = 0;
        for (Piece piece : pieces) {
            Model model = piece.model();
            OptionalDouble found = catalogue.measured().stream()
                    .filter(one -> model != null
                            && one.model().equals(model.id())
                            && method.id().equals(one.method()))
                    .mapToDouble(Measured::offsetMs)
                    .max();
            if (found.isEmpty()) {
                return null;
            }
            worst = Math.max(worst, found.getAsDouble());
        }
        return worst;
    }

    private static double far(Gear gear, double metres, double penalty) {
        Double distance = gear.inventory().distance();
        return distance != null && distance > metres ? penalty : 0;
    }

    private static double price(Method method, String about) {
        return price(method.facts(about));
    }

    private static double price(Stream<Fact> facts) {
        return facts.map(Fact::quantity)
                .filter(Objects::nonNull)
                .mapToDouble(Quantity::worst)
                .sum();
    }
}
