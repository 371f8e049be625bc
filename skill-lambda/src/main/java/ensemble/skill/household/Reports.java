package ensemble.skill.household;

import ensemble.contract.state.HealthReport;
import ensemble.contract.state.RoutingReport;
import ensemble.contract.state.SyncReport;
import java.util.Optional;

/** What the hub last said of itself, each part empty until it has spoken. */
public record Reports(Optional<RoutingReport> routing, Optional<SyncReport> sync, Optional<HealthReport> health) {
    public static final Reports NONE = new Reports(Optional.empty(), Optional.empty(), Optional.empty());
}
