package ensemble.gateway.output.contract;

import ensemble.gateway.output.OutputView;
import ensemble.gateway.output.OutputView.State;
import ensemble.gateway.output.contract.OutputBench.Heard;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The one contract of all outputs. The tests hold every kind to it, on virtual devices and on the real servers that can be had
 * without hardware; {@code check --hardware} holds a box's own outputs to it.
 */
public final class OutputContract {
    private static final int A_SECOND = 10;
    private static final int PATIENCE = 60 * A_SECOND;
    private static final double OUT_OF_THE_ROOM_DB = 10;

    private OutputContract() {}

    /** Asks everything, in order, and closes the output. What cannot be asked here is told as not tried. */
    public static List<Clause> ask(OutputBench bench) {
        List<Clause> clauses = new ArrayList<>();
        OutputView first = until(bench, view -> view.state() == State.THERE);
        clauses.add(Clause.of(first.state() == State.THERE, "it is there, and said to be", said(first)));
        clauses.add(latency(first));
        if (first.state() == State.THERE) {
            sound(bench, clauses);
            comingAndGoing(bench, clauses);
        }
        bench.close();
        clauses.add(Clause.of(
                bench.running() == 0, "it leaves nothing running", bench.running() + " of its processes run on"));
        return clauses;
    }

    /** A guess without doubt cannot be made; what is left to ask is that unknown is told as such. */
    private static Clause latency(OutputView view) {
        return Clause.of(
                true,
                "its latency is told with its doubt, or as unknown",
                view.latency()
                        .map(latency -> String.format(
                                Locale.ROOT,
                                "%.0f ms, give or take %.0f (%s)",
                                latency.millis(),
                                latency.doubtMillis(),
                                latency.source().name().toLowerCase(Locale.ROOT)))
                        .orElse("unknown"));
    }

    private static void sound(OutputBench bench, List<Clause> clauses) {
        String takes = "it takes sound, and no other output gets any";
        String silent = "it falls silent";
        String heard = "it is heard";
        if (!bench.isFed()) {
            String why = "its sound does not pass this box";
            List.of(takes, silent, heard).forEach(promise -> clauses.add(Clause.notTried(promise, why)));
            return;
        }
        bench.tone(true);
        int looks = 0;
        while (!bench.sounding() && looks++ < 5 * A_SECOND) {
            bench.look();
        }
        boolean others = false;
        Optional<OutputView> bad = Optional.empty();
        for (int look = 0; look < 6 * A_SECOND; look++) {
            OutputView view = bench.look();
            others |= bench.othersSounding();
            // A link that is made anew is no fault of the output's.
            boolean fails = view.state() == State.AWAY || view.state() == State.NO_AUDIO_TAKEN;
            bad = fails ? Optional.of(view) : bad;
        }
        boolean flowed = bench.sounding();
        bench.tone(false);
        clauses.add(Clause.of(
                flowed && bad.isEmpty() && !others,
                takes,
                bad.map(OutputContract::said)
                        .orElse(
                                others
                                        ? "another output sounded too"
                                        : flowed ? "six seconds of a tone" : "nothing flowed")));
        looks = 0;
        while (bench.sounding() && looks++ < 5 * A_SECOND) {
            bench.look();
        }
        clauses.add(Clause.of(!bench.sounding(), silent, "within " + (1 + looks / A_SECOND) + " s"));
        clauses.add(bench.listen().map(OutputContract::heard).orElseGet(() -> Clause.notTried(heard, "no microphone")));
    }

    private static Clause heard(Heard heard) {
        String overRoom = String.format(Locale.ROOT, "%.0f dB over the room", heard.overRoomDb());
        return heard.overRoomDb() >= OUT_OF_THE_ROOM_DB
                ? Clause.of(
                        true,
                        "it is heard",
                        overRoom + String.format(Locale.ROOT, ", some %.0f ms after it was sent", heard.afterMillis()))
                : Clause.of(false, "it is heard", "only " + overRoom + ": is it on, and is the microphone near?");
    }

    private static void comingAndGoing(OutputBench bench, List<Clause> clauses) {
        String goes = "when it goes, that is said with a reason";
        String returns = "when it returns, it is there again by itself";
        if (!bench.present(false)) {
            clauses.add(Clause.notTried(goes, "nobody took it away"));
            clauses.add(Clause.notTried(returns, "nobody took it away"));
            return;
        }
        OutputView gone = until(bench, view -> view.state() == State.AWAY || view.state() == State.NO_AUDIO_TAKEN);
        clauses.add(Clause.of(gone.state() != State.THERE && gone.remark().isPresent(), goes, said(gone)));
        bench.present(true);
        OutputView back = until(bench, view -> view.state() == State.THERE);
        clauses.add(Clause.of(back.state() == State.THERE, returns, said(back)));
    }

    private static OutputView until(OutputBench bench, Predicate<OutputView> suits) {
        OutputView view = bench.look();
        for (int looks = 0; looks < PATIENCE && !suits.test(view); looks++) {
            view = bench.look();
        }
        return view;
    }

    private static String said(OutputView view) {
        return view.state().wire() + view.remark().map(remark -> ": " + remark).orElse("");
    }
}
