package ensemble.skill.report;

import ensemble.contract.id.HubId;
import ensemble.contract.shadow.LinkCodec;
import ensemble.contract.shadow.ShadowFormatException;
import ensemble.contract.shadow.ShadowName;
import ensemble.contract.state.HouseConfig;
import ensemble.contract.state.LinkReport;
import ensemble.contract.state.RoutingWish;
import ensemble.contract.value.LinkCode;
import ensemble.contract.value.LinkKey;
import ensemble.skill.household.Claim;
import ensemble.skill.household.ClaimStore;
import ensemble.skill.household.Household;
import ensemble.skill.household.HouseholdStore;
import ensemble.skill.household.HouseholdStore.Reading;
import ensemble.skill.household.HubPresence;
import ensemble.skill.household.PresenceEvent;
import ensemble.skill.household.Route;
import ensemble.skill.household.StatusStore;
import ensemble.skill.household.StoreException;
import ensemble.skill.household.UserId;
import ensemble.skill.link.FirstHouse;
import ensemble.skill.shadow.ShadowDesk;
import ensemble.skill.shadow.ShadowException;
import ensemble.skill.shadow.ShadowView;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * What boxes say of linking: a code that is shown becomes a row, and a yes at the box the house of whoever said that code. Everything
 * may come twice, late and out of order: a row is opened once, a house made once, and what came of a yes is sent again.
 */
final class BoxLinks {
    private static final System.Logger LOG = System.getLogger(BoxLinks.class.getName());

    /** What the hub said before it had an owner, nobody kept. */
    private static final List<ShadowName> SAID = List.of(ShadowName.ROUTING, ShadowName.SYNC, ShadowName.HEALTH);

    private final HouseholdStore households;
    private final StatusStore statuses;
    private final ClaimStore claims;
    private final ShadowDesk shadows;
    private final InstantSource clock;

    BoxLinks(
            HouseholdStore households,
            StatusStore statuses,
            ClaimStore claims,
            ShadowDesk shadows,
            InstantSource clock) {
        this.households = households;
        this.statuses = statuses;
        this.claims = claims;
        this.shadows = shadows;
        this.clock = clock;
    }

    void reported(RuleEvent.ShadowChanged changed) throws StoreException {
        try {
            Optional<LinkReport> said = LinkCodec.reported(changed.after());
            if (said.isPresent()) {
                take(changed, said.get());
            }
        } catch (ShadowFormatException broken) {
            LOG.log(System.Logger.Level.WARNING, "a link report breaks the contract", broken);
        }
    }

    private void take(RuleEvent.ShadowChanged changed, LinkReport said) throws StoreException, ShadowFormatException {
        HubId hub = changed.hub();
        Optional<LinkKey> before = LinkCodec.reported(changed.before()).flatMap(LinkReport::key);
        if (!before.equals(said.key())) {
            over(before, hub);
        }
        switch (said.state()) {
            case OPEN -> {
                Instant until = changed.at().plus(LinkCode.LIFE);
                if (said.key().isPresent() && clock.instant().isBefore(until)) {
                    var unused = claims.open(said.key().get(), hub, until);
                }
            }
            case ASKED, CLOSED -> {
                // Who asked knows; and what was shown before is over already.
            }
            case CONFIRMED -> confirmed(changed, said);
            case REFUSED, LATE -> over(said.key(), hub);
        }
    }

    private void over(Optional<LinkKey> key, HubId hub) throws StoreException {
        if (key.isPresent()) {
            claims.close(key.get(), hub);
        }
    }

    private void confirmed(RuleEvent.ShadowChanged changed, LinkReport said) throws StoreException {
        if (said.key().isEmpty() || said.claim().isEmpty()) {
            return;
        }
        HubId hub = changed.hub();
        Optional<Claim.Asker> asker = claims.find(said.key().get())
                .filter(claim -> claim.isConfirmedBy(hub, said.claim().get(), changed.at()))
                .flatMap(Claim::asker);
        if (asker.isEmpty()) {
            return;
        }
        try {
            Optional<Household> house = made(hub, asker.get(), said, changed.at());
            if (house.isPresent()) {
                shadows.writeConfig(hub, house.get().config());
            }
        } catch (ShadowException unsent) {
            throw new StoreException("a box that was linked could not be told; deliver this again", unsent);
        }
        claims.close(said.key().get(), hub);
    }

    /** The house that is theirs with this box, made now or by the same event before; empty if box or user has another. */
    private Optional<Household> made(HubId hub, Claim.Asker asker, LinkReport said, Instant at)
            throws StoreException, ShadowException {
        UserId user = asker.user();
        HouseConfig config = FirstHouse.of(last(hub, ShadowName.CONFIG) + 1, said.outputs(), asker.allCalled());
        RoutingWish silence = RoutingWish.NONE.numbered(last(hub, ShadowName.ROUTING));
        boolean now =
                households.create(user, hub, config, FirstHouse.habits(asker.locale()), new Route(silence, List.of()));
        Optional<Household> house =
                households.load(user, Reading.SURE).filter(found -> found.hub().equals(hub));
        if (house.isEmpty()) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "a box was confirmed that has an owner, or for a house that has a box");
        } else if (now || house.get().presence() instanceof HubPresence.NeverSeen) {
            remember(user, hub, at);
        }
        return house;
    }

    /** A box that had a house before takes only what is newer than that. */
    private long last(HubId hub, ShadowName shadow) throws ShadowException {
        return shadows.read(hub, shadow).desired().path("n").asLong(0);
    }

    /**
     * Presence last: with it all is remembered. The box has just spoken, so it is there; any end of a session is newer than this one,
     * which has no number.
     */
    private void remember(UserId user, HubId hub, Instant at) throws StoreException, ShadowException {
        for (ShadowName shadow : SAID) {
            ShadowView view = shadows.read(hub, shadow);
            if (view.reported().isObject()) {
                var unused =
                        statuses.recordReport(user, hub, shadow, view.reported().toString(), 0, at);
            }
        }
        var unused = statuses.recordPresence(user, hub, new PresenceEvent(true, at, -1, "linked"));
    }
}
