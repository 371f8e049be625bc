package ensemble.gateway.link;

import ensemble.contract.id.OutputId;
import ensemble.contract.state.LinkAsk;
import ensemble.contract.state.LinkReport;
import ensemble.contract.state.LinkState;
import ensemble.contract.value.LinkCode;
import ensemble.contract.value.LinkKey;
import ensemble.gateway.link.Phase.Ending;
import ensemble.gateway.shadow.Desired.Arrived;
import java.util.List;
import java.util.Optional;

/**
 * Decides how linking goes on. Pure. One code at a time and each used once: a question for another code than the one that is shown is
 * none, and once a question is put, the code is gone.
 */
final class Linking {
    /** After a yes the cloud needs seconds; a box that was cut off tells it later, and then the question is too old there. */
    private static final long HOUSE_WITHIN_NANOS = LinkAsk.LIFE.toNanos();

    private Linking() {}

    /**
     * What is known besides.
     *
     * @param ask the newest question from the cloud
     * @param house the number of the newest house that has come; 0 if none has
     */
    record Facts(Optional<Arrived<LinkAsk>> ask, long house, long nowNanos) {}

    static Phase opened(LinkCode code, long nowNanos) {
        return new Phase.Open(code, LinkKey.of(code), nowNanos + LinkCode.LIFE.toNanos());
    }

    static Phase next(Phase phase, Facts facts) {
        return switch (phase) {
            case Phase.Closed closed -> closed;
            case Phase.Open open -> asked(open, facts);
            case Phase.Asked asked ->
                facts.nowNanos() >= asked.untilNanos() ? Phase.Closed.after(Ending.LATE, asked.ask()) : asked;
            case Phase.Confirmed confirmed -> linked(confirmed, facts);
        };
    }

    /** The answer of whoever is at the box; without a question there is none. */
    static Phase answered(Phase phase, boolean yes, Facts facts) {
        Phase now = next(phase, facts);
        if (!(now instanceof Phase.Asked asked)) {
            return now;
        }
        return yes
                ? new Phase.Confirmed(asked.ask(), facts.house(), facts.nowNanos() + HOUSE_WITHIN_NANOS)
                : Phase.Closed.after(Ending.REFUSED, asked.ask());
    }

    /** @param outputs what the box can feed */
    static LinkReport report(Phase phase, List<OutputId> outputs) {
        return switch (phase) {
            case Phase.Open open ->
                new LinkReport(LinkState.OPEN, Optional.of(open.key()), Optional.empty(), List.of());
            case Phase.Asked asked -> of(LinkState.ASKED, asked.ask(), List.of());
            case Phase.Confirmed confirmed -> of(LinkState.CONFIRMED, confirmed.ask(), outputs);
            case Phase.Closed closed ->
                closed.ask()
                        .flatMap(ask -> ended(closed.ending().orElseThrow(), ask))
                        .orElse(LinkReport.CLOSED);
        };
    }

    private static Optional<LinkReport> ended(Ending ending, LinkAsk ask) {
        return switch (ending) {
            case REFUSED -> Optional.of(of(LinkState.REFUSED, ask, List.of()));
            case LATE -> Optional.of(of(LinkState.LATE, ask, List.of()));
            case LINKED, UNUSED, UNFINISHED -> Optional.empty();
        };
    }

    private static LinkReport of(LinkState state, LinkAsk ask, List<OutputId> outputs) {
        return new LinkReport(state, Optional.of(ask.key()), Optional.of(ask.claim()), outputs);
    }

    private static Phase asked(Phase.Open open, Facts facts) {
        Optional<Arrived<LinkAsk>> ours =
                facts.ask().filter(ask -> ask.value().key().equals(open.key()));
        if (ours.isPresent()) {
            long until = ours.get().writtenNanos() + LinkAsk.LIFE.toNanos();
            return facts.nowNanos() >= until
                    ? Phase.Closed.after(Ending.LATE, ours.get().value())
                    : new Phase.Asked(ours.get().value(), until);
        }
        return facts.nowNanos() >= open.untilNanos()
                ? new Phase.Closed(Optional.of(Ending.UNUSED), Optional.empty())
                : open;
    }

    private static Phase linked(Phase.Confirmed confirmed, Facts facts) {
        if (facts.house() > confirmed.houseBefore()) {
            return Phase.Closed.after(Ending.LINKED, confirmed.ask());
        }
        return facts.nowNanos() >= confirmed.untilNanos()
                ? Phase.Closed.after(Ending.UNFINISHED, confirmed.ask())
                : confirmed;
    }
}
