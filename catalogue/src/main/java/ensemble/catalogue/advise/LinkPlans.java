package ensemble.catalogue.advise;

import ensemble.catalogue.advise.Gear.Piece;
import ensemble.catalogue.ask.Answer;
import ensemble.catalogue.ask.Ask;
import ensemble.catalogue.ask.CanLink;
import ensemble.catalogue.ask.Way;
import ensemble.catalogue.data.Fact;
import ensemble.catalogue.data.Measure;
import ensemble.catalogue.data.Method;
import ensemble.catalogue.data.Mode;
import ensemble.catalogue.data.Model;
import ensemble.catalogue.data.Sureness;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Plans by what the speakers themselves can do together; nothing that {@link Ask} denies. Pure. */
final class LinkPlans {
    private final Ask ask;

    LinkPlans(Ask ask) {
        this.ask = ask;
    }

    /** Every two that link by this method, and every larger party of one family. */
    List<Plan> of(Method method, Gear gear) {
        List<Plan> plans = new ArrayList<>();
        List<Piece> pieces =
                gear.speakers().stream().filter(piece -> piece.model() != null).toList();
        for (int i = 0; i < pieces.size(); i++) {
            for (int j = i + 1; j < pieces.size(); j++) {
                plan(method, List.of(pieces.get(i), pieces.get(j)), gear).ifPresent(plans::add);
            }
        }
        for (List<Piece> family : families(method, pieces).values()) {
            if (family.size() > 2) {
                plan(method, family, gear).ifPresent(plans::add);
            }
        }
        return plans;
    }

    private static Map<String, List<Piece>> families(Method method, List<Piece> pieces) {
        Map<String, List<Piece>> families = new LinkedHashMap<>();
        for (Piece piece : pieces) {
            for (Mode mode : model(piece).modes()) {
                String family = mode.family();
                if (mode.works()
                        && !mode.identical()
                        && family != null
                        && mode.method().equals(method.id())) {
                    families.computeIfAbsent(family, name -> new ArrayList<>()).add(piece);
                }
            }
        }
        return families;
    }

    private static Model model(Piece piece) {
        Model model = piece.model();
        if (model == null) {
            throw new IllegalArgumentException("unknown: " + piece.name());
        }
        return model;
    }

    private Optional<Plan> plan(Method method, List<Piece> pieces, Gear gear) {
        int doubt = 0;
        Way way = null;
        for (int i = 0; i < pieces.size(); i++) {
            for (int j = i + 1; j < pieces.size(); j++) {
                Answer answer = ask.about(model(pieces.get(i)), model(pieces.get(j)));
                Optional<Way> best = answer.ways().stream()
                        .filter(one -> one.method().equals(method.id()))
                        .filter(one -> pieces.size() == 2 || !one.identical())
                        .findFirst();
                if (best.isEmpty() || answer.canLink() == CanLink.NO) {
                    return Optional.empty();
                }
                way = best.get();
                doubt += answer.canLink() == CanLink.CONFLICT || way.sure() == Sureness.DOUBTED ? 1 : 0;
            }
        }
        return way == null ? Optional.empty() : Optional.of(plan(way, pieces, doubt, gear));
    }

    private static Plan plan(Way way, List<Piece> pieces, int doubt, Gear gear) {
        List<Reason> chain = new ArrayList<>();
        chain.add(new Reason(true, way.mode() + " joins them.", way.source()));
        double far = 0;
        Double distance = gear.inventory().distance();
        if (distance != null
                && distance > 5
                && way.procedure() != null
                && way.method().equals("tws-pair")) {
            far = distance > 10 ? 10 : 5;
            chain.add(new Reason(false, "Over a relay Bluetooth's 10 m halve.", "B: FAQ 2"));
        }
        for (Piece piece : pieces) {
            if (piece.tooOld(way.firmwareMin())) {
                far = Math.max(far, 3);
                chain.add(new Reason(
                        false,
                        piece.name() + " has firmware " + piece.owned().firmware() + ": update it to "
                                + way.firmwareMin() + " first.",
                        way.source()));
            }
        }
        if (doubt > 0) {
            chain.add(new Reason(false, "Sources doubt it or contradict each other.", way.source()));
        }
        Double offset = between(way, chain);
        return new Plan(
                pieces.stream().map(Piece::name).toList(),
                pieces.size() - 1,
                offset,
                0,
                way.stereo(),
                doubt,
                far,
                way.procedure(),
                List.copyOf(chain));
    }

    private static @Nullable Double between(Way way, List<Reason> chain) {
        Fact expected = way.expected();
        if (expected == null || expected.quantity() == null) {
            return null;
        }
        chain.add(new Reason(
                true, "Time: " + expected.words() + ".", expected.evidence().words()));
        return expected.quantity().measure() == Measure.BETWEEN_SPEAKERS
                ? (Double) expected.quantity().worst()
                : null;
    }
}
