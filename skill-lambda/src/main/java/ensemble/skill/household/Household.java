package ensemble.skill.household;

import ensemble.contract.id.HubId;
import ensemble.contract.state.HouseConfig;
import ensemble.contract.state.RoutingReport;
import ensemble.contract.state.SyncReport;
import java.util.List;
import java.util.Optional;

/**
 * Everything one command may need to know of a house, read in one go.
 *
 * @param habits scenes and settings
 * @param reports as last recorded; may lie seconds behind the hub's shadow
 * @param pending directives whose answer is still owed
 * @param told what Alexa knows of its slow sensors
 */
public record Household(
        UserId user,
        HubId hub,
        HubPresence presence,
        HouseConfig config,
        Habits habits,
        Route route,
        Reports reports,
        Optional<Grant> grant,
        List<Pending> pending,
        Told told) {
    public Household {
        pending = List.copyOf(pending);
    }

    /** A house of the usual habits. */
    public Household(
            UserId user,
            HubId hub,
            HubPresence presence,
            HouseConfig config,
            Route route,
            Reports reports,
            Optional<Grant> grant,
            List<Pending> pending) {
        this(user, hub, presence, config, Habits.NONE, route, reports, grant, pending, Told.NOTHING);
    }

    public Household with(HouseConfig newConfig, Habits newHabits) {
        return new Household(user, hub, presence, newConfig, newHabits, route, reports, grant, pending, told);
    }

    public Household with(Optional<Grant> newGrant) {
        return new Household(user, hub, presence, config, habits, route, reports, newGrant, pending, told);
    }

    public Household with(Told newTold) {
        return new Household(user, hub, presence, config, habits, route, reports, grant, pending, newTold);
    }

    public Household with(List<Pending> owed) {
        return new Household(user, hub, presence, config, habits, route, reports, grant, owed, told);
    }

    public Household with(Route newRoute) {
        return new Household(user, hub, presence, config, habits, newRoute, reports, grant, pending, told);
    }

    public Household with(HubPresence newPresence) {
        return new Household(user, hub, newPresence, config, habits, route, reports, grant, pending, told);
    }

    public Household with(RoutingReport report) {
        return with(new Reports(Optional.of(report), reports.sync(), reports.health()));
    }

    public Household with(SyncReport report) {
        return with(new Reports(reports.routing(), Optional.of(report), reports.health()));
    }

    public Household with(Reports newReports) {
        return new Household(user, hub, presence, config, habits, route, newReports, grant, pending, told);
    }
}
