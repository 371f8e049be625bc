package ensemble.skill.report;

import ensemble.contract.shadow.ShadowName;
import ensemble.contract.state.RoutingReport;
import ensemble.skill.household.Household;
import ensemble.skill.household.HouseholdStore;
import ensemble.skill.household.HouseholdStore.Reading;
import ensemble.skill.household.HubPresence;
import ensemble.skill.household.PresenceEvent;
import ensemble.skill.household.Reports;
import ensemble.skill.household.StatusStore;
import ensemble.skill.household.StoreException;
import ensemble.skill.household.UserId;
import java.util.Optional;

/** What is done with a hub's news: the row first, then whoever waits for it, then everybody. */
final class StatusDesk {
    private static final System.Logger LOG = System.getLogger(StatusDesk.class.getName());

    private final HouseholdStore households;
    private final StatusStore statuses;
    private final OwnerMemory owners;
    private final WishKeeper wishKeeper;
    private final LateAnswers lateAnswers;
    private final Announcer announcer;

    StatusDesk(
            HouseholdStore households,
            StatusStore statuses,
            OwnerMemory owners,
            WishKeeper wishKeeper,
            LateAnswers lateAnswers,
            Announcer announcer) {
        this.households = households;
        this.statuses = statuses;
        this.owners = owners;
        this.wishKeeper = wishKeeper;
        this.lateAnswers = lateAnswers;
        this.announcer = announcer;
    }

    void take(RuleEvent event) throws StoreException {
        switch (event) {
            case RuleEvent.Foreign foreign ->
                LOG.log(System.Logger.Level.WARNING, "an event was set aside: " + foreign.why());
            case RuleEvent.ShadowChanged changed -> {
                if (changed.shadow() == ShadowName.ROUTING) {
                    wishKeeper.sawWish(changed);
                }
                boolean hubSpoke =
                        changed.after().isObject() && !changed.after().equals(changed.before());
                Optional<UserId> owner = hubSpoke ? owners.ownerOf(changed.hub()) : Optional.empty();
                if (owner.isPresent()) {
                    reported(owner.get(), changed);
                }
            }
            case RuleEvent.PresenceChanged presence -> {
                Optional<UserId> owner = owners.ownerOf(presence.hub());
                if (owner.isPresent()) {
                    moved(owner.get(), presence);
                }
            }
        }
    }

    private void reported(UserId user, RuleEvent.ShadowChanged changed) throws StoreException {
        boolean isNews = statuses.recordReport(
                user, changed.hub(), changed.shadow(), changed.after().toString(), changed.version(), changed.at());
        if (!isNews || changed.shadow() != ShadowName.ROUTING) {
            return;
        }
        Optional<RoutingNews> news = RoutingNews.of(changed.before(), changed.after());
        if (news.isEmpty() || !news.get().matters()) {
            return;
        }
        Optional<Household> house =
                households.load(user, Reading.CHEAP).filter(found -> found.hub().equals(changed.hub()));
        if (house.isPresent()) {
            tell(house.get(), news.get());
            wishKeeper.sawAnswer(house.get(), news.get().after(), changed.wish());
        }
    }

    private void tell(Household house, RoutingNews news) throws StoreException {
        Household before = house.with(new Reports(
                news.before(), house.reports().sync(), house.reports().health()));
        RoutingReport report = news.after();
        Household after = house.with(report);
        lateAnswers.give(after, report);
        announcer.announce(before, after, news.cause());
    }

    private void moved(UserId user, RuleEvent.PresenceChanged moved) throws StoreException {
        Optional<Household> house =
                households.load(user, Reading.CHEAP).filter(found -> found.hub().equals(moved.hub()));
        PresenceEvent event = moved.event();
        boolean isNews = statuses.recordPresence(user, moved.hub(), event);
        if (isNews && house.isPresent()) {
            HubPresence now = event.online() ? new HubPresence.Online(event.at()) : new HubPresence.Offline(event.at());
            announcer.announce(house.get(), house.get().with(now), Announcer.Cause.PHYSICAL_INTERACTION);
        }
    }
}
