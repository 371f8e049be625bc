package ensemble.skill.command;

import ensemble.contract.id.SpeakerId;
import ensemble.contract.state.Fault;
import ensemble.contract.state.FaultKind;
import ensemble.contract.state.RoutingReport;
import ensemble.contract.state.SpeakerReport;
import ensemble.contract.state.TicketEcho;
import ensemble.skill.household.Household;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Reads the hub's answer to one wish. Pure. */
public final class Verdict {
    private Verdict() {}

    /**
     * @param house with the wish that was sent
     * @return empty while the hub has not answered {@code n}
     */
    public static Optional<Outcome> of(Household house, long n, Command command, RoutingReport report) {
        if (!report.stamp().answers(n)) {
            return Optional.empty();
        }
        Household now = house.with(report);
        boolean isAct = isNothingButAnAct(command);
        boolean hasTicket = house.route().wish().tickets().stream().anyMatch(ticket -> ticket.n() == n);
        if (isAct || hasTicket) {
            Optional<TicketEcho> echo = Optional.ofNullable(report.echoes().get(n));
            Optional<CannotKind> failed = echo.flatMap(CannotKind::of);
            if (echo.isEmpty()) {
                return Optional.empty();
            }
            if (failed.isPresent()) {
                return Optional.of(new Outcome.Cannot(now, failed.get()));
            }
        }
        if (isAct || (hasTicket && command instanceof Command.Pause)) {
            return Optional.of(new Outcome.Done(now, n, Set.of()));
        }
        Set<SpeakerId> wanted = Concerned.by(command, house);
        boolean audible = command.isAudible() && !wanted.isEmpty();
        return Optional.of(audible ? ofAudible(now, n, wanted, report) : ofSilencing(now, n, wanted, report));
    }

    private static boolean isNothingButAnAct(Command command) {
        return command instanceof Command.Perform
                || command instanceof Command.Next
                || command instanceof Command.Previous;
    }

    /** Silence is silence, whatever else is wrong with the box. */
    private static Outcome ofSilencing(Household now, long n, Set<SpeakerId> wanted, RoutingReport report) {
        Optional<Fault> fault = report.fault();
        boolean stillHeard = !subset(wanted, report, SpeakerReport::playing).isEmpty();
        return fault.isPresent() && stillHeard
                ? new Outcome.Cannot(now, CannotKind.of(fault.get().kind()))
                : new Outcome.Done(now, n, Set.of());
    }

    private static Outcome ofAudible(Household now, long n, Set<SpeakerId> wanted, RoutingReport report) {
        Optional<Fault> fault = report.fault().filter(any -> concerns(any, wanted));
        Set<SpeakerId> there = subset(wanted, report, SpeakerReport::connected);
        // A speaker that has come back since does not undo the refusal of this very wish.
        boolean ofThisWish = report.stamp().n() == n;
        if (fault.isPresent() && (ofThisWish || fault.get().kind() != FaultKind.SPEAKERS_AWAY)) {
            return new Outcome.Cannot(now, CannotKind.of(fault.get().kind()));
        }
        boolean noneIsThere =
                there.isEmpty() || (fault.isPresent() && fault.get().speakers().isEmpty());
        if (noneIsThere) {
            return new Outcome.Cannot(now, CannotKind.SPEAKERS_AWAY);
        }
        return new Outcome.Done(
                now, n, wanted.stream().filter(id -> !there.contains(id)).collect(Collectors.toSet()));
    }

    private static boolean concerns(Fault fault, Set<SpeakerId> wanted) {
        return fault.speakers().isEmpty() || fault.speakers().stream().anyMatch(wanted::contains);
    }

    private static Set<SpeakerId> subset(
            Set<SpeakerId> wanted, RoutingReport report, Predicate<SpeakerReport> condition) {
        return wanted.stream()
                .filter(id -> {
                    SpeakerReport speaker = report.speakers().get(id);
                    return speaker != null && condition.test(speaker);
                })
                .collect(Collectors.toUnmodifiableSet());
    }
}
