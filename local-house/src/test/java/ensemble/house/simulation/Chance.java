package ensemble.house.simulation;

import java.util.List;
import java.util.SplittableRandom;

/** All the luck of one schedule. */
final class Chance {
    private final SplittableRandom random;

    Chance(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Both ends included. */
    long between(long least, long most) {
        return random.nextLong(least, most + 1);
    }

    boolean percent(int percent) {
        return random.nextInt(100) < percent;
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** A way through a network: mostly quick, now and then not. */
    long travel() {
        return percent(5) ? between(300, 1500) : between(5, 60);
    }
}
