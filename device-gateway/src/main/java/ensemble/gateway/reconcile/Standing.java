package ensemble.gateway.reconcile;

import ensemble.contract.id.SpeakerId;
import ensemble.contract.state.Fault;
import ensemble.contract.state.HouseConfig;
import ensemble.contract.state.RoutingWish;
import ensemble.contract.state.SpeakerConfig;
import ensemble.contract.state.SpeakerWish;
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
 * @param wished the cloud's wish of that number, as it came
 * @param effective what it came to: the wish itself, or what was left of it when it could not come true, and what was commanded at
 *     the box since
 * @param fault why it is not, or not wholly, true
 * @param lastExpired the last wish dropped because it came too late to start sound
 * @param config the house as last heard
 * @param echoes what became of the latest one-shot acts
 */
public record Standing(
        Stamp stamp,
        RoutingWish wished,
        RoutingWish effective,
        Optional<Fault> fault,
        OptionalLong lastExpired,
        HouseConfig config,
        SortedMap<Long, TicketEcho> echoes) {
    public static final Standing FIRST = new Standing(
            Stamp.START,
            RoutingWish.NONE,
            RoutingWish.NONE,
            Optional.empty(),
            OptionalLong.empty(),
            HouseConfig.EMPTY,
            new TreeMap<>());

    public Standing {
        echoes = Collections.unmodifiableSortedMap(new TreeMap<>(echoes));
    }

    Standing with(HouseConfig newer) {
        return new Standing(stamp, wished, effective, fault, lastExpired, newer, echoes);
    }

    Standing with(SortedMap<Long, TicketEcho> newer) {
        return new Standing(stamp, wished, effective, fault, lastExpired, config, newer);
    }

    /** After one more command at the box. The fault stays: it belongs to the cloud's wish. */
    Standing commanded(RoutingWish now) {
        Stamp next = new Stamp(stamp.n(), stamp.k() + 1);
        return new Standing(next, wished, now, fault, lastExpired, config, echoes);
    }

    /** After the cloud has made its own what was commanded here, but for the last few commands. */
    Standing adopted(RoutingWish wish, long since) {
        return new Standing(
                new Stamp(wish.n(), since),
                wish,
                new RoutingWish(wish.n(), effective.speakers(), wish.tickets()),
                Optional.empty(),
                lastExpired,
                config,
                echoes);
    }

    /** What the cloud does not know of: where what stands differs from its wish because of commands at the box. */
    SortedMap<SpeakerId, SpeakerWish> patch() {
        SortedMap<SpeakerId, SpeakerWish> patch = new TreeMap<>();
        if (stamp.k() > 0) {
            for (SpeakerConfig speaker : config.speakers()) {
                SpeakerWish now = effective.of(speaker.id());
                if (!now.equals(wished.of(speaker.id()))) {
                    patch.put(speaker.id(), now);
                }
            }
        }
        return patch;
    }
}
