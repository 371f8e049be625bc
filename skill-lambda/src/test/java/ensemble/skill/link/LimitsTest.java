package ensemble.skill.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ensemble.contract.value.LinkCode;
import ensemble.skill.household.Tries;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What guessing comes to, whoever guesses and whenever. */
final class LimitsTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "'0 1 2 3 4', 5, false",
        "'0 1 2 3 4', 899, false",
        "'0 1 2 3 4', 900, true",
        "'0 400 500 600 700', 901, true",
        "'0 400 500 600 700 901', 1299, false",
        "'0 400 500 600 700 901', 1300, true",
        "'', 0, true"
    })
    void anAccountHasFiveInAnyQuarterOfAnHour(String seconds, long then, boolean may) {
        Tries tries = Tries.NONE;
        for (String second : seconds.isEmpty() ? new String[0] : seconds.split(" ")) {
            tries = Limits.account(tries, NOON.plusSeconds(Long.parseLong(second)))
                    .orElseThrow();
        }
        assertEquals(may, Limits.account(tries, NOON.plusSeconds(then)).isPresent());
    }

    @Test
    void aRightCodeIsNoWrongOne() {
        Tries tries = Limits.account(Tries.NONE, NOON).orElseThrow();
        assertEquals(List.of(), Limits.without(tries, NOON).at());
        assertEquals(2, Limits.without(tries, NOON).version());
    }

    /** Whatever the pattern: bursts, a steady rate, a pause before a burst, random; from as many accounts as it takes. */
    @ParameterizedTest
    @ValueSource(strings = {"as-fast-as-can-be", "each-second", "bursts", "rests-and-bursts", "random"})
    void guessingAllDayHasAChanceUnderOneInTenThousand(String pattern) {
        List<Instant> let = attack(pattern, new Random(20_26));
        long mostInADay = most(let, Duration.ofDays(1));
        System.out.println(pattern + ": " + most(let, Duration.ofMinutes(1)) + " in a minute, " + mostInADay
                + " in a day, chance " + mostInADay / (double) LinkCode.MANY);
        assertTrue(most(let, Duration.ofMinutes(1)) <= 60);
        assertTrue(mostInADay / (double) LinkCode.MANY < 1e-4);
        assertTrue(mostInADay > 1_000, "an attack that tries nothing proves nothing");
    }

    /** One code of ten minutes, as it really lives. */
    @Test
    void oneLiveCodeIsGuessedLessThanTwiceInAMillion() {
        List<Instant> let = attack("as-fast-as-can-be", new Random(1));
        assertTrue(most(let, LinkCode.LIFE) / (double) LinkCode.MANY < 2e-6);
    }

    /** Two days, each try from the account that has tried least lately; every account may be let try too. */
    private static List<Instant> attack(String pattern, Random random) {
        Map<Integer, Tries> accounts = new HashMap<>();
        Tries all = Tries.NONE;
        List<Instant> let = new ArrayList<>();
        int account = 0;
        for (int second = 0; second < 2 * 86_400; second++) {
            int tries =
                    switch (pattern) {
                        case "as-fast-as-can-be" -> 20;
                        case "each-second" -> 1;
                        case "bursts" -> second % 60 == 0 ? 100 : 0;
                        case "rests-and-bursts" -> second % 3_600 < 120 ? 5 : 0;
                        default -> random.nextInt(4) == 0 ? random.nextInt(8) : 0;
                    };
            Instant now = NOON.plusSeconds(second);
            for (int i = 0; i < tries; i++) {
                account = (account + 1) % 2_000;
                Optional<Tries> mine = Limits.account(accounts.getOrDefault(account, Tries.NONE), now);
                Optional<Tries> everybodys = mine.isPresent() ? Limits.everybody(all, now) : Optional.empty();
                if (mine.isPresent()) {
                    accounts.put(account, mine.get());
                }
                if (everybodys.isPresent()) {
                    all = everybodys.get();
                    let.add(now);
                }
            }
        }
        return let;
    }

    /** The most that fall into any stretch so long. */
    private static long most(List<Instant> moments, Duration stretch) {
        int first = 0;
        long most = 0;
        for (int last = 0; last < moments.size(); last++) {
            while (!moments.get(first).plus(stretch).isAfter(moments.get(last))) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }
}
