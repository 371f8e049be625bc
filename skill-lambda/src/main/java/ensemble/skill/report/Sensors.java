package ensemble.skill.report;

import ensemble.skill.household.Household;
import ensemble.skill.household.HouseholdStore;
import ensemble.skill.household.HouseholdStore.Reading;
import ensemble.skill.household.StatusStore;
import ensemble.skill.household.StoreException;
import ensemble.skill.household.Told;
import ensemble.skill.status.SensorWatch;
import java.time.InstantSource;

/** Keeps what the slow sensors are to say, one change after the other however many Lambdas look at once. */
final class Sensors {
    private static final int MOST_TRIES = 3;

    private final HouseholdStore households;
    private final StatusStore statuses;
    private final InstantSource clock;

    Sensors(HouseholdStore households, StatusStore statuses, InstantSource clock) {
        this.households = households;
        this.statuses = statuses;
        this.clock = clock;
    }

    /**
     * @param before the house with what was told until now
     * @param after the same house with what is to be told
     */
    record Moved(Household before, Household after) {
        /** Whether a contact has just begun to turn, so that somebody must look again. */
        boolean beganToTurn() {
            return after.told().contacts().entrySet().stream().anyMatch(entry -> {
                Told.Contact was = before.told().contacts().get(entry.getKey());
                boolean wasTurning = was != null && was.turning().isPresent();
                return entry.getValue().turning().isPresent() && !wasTurning;
            });
        }
    }

    /** @param now the house with its latest reports */
    Moved moved(Household now) throws StoreException {
        Household house = now;
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            Told next = SensorWatch.next(house, clock.instant());
            boolean same = next.version() == house.told().version();
            if (same || statuses.putTold(house.user(), house.told().version(), next)) {
                return new Moved(house, house.with(next));
            }
            house = house.with(households
                    .load(house.user(), Reading.SURE)
                    .orElseThrow(() -> new StoreException("the house is gone while it reports"))
                    .told());
        }
        throw new StoreException("what Alexa is told could not be written in " + MOST_TRIES + " tries");
    }
}
