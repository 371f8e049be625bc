package ensemble.skill.household;

import ensemble.contract.state.RoutingWish;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The wish that stands, and the requests that made the last few.
 *
 * @param recent oldest first, at most {@link #MOST_RECENT}
 * @param moved when this wish moved the music, by our clock; empty if it did not
 */
public record Route(RoutingWish wish, List<Replay> recent, Optional<Instant> moved) {
    /** Alexa repeats a request within seconds; eight commands of one house last longer than that. */
    public static final int MOST_RECENT = 8;

    public static final Route NONE = new Route(RoutingWish.NONE, List.of());

    public Route {
        recent = List.copyOf(recent.subList(Math.max(0, recent.size() - MOST_RECENT), recent.size()));
    }

    /** A wish that moved nothing. */
    public Route(RoutingWish wish, List<Replay> recent) {
        this(wish, recent, Optional.empty());
    }

    public long n() {
        return wish.n();
    }

    public Optional<Replay> replayOf(RequestKey key) {
        return recent.stream().filter(replay -> replay.key().equals(key)).findFirst();
    }

    /** Whether it is on record that the wish of that number was taken back. */
    public boolean hasWithdrawn(long n) {
        return recent.stream().anyMatch(replay -> replay.n() == n && replay.withdrawn());
    }

    /** The next wish, made by this request. */
    public Route followedBy(RoutingWish next, RequestKey key) {
        List<Replay> kept = new ArrayList<>(recent);
        kept.add(new Replay(key, next.n(), false));
        return new Route(next, kept);
    }

    /** Remembers when the music was moved. */
    public Route movedAt(Instant now) {
        return new Route(wish, recent, Optional.of(now));
    }

    /** The next wish, which nobody asked us for: the box has it already. */
    public Route adopting(RoutingWish next) {
        return new Route(next, recent);
    }

    /** The next wish, which takes back the one numbered {@code withdrawn}. */
    public Route withdrawing(RoutingWish next, long withdrawn) {
        return new Route(
                next,
                recent.stream()
                        .map(replay -> replay.n() == withdrawn ? new Replay(replay.key(), withdrawn, true) : replay)
                        .toList());
    }
}
