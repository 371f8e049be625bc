package ensemble.gateway.shadow;

import ensemble.contract.state.HouseConfig;
import ensemble.contract.state.RoutingWish;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The newest that the cloud has said, as far as it has arrived.
 *
 * @param routing the wish with the highest number; empty until the first answer of the cloud
 * @param config the house with the highest number; empty until the first answer of the cloud
 */
public record Desired(Optional<Arrived<RoutingWish>> routing, Optional<Arrived<HouseConfig>> config) {
    public static final Desired NOTHING = new Desired(Optional.empty(), Optional.empty());

    /**
     * A value and how old it was when it came.
     *
     * @param ageSeconds by the server's clock alone: when it was sent, less when it was written
     * @param gapSeconds how long we had been away from the cloud just before it came; 0 while connected
     * @param atNanos elapsed time of its arrival
     */
    public record Arrived<T>(T value, long ageSeconds, long gapSeconds, long atNanos) {
        /** Older than this is as old as can be; nanoseconds would overflow. */
        private static final long MOST_AGE_SECONDS = 1_000_000_000;

        /** Elapsed time at which it was written, by what the server says of its age. */
        public long writtenNanos() {
            return atNanos - TimeUnit.SECONDS.toNanos(Math.min(ageSeconds, MOST_AGE_SECONDS));
        }
    }

    Desired withRouting(Arrived<RoutingWish> wish) {
        boolean newer =
                routing.isEmpty() || wish.value().n() > routing.get().value().n();
        return newer ? new Desired(Optional.of(wish), config) : this;
    }

    Desired withConfig(Arrived<HouseConfig> house) {
        boolean newer =
                config.isEmpty() || house.value().n() > config.get().value().n();
        return newer ? new Desired(routing, Optional.of(house)) : this;
    }
}
