package ensemble.gateway.sync;

import ensemble.contract.id.OutputId;
import ensemble.sync.estimate.SpeakerArrival;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How much later than it enters the box the program is heard. A microphone tells differences between speakers; for this one figure
 * the box's own clock is laid beside it, so it is good to some ten milliseconds, not to microseconds. Pure.
 *
 * @param frame of the calibrations that it belongs to
 * @param originMillis after how long the origin of that frame is heard
 */
record EarDelay(long frame, double originMillis) {
    /**
     * From one take: an insert is played as soon as the program that is in the mixer by then, and waits for the loop's next turn
     * about as long as the program waits for it at the input.
     *
     * @param found what the take told, in the order of its speakers
     * @return empty if it is not known when the take began
     */
    static Optional<EarDelay> of(Measured take, Collection<Calibration> found) {
        OptionalDouble start = take.finding().startSeconds();
        if (start.isEmpty() || take.beforeSeconds().isEmpty()) {
            return Optional.empty();
        }
        double lastMicros = take.verdict().speakers().stream()
                .mapToDouble(SpeakerArrival::offsetMicros)
                .max()
                .orElse(0);
        double heardMicros = (start.getAsDouble() - take.beforeSeconds().getAsDouble()) * 1e6;
        double firstMicros = take.verdict().speakers().getFirst().offsetMicros()
                - take.parts().getFirst().delayMicros();
        Calibration first = found.iterator().next();
        double origin = heardMicros - lastMicros + firstMicros - first.latencyMicros();
        return Optional.of(new EarDelay(first.frame(), origin / 1000));
    }

    /**
     * @param speakers of one group
     * @param corrections by output, in force since {@code correctedAt}
     * @return milliseconds until the last of them is heard; empty if none of them is of this frame, or if it would be heard before it
     *     was played, as where more is said of the microphone's own delay than is true
     */
    OptionalDouble millis(
            Collection<Calibration> speakers, Map<OutputId, Correction> corrections, Instant correctedAt, Instant now) {
        double since = Math.max(0, Duration.between(correctedAt, now).toMillis() * 1e-3);
        OptionalDouble latest = speakers.stream()
                .filter(one -> one.frame() == frame)
                .flatMap(one -> Optional.ofNullable(corrections.get(one.output()))
                        .map(in -> one.latencyMicros(now) + in.delay().micros() + in.delayPpm() * since)
                        .stream())
                .mapToDouble(Double::doubleValue)
                .max();
        double millis = originMillis + latest.orElse(0) / 1000;
        return latest.isPresent() && millis > 0 ? OptionalDouble.of(millis) : OptionalDouble.empty();
    }
}
