package ensemble.catalogue.view;

import ensemble.catalogue.advise.Ranked;
import ensemble.catalogue.advise.Reason;
import ensemble.catalogue.data.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The ranking in lines for a terminal. */
public final class RankedText {
    private RankedText() {}

    /** @param why also every fact a place follows from */
    public static List<String> of(List<Ranked> ranked, boolean why) {
        List<String> lines = new ArrayList<>();
        boolean works = ranked.stream().anyMatch(one -> one.rank() != null);
        lines.add(works ? "Best first:" : "Nothing works with this yet.");
        for (Ranked one : ranked) {
            Integer rank = one.rank();
            if (rank == null) {
                lines.add(" --  " + one.method().name() + ": " + one.why());
            } else {
                lines.add(String.format("%3d. %s: %s", rank, one.method().name(), one.why()));
                lines.add("     " + figures(one));
                said("     For: ", one, "best-use", lines);
                if (rank == 1) {
                    int number = 1;
                    for (String step : one.steps()) {
                        lines.add("       " + number++ + ". " + step);
                    }
                }
            }
            if (why) {
                chain(one, lines);
            }
        }
        return lines;
    }

    private static String figures(Ranked one) {
        Double offset = one.offsetMs();
        Double cost = one.costUsd();
        return "Offset " + (offset == null ? "unknown" : number(offset) + " ms, " + tier(one.tier()))
                + "; to buy: " + (cost == null ? "unknown" : cost == 0 ? "nothing" : "about $" + number(cost))
                + "; reliability "
                + one.method()
                        .facts("reliability")
                        .map(fact -> fact.quantity())
                        .flatMap(Stream::ofNullable)
                        .map(Quantity::words)
                        .findFirst()
                        .orElse("unknown");
    }

    private static String tier(@Nullable String tier) {
        return tier == null ? "above every tier" : "\"" + tier + "\"";
    }

    private static void said(String label, Ranked one, String about, List<String> lines) {
        one.method().facts(about).findFirst().ifPresent(fact -> lines.add(label + fact.words()));
    }

    private static void chain(Ranked one, List<String> lines) {
        for (Reason reason : one.chain()) {
            lines.add("       " + (reason.holds() ? "+ " : "- ") + reason.says()
                    + (reason.source().isEmpty() ? "" : "  [" + reason.source() + "]"));
        }
    }

    private static String number(double number) {
        return number == Math.rint(number) ? Long.toString(Math.round(number)) : Double.toString(number);
    }
}
