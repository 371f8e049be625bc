package ensemble.house.status;

import ensemble.contract.state.HealthReport;
import ensemble.contract.state.HouseConfig;
import ensemble.contract.state.RoutingReport;
import ensemble.contract.state.RoutingWish;
import ensemble.contract.state.SyncReport;
import java.time.Instant;
import java.util.Optional;

/**
 * All that is known of a house at one moment.
 *
 * @param online whether its hub is connected
 * @param since when that last changed; empty when it never connected since the house was started
 * @param routing empty when the hub has never reported
 */
public record HouseView(
        String hub,
        String hubName,
        boolean online,
        Optional<Instant> since,
        HouseConfig config,
        RoutingWish wish,
        Optional<RoutingReport> routing,
        SyncReport sync,
        Optional<HealthReport> health) {}
