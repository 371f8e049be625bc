package ensemble.gateway.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ensemble.contract.id.OutputId;
import ensemble.contract.id.SpeakerId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AlignmentTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    /** Clocks of a hundred millionths off either way are ordinary; cut at 150, one of 160 ran 10 us a second away. */
    @ParameterizedTest
    @CsvSource({"0, 0, 0", "80, -80, 160", "100, -100, 200", "0.1, 0, 0"})
    void aSpeakerThatGrowsSlowlierIsDelayedAtThePaceOfTheFastestGrowing(double one, double other, double ppm) {
        var corrections = Alignment.of(List.of(of("one", one), of("other", other)), NOW, 0);
        assertEquals(
                0, Objects.requireNonNull(corrections.get(new OutputId("one"))).delayPpm());
        assertEquals(
                ppm,
                Objects.requireNonNull(corrections.get(new OutputId("other"))).delayPpm(),
                1e-9);
    }

    private static Calibration of(String name, double driftPpm) {
        return new Calibration(
                new SpeakerId(name),
                new OutputId(name),
                Optional.empty(),
                1,
                150_000,
                20,
                driftPpm,
                OptionalDouble.empty(),
                0,
                true,
                NOW);
    }
}
