package ensemble.gateway.reconcile;

import ensemble.contract.id.GroupId;
import ensemble.contract.id.SpeakerId;
import ensemble.contract.state.HouseConfig;
import ensemble.contract.state.RoutingWish;
import ensemble.contract.state.Switching;
import ensemble.gateway.act.Acts;
import ensemble.gateway.act.Task;
import ensemble.gateway.command.BoxCommand;
import ensemble.gateway.command.CommandInbox;
import ensemble.gateway.command.Verdict;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;

/**
 * Decides what is asked at the box itself: each command once, on top of what stands, and kept before anybody is told. What is
 * refused changes nothing, not even the stamp. The loop's own thread.
 */
final class FrontDesk {
    /** More states than the cloud can be behind. */
    private static final int MOST_PASSED = 16;

    private final CommandInbox inbox;
    private final Acts acts;
    private final StandingStore store;

    /** What commands here made true since the cloud's last wish, the oldest first; the newest is what stands. */
    private final Deque<Passed> passed = new ArrayDeque<>();

    /** Who was to be heard by a command that was refused, until the next. */
    private Set<SpeakerId> longedFor = Set.of();

    private long tasks;

    private record Passed(long k, RoutingWish effective) {}

    FrontDesk(CommandInbox inbox, Acts acts, StandingStore store) {
        this.inbox = inbox;
        this.acts = acts;
        this.store = store;
    }

    /** Decides everything that waits. */
    Standing serve(Standing before, Judgement.Facts facts) {
        Standing standing = before;
        for (Optional<CommandInbox.Waiting> next = inbox.take(); next.isPresent(); next = inbox.take()) {
            Decided decided = decide(next.get().command(), standing, facts);
            if (!decided.standing().equals(standing)) {
                standing = decided.standing();
                store.keep(standing);
                remember(standing);
            }
            next.get().verdict().complete(decided.verdict());
        }
        return standing;
    }

    private record Decided(Standing standing, Verdict verdict) {}

    private Decided decide(BoxCommand.ForTheLoop command, Standing before, Judgement.Facts facts) {
        return switch (command) {
            case BoxCommand.Routing routing -> routed(routing, before, facts);
            case BoxCommand.Once once -> new Decided(before, begun(once, before.config()));
        };
    }

    private Decided routed(BoxCommand.Routing command, Standing before, Judgement.Facts facts) {
        Optional<RoutingWish> wanted = AtTheBox.of(command, before.config(), before.effective());
        if (wanted.isEmpty()) {
            return new Decided(before, new Verdict.Refused("the box knows no such group"));
        }
        Standing judged = Judgement.of(before, wanted.get(), facts);
        longedFor = judged.fault().isPresent() ? wanted.get().playing() : Set.of();
        return judged.fault()
                .map(fault -> new Decided(before, new Verdict.Refused(AtTheBox.sentence(fault, before.config()))))
                .orElseGet(() -> new Decided(before.commanded(judged.effective()), Verdict.TAKEN));
    }

    private Verdict begun(BoxCommand.Once once, HouseConfig house) {
        boolean known =
                switch (once.act()) {
                    case LINE_UP, LINE_UP_ALSO ->
                        house.group(new GroupId(once.subject())).isPresent();
                    case IDENTIFY, RECONNECT ->
                        house.speaker(new SpeakerId(once.subject())).isPresent();
                    case PAIR, PLAY, PAUSE, NEXT, PREVIOUS -> true;
                };
        return known
                ? AtTheBox.verdict(acts.begin(new Task(--tasks, once.act(), once.subject())))
                : new Verdict.Refused("the box knows nothing called " + once.subject());
    }

    Set<SpeakerId> longedFor() {
        return longedFor;
    }

    private void remember(Standing standing) {
        passed.add(new Passed(standing.stamp().k(), standing.effective()));
        if (passed.size() > MOST_PASSED) {
            passed.remove();
        }
    }

    /**
     * The cloud makes a wish of what was commanded here, and is behind while commands follow each other: a wish that is exactly
     * what stood here a moment ago is no news, and must not undo what has been commanded since.
     *
     * @return what stands then: the same, counted from that wish; empty if the wish is news
     */
    Optional<Standing> adopted(Standing standing, RoutingWish wish) {
        long now = standing.stamp().k();
        return passed.stream()
                .filter(earlier -> earlier.k() < now && isSame(standing.config(), earlier.effective(), wish))
                .reduce((older, newer) -> newer)
                .map(earlier -> standing.adopted(wish, now - earlier.k()));
    }

    private static boolean isSame(HouseConfig house, RoutingWish one, RoutingWish other) {
        return Switching.every(house).stream().allMatch(id -> one.of(id).equals(other.of(id)));
    }

    /** From now on what is commanded here counts from another wish of the cloud. */
    void countsFrom(Standing standing) {
        longedFor = Set.of();
        passed.clear();
        if (standing.stamp().k() > 0) {
            remember(standing);
        }
    }
}
