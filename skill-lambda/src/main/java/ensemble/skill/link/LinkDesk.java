package ensemble.skill.link;

import ensemble.contract.id.HubId;
import ensemble.contract.state.LinkAsk;
import ensemble.contract.value.LinkCode;
import ensemble.contract.value.LinkKey;
import ensemble.skill.household.Claim;
import ensemble.skill.household.ClaimStore;
import ensemble.skill.household.RequestKey;
import ensemble.skill.household.StoreException;
import ensemble.skill.household.UserId;
import ensemble.skill.shadow.ShadowDesk;
import ensemble.skill.shadow.ShadowException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Takes a code that somebody said, finds the box that shows it, and has it ask whoever is there. Threads: any. */
public final class LinkDesk {
    private static final System.Logger LOG = System.getLogger(LinkDesk.class.getName());
    private static final int NUMBERS = 90;
    private static final int FIRST_NUMBER = 10;

    private final ClaimStore claims;
    private final ShadowDesk shadows;
    private final CodeCounter counter;
    private final InstantSource clock;

    public LinkDesk(ClaimStore claims, ShadowDesk shadows, InstantSource clock) {
        this.claims = claims;
        this.shadows = shadows;
        this.counter = new CodeCounter(claims);
        this.clock = clock;
    }

    /**
     * Who says a code.
     *
     * @param requestId of Alexa's request; the same one again asks the same question
     * @param locale such as {@code de-DE}
     * @param allCalled what a group of all speakers is called in it
     */
    public record Sayer(UserId user, String requestId, String locale, String allCalled) {}

    public LinkOutcome link(Sayer sayer, LinkCode code) throws StoreException, ShadowException {
        // Rows keep milliseconds; what is taken out again must be equal.
        Instant now = Instant.ofEpochMilli(clock.millis());
        switch (counter.count(sayer.user(), now)) {
            case ACCOUNT_WAITS -> {
                return new LinkOutcome.TooMany();
            }
            case EVERYBODY_WAITS -> {
                return new LinkOutcome.Slow();
            }
            case MAY -> {
                // Looked up below.
            }
        }
        LinkKey key = LinkKey.of(code);
        Optional<Claim> found = claims.find(key).filter(claim -> claim.isFor(sayer.user(), now));
        if (found.isEmpty()) {
            return new LinkOutcome.Unknown();
        }
        HubId hub = found.get().hub();
        if (claims.ownerOf(hub).filter(owner -> !owner.equals(sayer.user())).isPresent()) {
            return new LinkOutcome.Others();
        }
        String claim = found.get().asker().map(Claim.Asker::claim).orElseGet(() -> RequestKey.of(sayer.requestId())
                .value());
        boolean said = found.get().asker().isPresent();
        Claim.Asker asker = new Claim.Asker(sayer.user(), claim, sayer.locale(), sayer.allCalled(), now);
        if (!said && !claims.take(key, found.get().takenBy(asker))) {
            return new LinkOutcome.Unknown();
        }
        shadows.writeAsk(hub, new LinkAsk(claim, key, numberOf(claim)));
        forgive(sayer.user(), now);
        return new LinkOutcome.Asked(key, numberOf(claim));
    }

    /** The box asks already; that a right code stays counted as a wrong one is no reason to say that it does not. */
    private void forgive(UserId user, Instant at) {
        try {
            counter.wasRight(user, at);
        } catch (StoreException away) {
            LOG.log(System.Logger.Level.WARNING, "a right code stays counted as a try", away);
        }
    }

    /** The number that was told, if that user's question is still open at the box; empty once it was refused or is too old. */
    public Optional<Integer> waiting(UserId user, LinkKey key) throws StoreException {
        Instant now = clock.instant();
        return claims.find(key)
                .filter(claim -> claim.asker().isPresent() && claim.isFor(user, now))
                .flatMap(Claim::asker)
                .map(asker -> numberOf(asker.claim()));
    }

    /** Follows from the claim alone, so that a question that is put again bears the same number. */
    private static int numberOf(String claim) {
        return FIRST_NUMBER + Math.floorMod(claim.hashCode(), NUMBERS);
    }
}
