package ensemble.gateway.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ensemble.contract.id.OutputId;
import ensemble.contract.id.SpeakerId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Microseconds of latency as they were found at each place, and what counts then. */
final class PlacesTest {
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    private static Calibration of(String speaker, double latency, double drift, Instant at) {
        return new Calibration(
                new SpeakerId(speaker),
                new OutputId(speaker),
                Optional.empty(),
                1,
                latency,
                10,
                drift,
                OptionalDouble.of(latency / 1000),
                0,
                false,
                at);
    }

    /** Speakers deck, kitchen, patio. */
    private static List<Calibration> take(double... latencies) {
        String[] names = {"deck", "kitchen", "patio"};
        List<Calibration> take = new ArrayList<>();
        for (int i = 0; i < latencies.length; i++) {
            take.add(of(names[i], latencies[i], 0, NOON));
        }
        return take;
    }

    private static double[] latencies(List<Calibration> mean) {
        return mean.stream()
                .mapToDouble(one -> one.latencyMicros() - mean.getFirst().latencyMicros())
                .toArray();
    }

    @Test
    void oneAndTheSamePlaceTwiceIsThatPlace() {
        List<Calibration> mean =
                Places.of(take(0, 3_000, 5_000)).and(take(0, 3_000, 5_000)).mean(NOON);

        assertEquals(List.of(0.0, 3_000.0, 5_000.0), boxed(latencies(mean)));
        mean.forEach(one -> assertEquals(0, one.residualMicros(), 1e-6));
        assertTrue(mean.stream().allMatch(Calibration::checked));
    }

    /** Half a metre to and fro between two speakers: each seat hears half of it, the one this way, the other that. */
    @Test
    void betweenTwoSeatsTheErrorIsShared() {
        Places seats = Places.of(take(0, 1_000)).and(take(0, -2_000));
        List<Calibration> mean = seats.mean(NOON);

        assertEquals(2, seats.takes().size());
        assertEquals(List.of(0.0, -500.0), boxed(latencies(mean)));
        assertEquals(1_500, spread(mean), 1e-6, "at either seat");
    }

    /** Another distance of the microphone, or another frame, adds the same to all. */
    @Test
    void whatIsCommonToATakeDoesNotCount() {
        List<Calibration> mean = Places.of(take(0, 1_000, 4_000))
                .and(take(70_000, 71_300, 74_000))
                .mean(NOON);

        assertEquals(List.of(0.0, 1_150.0, 4_000.0), boxed(latencies(mean)));
        assertEquals(0.5 * 70, mean.getFirst().levelDb().orElseThrow(), 1e-9);
    }

    @Test
    void whoDriftsIsTakenWhereItIsNow() {
        List<Calibration> early = List.of(of("deck", 0, 0, NOON), of("kitchen", 0, 10, NOON));
        Instant later = NOON.plusSeconds(100);
        List<Calibration> late = List.of(of("deck", 0, 0, later), of("kitchen", 1_000, 10, later));

        List<Calibration> mean = Places.of(early).and(late).mean(later);

        assertEquals(1_000, latencies(mean)[1], 1e-6);
        assertEquals(0, spread(mean), 1e-6);
    }

    @Test
    void otherSpeakersBeginAnew() {
        Places places = Places.of(take(0, 1_000, 4_000)).and(take(0, 1_000));

        assertEquals(1, places.takes().size());
        assertTrue(places.isOf(new SpeakerId("kitchen")));
        assertFalse(places.isOf(new SpeakerId("patio")));
    }

    private static double spread(List<Calibration> mean) {
        return mean.stream().mapToDouble(Calibration::residualMicros).max().orElse(0);
    }

    private static List<Double> boxed(double[] values) {
        List<Double> out = new ArrayList<>();
        for (double value : values) {
            out.add(Math.rint(value * 1e6) / 1e6 + 0.0);
        }
        return out;
    }
}
