package ensemble.gateway.sync;

import ensemble.contract.id.OutputId;
import ensemble.contract.id.SpeakerId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What was measured of one speaker. Latencies of one frame can be compared with each other, those of two frames cannot: a
 * microphone tells differences only.
 *
 * @param output what fed it
 * @param codec of its link; empty = not known or none
 * @param frame number of the first measurement of those that hang together
 * @param latencyMicros by how much later it is heard than the frame's origin if nothing is added, at {@code at}
 * @param uncertaintyMicros of that, k = 2
 * @param driftPpm how fast that latency grows, microseconds a second; 0 = not noticeably
 * @param levelDb how loud it is heard at one digital level, against the frame's origin; empty = levels were not measured
 * @param residualMicros by how much later it was heard than the first of them under the correction then in force
 * @param checked whether that residual was measured, by a second take; else it follows from the correction
 * @param at by the box's clock
 */
public record Calibration(
        SpeakerId speaker,
        OutputId output,
        Optional<String> codec,
        long frame,
        double latencyMicros,
        double uncertaintyMicros,
        double driftPpm,
        OptionalDouble levelDb,
        double residualMicros,
        boolean checked,
        Instant at) {
    private static final double LONGEST_EXTRAPOLATION_SECONDS = 3600;

    /** How late it is at a later moment; a clock that jumped is not believed. */
    double latencyMicros(Instant moment) {
        Duration since = Duration.between(at, moment);
        double seconds = Math.clamp(since.toMillis() / 1000.0, 0, LONGEST_EXTRAPOLATION_SECONDS);
        return latencyMicros + driftPpm * seconds;
    }

    /** The same, measured over this codec. */
    Calibration over(Optional<String> linksCodec) {
        return new Calibration(
                speaker,
                output,
                linksCodec,
                frame,
                latencyMicros,
                uncertaintyMicros,
                driftPpm,
                levelDb,
                residualMicros,
                checked,
                at);
    }

    Calibration residual(double micros, boolean measured) {
        return new Calibration(
                speaker,
                output,
                codec,
                frame,
                latencyMicros,
                uncertaintyMicros,
                driftPpm,
                levelDb,
                micros,
                measured,
                at);
    }
}
