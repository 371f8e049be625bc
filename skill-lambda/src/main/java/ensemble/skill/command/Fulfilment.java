package ensemble.skill.command;

import ensemble.contract.id.SpeakerId;
import ensemble.contract.shadow.ShadowName;
import ensemble.contract.state.RoutingReport;
import ensemble.contract.state.RoutingWish;
import ensemble.skill.household.Household;
import ensemble.skill.household.HouseholdStore;
import ensemble.skill.household.Replay;
import ensemble.skill.household.RequestKey;
import ensemble.skill.household.StoreException;
import ensemble.skill.shadow.ShadowDesk;
import ensemble.skill.shadow.ShadowException;
import ensemble.skill.time.LookTimes;
import ensemble.skill.time.Patience;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Carries a command out: decide, write the wish, tell the hub, look whether it answered. Told = truth: what is answered
 * "can't" was never written or has been taken back. Threads: any; a call blocks its own for at most the last look.
 */
public final class Fulfilment {
    private static final System.Logger LOG = System.getLogger(Fulfilment.class.getName());

    private static final int MOST_TRIES = 3;

    private final WishBook book;
    private final ShadowDesk shadows;
    private final Patience patience;
    private final LookTimes looks;

    public Fulfilment(HouseholdStore store, ShadowDesk shadows, Patience patience, LookTimes looks) {
        this.book = new WishBook(store, patience);
        this.shadows = shadows;
        this.patience = patience;
        this.looks = looks;
    }

    /**
     * @param house as just read
     * @param key names the request; the same key again makes no second wish
     */
    public Outcome fulfil(Household house, Command command, RequestKey key, IfUnanswered ifUnanswered) {
        if (!house.presence().isOnline()) {
            return offline(house, command, key);
        }
        try {
            return switch (book.enter(house, command, key)) {
                case WishBook.Entry.Refused refused -> new Outcome.Cannot(refused.house(), refused.kind());
                case WishBook.Entry.Made made -> sent(made, command, ifUnanswered);
                case WishBook.Entry.Stands stands ->
                    stands.house().route().replayOf(key).isPresent()
                            ? repeated(stands, command, ifUnanswered)
                            : shared(stands, command, ifUnanswered);
            };
        } catch (StoreException unavailable) {
            LOG.log(System.Logger.Level.WARNING, "the store failed a command", unavailable);
            return new Outcome.Cannot(house, CannotKind.TROUBLE);
        }
    }

    /**
     * Nothing is written for a hub that is away. What this very request wrote before the hub went is answered as the hub did,
     * or taken back.
     */
    private Outcome offline(Household house, Command command, RequestKey key) {
        Outcome away = new Outcome.Cannot(house, CannotKind.HUB_OFFLINE);
        Optional<Long> ours = house.route()
                .replayOf(key)
                .filter(replay -> !replay.withdrawn())
                .map(Replay::n);
        return ours.map(n -> settled(recorded(house, n, command).orElse(away), n, command))
                .orElse(away);
    }

    private static Optional<Outcome> recorded(Household house, long n, Command command) {
        return house.reports().routing().flatMap(said -> answer(house, n, command, said));
    }

    /** Where even "later" cannot be kept, a wish that is on its way is taken back. */
    public Outcome giveUp(Household house, long n, Command command) {
        return settled(new Outcome.Cannot(house, CannotKind.TROUBLE), n, command);
    }

    /** One more look at a wish that is on its way, repeated while it fails; a fault takes the wish back. */
    public Optional<Outcome> lookOnce(Household house, long n, Command command) {
        for (int tries = 1; ; tries++) {
            try {
                return lookSurely(house, n, command).map(answer -> settled(answer, n, command));
            } catch (ShadowException unread) {
                if (tries == MOST_TRIES) {
                    LOG.log(System.Logger.Level.WARNING, "the last look at the hub's answer failed", unread);
                    return Optional.empty();
                }
            }
        }
    }

    /**
     * Judges a report that came by itself.
     *
     * @return empty if it does not answer {@code n}
     */
    public Optional<Outcome> judge(Household house, long n, Command command, RoutingReport report) {
        return answer(house, n, command, report).map(answer -> settled(answer, n, command));
    }

    /**
     * Takes back what the hub refused after everybody who asked for it has gone.
     *
     * @param house whose wish is older than any request may last
     */
    public void retract(Household house, RoutingReport report) {
        RoutingWish ours = house.route().wish();
        boolean refused = report.stamp().n() == ours.n() && report.fault().isPresent();
        RoutingWish heard = Standing.asHeard(ours, ours.speakers().keySet(), report);
        if (refused && !heard.equals(ours)) {
            LOG.log(System.Logger.Level.INFO, "a wish that the hub refused is taken back: " + report.fault());
            var unused = withdrawn(house.with(report), heard, ours, CannotKind.EXPIRED);
        }
    }

    /** A wish that others have followed is no longer ours to take back. */
    private Outcome settled(Outcome answer, long n, Command command) {
        return answer instanceof Outcome.Cannot cannot && cannot.house().route().n() == n
                ? withdrawnAsHeard(cannot.house(), command, cannot.kind())
                : answer;
    }

    private Outcome sent(WishBook.Entry.Made made, Command command, IfUnanswered ifUnanswered) {
        try {
            // Whoever has followed meanwhile carries our wish along, and sends it.
            if (made.house().route().n() == made.wish().n()) {
                shadows.writeWish(made.house().hub(), made.wish());
            }
        } catch (ShadowException unsent) {
            LOG.log(System.Logger.Level.WARNING, "a wish could not be sent", unsent);
            return withdrawn(made.house(), made.before(), made.wish(), CannotKind.TROUBLE);
        }
        Outcome outcome = awaited(made.house(), made.wish().n(), command, ifUnanswered);
        return outcome instanceof Outcome.Cannot cannot
                ? withdrawn(cannot.house(), made.before(), made.wish(), cannot.kind())
                : outcome;
    }

    /**
     * An earlier request made the wish that says the same already. It is looked at, not sent again, which would make an old
     * wish young; and it is the other's to take back, unless the hub refused it.
     */
    private Outcome shared(WishBook.Entry.Stands stands, Command command, IfUnanswered ifUnanswered) {
        Outcome outcome = look(stands.house(), stands.n(), command)
                .orElseGet(() -> awaited(stands.house(), stands.n(), command, ifUnanswered));
        boolean unanswered = outcome instanceof Outcome.Cannot cannot && cannot.kind() == CannotKind.NOT_ANSWERED;
        return unanswered ? outcome : settled(outcome, stands.n(), command);
    }

    /** This very request made the wish, and is delivered once more. */
    private Outcome repeated(WishBook.Entry.Stands stands, Command command, IfUnanswered ifUnanswered) {
        Household house = stands.house();
        Optional<Outcome> already = look(house, stands.n(), command).or(() -> recorded(house, stands.n(), command));
        if (already.isPresent()) {
            return settled(already.get(), stands.n(), command);
        }
        try {
            shadows.writeWish(house.hub(), house.route().wish());
        } catch (ShadowException unsent) {
            LOG.log(System.Logger.Level.WARNING, "a wish could not be sent again", unsent);
            return settled(new Outcome.Cannot(house, CannotKind.TROUBLE), stands.n(), command);
        }
        return settled(awaited(house, stands.n(), command, ifUnanswered), stands.n(), command);
    }

    private Outcome awaited(Household house, long n, Command command, IfUnanswered ifUnanswered) {
        Patience.Wait wait = patience.begin();
        Optional<Outcome> answer = lookAt(looks.normal(), wait, house, n, command);
        if (answer.isPresent()) {
            return answer.get();
        }
        boolean mayTellLater =
                ifUnanswered == IfUnanswered.SAY_SO || house.grant().isPresent();
        if (mayTellLater) {
            return new Outcome.OnItsWay(house, n);
        }
        return lookAt(looks.insisting(), wait, house, n, command)
                .orElseGet(() -> new Outcome.Cannot(house, CannotKind.NOT_ANSWERED));
    }

    private Optional<Outcome> lookAt(
            List<Duration> times, Patience.Wait wait, Household house, long n, Command command) {
        for (Duration time : times) {
            wait.until(time);
            Optional<Outcome> answer = look(house, n, command);
            if (answer.isPresent()) {
                return answer;
            }
        }
        return Optional.empty();
    }

    private Optional<Outcome> look(Household house, long n, Command command) {
        try {
            return lookSurely(house, n, command);
        } catch (ShadowException unread) {
            LOG.log(System.Logger.Level.WARNING, "a look at the hub's answer failed", unread);
            return Optional.empty();
        }
    }

    private Optional<Outcome> lookSurely(Household house, long n, Command command) throws ShadowException {
        Optional<RoutingReport> report =
                shadows.read(house.hub(), ShadowName.ROUTING).routing();
        return report.flatMap(said -> answer(house, n, command, said));
    }

    private static Optional<Outcome> answer(Household house, long n, Command command, RoutingReport said) {
        return Verdict.of(house, n, command, said);
    }

    /**
     * Without knowing what was before: the speakers concerned go back to what is heard of them. What was heard before our
     * wish was answered may be silent by now, and is not started again.
     */
    private Outcome withdrawnAsHeard(Household house, Command command, CannotKind kind) {
        RoutingWish ours = house.route().wish();
        Set<SpeakerId> concerned = Concerned.by(command, house);
        Optional<RoutingReport> said = house.reports().routing();
        RoutingWish heard =
                said.map(report -> Standing.asHeard(ours, concerned, report)).orElse(RoutingWish.NONE);
        boolean answered =
                said.filter(report -> report.stamp().answers(ours.n())).isPresent();
        return withdrawn(house, answered ? heard : Withdrawal.startingNothing(heard, ours), ours, kind);
    }

    /** Where even taking back fails, nothing may be claimed: the answer is "trouble". */
    private Outcome withdrawn(Household house, RoutingWish before, RoutingWish ours, CannotKind kind) {
        try {
            Household now = book.withdraw(house, before, ours);
            sendSurely(now);
            return new Outcome.Cannot(now, kind);
        } catch (StoreException | ShadowException failed) {
            LOG.log(System.Logger.Level.WARNING, "a wish could not be taken back", failed);
            return new Outcome.Cannot(house, CannotKind.TROUBLE);
        }
    }

    private void sendSurely(Household house) throws ShadowException {
        for (int tries = 1; ; tries++) {
            try {
                shadows.writeWish(house.hub(), house.route().wish());
                return;
            } catch (ShadowException unsent) {
                if (tries == MOST_TRIES) {
                    throw unsent;
                }
            }
        }
    }
}
