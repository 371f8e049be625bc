package ensemble.gateway.reconcile;

import ensemble.contract.state.Fault;
import ensemble.contract.state.HouseConfig;
import ensemble.contract.state.RoutingWish;
import ensemble.contract.state.Stamp;
import ensemble.contract.state.TicketEcho;
import java.util.Collections;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where the box stands: what it has decided to be true, kept through a power cut.
 *
 * @param stamp the last wish decided on
 * @param effective what it came to: the wish itself, or what was left of it when it could not come true
 * @param fault why it is not, or not wholly, true
 * @param lastExpired the last wish dropped because it came too late to start sound
 * @param config the house as last heard
 * @param echoes what became of the latest one-shot acts
 */
public record Standing(
        Stamp stamp,
        RoutingWish effective,
        Optional<Fault> fault,
        OptionalLong lastExpired,
        HouseConfig config,
        SortedMap<Long, TicketEcho> echoes) {
    public static final Standing FIRST = new Standing(
            Stamp.START, RoutingWish.NONE, Optional.empty(), OptionalLong.empty(), HouseConfig.EMPTY, new TreeMap<>());

    public Standing {
        echoes = Collections.unmodifiableSortedMap(new TreeMap<>(echoes));
    }

    Standing with(HouseConfig newer) {
        return new Standing(stamp, effective, fault, lastExpired, newer, echoes);
    }

    Standing with(SortedMap<Long, TicketEcho> newer) {
        return new Standing(stamp, effective, fault, lastExpired, config, newer);
    }
}
