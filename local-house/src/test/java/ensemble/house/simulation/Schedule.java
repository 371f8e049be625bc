package ensemble.house.simulation;

import ensemble.house.simulation.Step.Saying;
import ensemble.house.simulation.Step.Trouble;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What happens in one run: drawn from one number, so that the number says it all.
 *
 * @param start the wall clock at the beginning; some houses are simulated at night
 * @param granted whether Alexa may be told later
 */
record Schedule(long seed, Instant start, boolean granted, List<Step> steps) {
    /** Everything that goes wrong has ended by then. */
    static final long STORM_MILLIS = 90_000;

    static Schedule of(long seed) {
        Chance chance = new Chance(seed);
        List<Step> steps = new ArrayList<>();
        long asks = chance.between(4, 14);
        for (int ask = 0; ask < asks; ask++) {
            steps.add(new Step(chance.between(500, STORM_MILLIS - 10_000), ask("request-" + ask, chance)));
        }
        long faults = chance.between(0, 9);
        for (int fault = 0; fault < faults; fault++) {
            long at = chance.between(300, STORM_MILLIS - 5_000);
            steps.add(new Step(at, fault(STORM_MILLIS - at, chance)));
        }
        steps.sort(Comparator.comparingLong(Step::atMillis));
        Instant start = Instant.parse(chance.percent(80) ? "2026-06-01T12:00:00Z" : "2026-06-01T23:30:00Z");
        return new Schedule(seed, start, chance.percent(50), List.copyOf(steps));
    }

    Schedule without(int step) {
        List<Step> fewer = new ArrayList<>(steps);
        fewer.remove(step);
        return new Schedule(seed, start, granted, List.copyOf(fewer));
    }

    private static Step.Ask ask(String id, Chance chance) {
        boolean byVoice = chance.percent(40);
        Saying saying = chance.oneOf(
                byVoice
                        ? List.of(Saying.TURN_ON, Saying.TURN_OFF, Saying.PLAY, Saying.EVERYWHERE, Saying.STOP_ALL)
                        : List.of(Saying.TURN_ON, Saying.TURN_OFF, Saying.PLAY));
        long again = chance.percent(15) ? chance.between(20, 9_000) : 0;
        return new Step.Ask(id, byVoice, saying, chance.oneOf(Home.GROUPS), again);
    }

    private static Step.What fault(long most, Chance chance) {
        Trouble trouble = chance.oneOf(List.of(Trouble.values()));
        return switch ((int) chance.between(0, 9)) {
            case 0, 1 -> {
                long away = lasting(most, chance);
                yield new Step.LinkBreaks(away, chance.percent(50) ? 0 : Math.min(away, chance.between(0, 45_000)));
            }
            case 2 -> new Step.SlowHub(lasting(most, chance), chance.between(500, 7_000));
            case 3 -> new Step.PowerCut(lasting(most, chance));
            case 4 -> new Step.PowerCutWhileKeeping(chance.percent(50), chance.between(1_000, 4_000));
            case 5 -> new Step.ServerDown(lasting(most, chance));
            case 6, 7 -> new Step.SpeakerAway(chance.oneOf(Home.SPEAKERS), lasting(most, chance));
            case 8 -> new Step.StoreTrouble(trouble, (int) chance.between(1, 2));
            default -> new Step.ShadowTrouble(trouble, (int) chance.between(1, 2));
        };
    }

    private static long lasting(long most, Chance chance) {
        long wished = chance.percent(60) ? chance.between(100, 4_000) : chance.between(4_000, 60_000);
        return Math.min(wished, most);
    }
}
