package ensemble.skill.report;

import ensemble.contract.shadow.HealthCodec;
import ensemble.contract.shadow.ShadowFormatException;
import ensemble.contract.shadow.ShadowName;
import ensemble.contract.shadow.SyncCodec;
import ensemble.contract.state.HealthReport;
import ensemble.contract.state.RoutingReport;
import ensemble.skill.events.UndeliveredException;
import ensemble.skill.household.Household;
import ensemble.skill.household.HouseholdStore;
import ensemble.skill.household.HouseholdStore.Reading;
import ensemble.skill.household.HubPresence;
import ensemble.skill.household.PresenceEvent;
import ensemble.skill.household.Reports;
import ensemble.skill.household.StatusStore;
import ensemble.skill.household.StoreException;
import ensemble.skill.household.UserId;
import ensemble.skill.status.SensorWatch;
import java.util.Optional;

/** What is done with a hub's news: the row first, then whoever waits for it, then everybody. */
final class StatusDesk {
    private static final System.Logger LOG = System.getLogger(StatusDesk.class.getName());

    private final HouseholdStore households;
    private final StatusStore statuses;
    private final Staff staff;

    StatusDesk(HouseholdStore households, StatusStore statuses, Staff staff) {
        this.households = households;
        this.statuses = statuses;
        this.staff = staff;
    }

    /** Who does what. */
    record Staff(
            OwnerMemory owners,
            BoxLinks boxLinks,
            WishKeeper wishKeeper,
            Adoption adoption,
            LateAnswers lateAnswers,
            Sensors sensors,
            Announcer announcer,
            Herald herald) {}

    /** @return what must be looked at again later */
    Optional<FollowUp> take(RuleEvent event) throws StoreException, UndeliveredException {
        return switch (event) {
            case RuleEvent.Foreign foreign -> {
                LOG.log(System.Logger.Level.WARNING, "an event was set aside: " + foreign.why());
                yield Optional.empty();
            }
            case RuleEvent.ShadowChanged changed -> shadowChanged(changed);
            case RuleEvent.PresenceChanged presence -> {
                Optional<UserId> owner = staff.owners().ownerOf(presence.hub());
                yield owner.isPresent() ? moved(owner.get(), presence) : Optional.empty();
            }
        };
    }

    /** A contact began to turn a while ago: has it stayed so? */
    void lookAgain(FollowUp followUp) throws StoreException, UndeliveredException {
        Optional<Household> house = households.load(followUp.user(), Reading.SURE);
        if (house.isPresent()) {
            var unused = announced(house.get(), house.get(), Announcer.Cause.PHYSICAL_INTERACTION);
        }
    }

    private Optional<FollowUp> shadowChanged(RuleEvent.ShadowChanged changed)
            throws StoreException, UndeliveredException {
        if (changed.shadow() == ShadowName.ROUTING) {
            staff.wishKeeper().sawWish(changed);
        }
        if (changed.shadow() == ShadowName.LINK) {
            staff.boxLinks().reported(changed);
            return Optional.empty();
        }
        boolean houseChanged = changed.shadow() == ShadowName.CONFIG
                && changed.wish().n() != changed.wish().before();
        boolean hubSpoke = changed.after().isObject() && !changed.after().equals(changed.before());
        if (!houseChanged && !hubSpoke) {
            return Optional.empty();
        }
        Optional<UserId> owner = staff.owners().ownerOf(changed.hub());
        if (owner.isEmpty()) {
            return Optional.empty();
        }
        if (houseChanged) {
            Optional<Household> house = house(owner.get(), changed, Reading.SURE);
            if (house.isPresent()) {
                staff.herald().houseChanged(house.get(), changed.wish().content());
            }
        }
        return hubSpoke ? reported(owner.get(), changed) : Optional.empty();
    }

    private Optional<FollowUp> reported(UserId user, RuleEvent.ShadowChanged changed)
            throws StoreException, UndeliveredException {
        boolean isNews = statuses.recordReport(
                user, changed.hub(), changed.shadow(), changed.after().toString(), changed.version(), changed.at());
        if (!isNews) {
            return Optional.empty();
        }
        return switch (changed.shadow()) {
            case ROUTING -> routed(user, changed);
            case SYNC -> synced(user, changed);
            case HEALTH -> healthy(user, changed);
            case CONFIG, LINK -> Optional.empty();
        };
    }

    private Optional<FollowUp> routed(UserId user, RuleEvent.ShadowChanged changed)
            throws StoreException, UndeliveredException {
        Optional<RoutingNews> news = RoutingNews.of(changed.before(), changed.after());
        if (news.isEmpty() || !news.get().matters()) {
            return Optional.empty();
        }
        Optional<Household> loaded = house(user, changed, Reading.CHEAP);
        if (loaded.isEmpty()) {
            return Optional.empty();
        }
        RoutingReport report = news.get().after();
        Household house =
                staff.adoption().adopt(loaded.get().with(report), news.get().before(), report);
        Reports reports = house.reports();
        Household before = house.with(new Reports(news.get().before(), reports.sync(), reports.health()));
        staff.lateAnswers().give(house, report);
        Optional<FollowUp> followUp = announced(before, house, news.get().cause());
        staff.wishKeeper().sawAnswer(house, report, changed.wish());
        return followUp;
    }

    private Optional<FollowUp> synced(UserId user, RuleEvent.ShadowChanged changed)
            throws StoreException, UndeliveredException {
        Optional<Household> loaded = house(user, changed, Reading.CHEAP);
        try {
            if (loaded.isPresent()) {
                Household after = loaded.get().with(SyncCodec.reported(changed.after()));
                Household before = changed.before().isObject()
                        ? loaded.get().with(SyncCodec.reported(changed.before()))
                        : loaded.get()
                                .with(new Reports(
                                        loaded.get().reports().routing(),
                                        Optional.empty(),
                                        loaded.get().reports().health()));
                return announced(before, after, Announcer.Cause.PERIODIC_POLL);
            }
        } catch (ShadowFormatException broken) {
            LOG.log(System.Logger.Level.WARNING, "a sync report breaks the contract", broken);
        }
        return Optional.empty();
    }

    /** Of a box's health, Alexa's devices rest only on whether the Echo can be told. */
    private Optional<FollowUp> healthy(UserId user, RuleEvent.ShadowChanged changed)
            throws StoreException, UndeliveredException {
        try {
            Optional<HealthReport> was = HealthCodec.reported(changed.before());
            Optional<HealthReport> is = HealthCodec.reported(changed.after());
            boolean same = was.map(health -> health.echo().controllable())
                    .equals(is.map(health -> health.echo().controllable()));
            Optional<Household> loaded = same ? Optional.empty() : house(user, changed, Reading.CHEAP);
            if (loaded.isPresent()) {
                Reports reports = loaded.get().reports();
                Household before = loaded.get().with(new Reports(reports.routing(), reports.sync(), was));
                Household after = loaded.get().with(new Reports(reports.routing(), reports.sync(), is));
                return announced(before, after, Announcer.Cause.PHYSICAL_INTERACTION);
            }
        } catch (ShadowFormatException broken) {
            LOG.log(System.Logger.Level.WARNING, "a health report breaks the contract", broken);
        }
        return Optional.empty();
    }

    private Optional<FollowUp> moved(UserId user, RuleEvent.PresenceChanged moved)
            throws StoreException, UndeliveredException {
        Optional<Household> house =
                households.load(user, Reading.CHEAP).filter(found -> found.hub().equals(moved.hub()));
        PresenceEvent event = moved.event();
        boolean isNews = statuses.recordPresence(user, moved.hub(), event);
        if (!isNews || house.isEmpty()) {
            return Optional.empty();
        }
        HubPresence now = event.online() ? new HubPresence.Online(event.at()) : new HubPresence.Offline(event.at());
        return announced(house.get(), house.get().with(now), Announcer.Cause.PHYSICAL_INTERACTION);
    }

    private Optional<FollowUp> announced(Household before, Household after, Announcer.Cause cause)
            throws StoreException, UndeliveredException {
        Sensors.Moved sensors = staff.sensors().moved(after);
        staff.announcer().announce(before.with(sensors.before().told()), sensors.after(), cause);
        return sensors.beganToTurn() ? Optional.of(new FollowUp(after.user(), SensorWatch.LASTS)) : Optional.empty();
    }

    private Optional<Household> house(UserId user, RuleEvent.ShadowChanged changed, Reading reading)
            throws StoreException {
        return households.load(user, reading).filter(found -> found.hub().equals(changed.hub()));
    }
}
