package ensemble.skill.household;

import ensemble.contract.id.HubId;
import ensemble.contract.state.LinkAsk;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A box that shows a code.
 *
 * @param until how long its code may be said; whoever reads compares, because the table deletes late
 * @param asker who said it; from then on it is nobody else's
 */
public record Claim(HubId hub, Instant until, Optional<Asker> asker) {
    /** A yes is told by the box's own clock; what the way to us takes comes on top. */
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(30);

    /**
     * Who said a code.
     *
     * @param claim names the question at the box
     * @param locale the language that was spoken, such as {@code de-DE}
     * @param allCalled what a group of all speakers is called in it
     * @param at when it was said
     */
    public record Asker(UserId user, String claim, String locale, String allCalled, Instant at) {}

    /** Whether the code may be said by that user: it waits, or the same one says it once more. */
    public boolean isFor(UserId user, Instant now) {
        return asker.isEmpty()
                ? now.isBefore(until)
                : asker.get().user().equals(user)
                        && now.isBefore(asker.get().at().plus(LinkAsk.LIFE));
    }

    /** Whether a yes of the box to that question counts, which came at that time. */
    public boolean isConfirmedBy(HubId box, String claim, Instant at) {
        return box.equals(hub)
                && asker.filter(who -> who.claim().equals(claim)
                                && at.isBefore(who.at().plus(LinkAsk.LIFE).plus(ON_ITS_WAY)))
                        .isPresent();
    }

    public Claim takenBy(Asker who) {
        return new Claim(hub, until, Optional.of(who));
    }
}
