package ensemble.gateway.sync;

import ensemble.contract.id.SpeakerId;
import ensemble.gateway.sync.analysis.Finding;
import ensemble.sync.estimate.SpeakerArrival;
import ensemble.sync.estimate.Verdict;
import ensemble.sync.hold.Fingerprint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * From an accepted take to calibrations. Pure.
 *
 * @param at when the middle of the probe left the mixer
 * @param beforeSeconds how long before the probe was handed to the mixer the take's first sample sounded; empty = not known
 */
record Measured(List<Part> parts, Verdict.Measured verdict, Finding finding, Instant at, OptionalDouble beforeSeconds) {
    private static final double NOTHING_PPM = 0.4;

    /** Hung on to what is known of one of the parts; without that they begin a frame of their own. */
    List<Calibration> calibrations(CalibrationBook book, Optional<Calibration> anchor) {
        int hook = anchor.map(known -> index(known)).orElse(0);
        double latency = anchor.map(known -> known.latencyMicros(at)).orElse(0.0) - latency(hook);
        double drift = anchor.map(Calibration::driftPpm).orElse(0.0) - drift(hook);
        OptionalDouble level = anchor.map(Calibration::levelDb).orElse(OptionalDouble.of(0));
        List<Calibration> out = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            SpeakerArrival arrival = verdict.speakers().get(i);
            double grows = drift + drift(i);
            out.add(new Calibration(
                    parts.get(i).speaker().id(),
                    parts.get(i).speaker().output(),
                    Optional.empty(),
                    anchor.map(Calibration::frame).orElse(book.frame() + 1),
                    latency + latency(i),
                    arrival.uncertaintyMicros(),
                    Math.abs(grows) < NOTHING_PPM ? 0 : grows,
                    level.isPresent() && arrival.levelDb().isPresent()
                            ? OptionalDouble.of(
                                    level.getAsDouble() + arrival.levelDb().getAsDouble() - level(hook))
                            : OptionalDouble.empty(),
                    0,
                    false,
                    at));
        }
        return out;
    }

    /** How each speaker is heard where the microphone stands. */
    Map<SpeakerId, Fingerprint> prints() {
        Map<SpeakerId, Fingerprint> out = new TreeMap<>();
        for (int i = 0; i < finding.prints().size(); i++) {
            out.put(parts.get(i).speaker().id(), finding.prints().get(i));
        }
        return out;
    }

    private int index(Calibration known) {
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).speaker().id().equals(known.speaker())) {
                return i;
            }
        }
        throw new IllegalArgumentException(known.speaker() + " takes no part");
    }

    private double latency(int i) {
        return verdict.speakers().get(i).offsetMicros() - parts.get(i).delayMicros();
    }

    private double drift(int i) {
        return finding.driftPpm().isEmpty() ? 0 : finding.driftPpm().get(i);
    }

    private double level(int i) {
        return verdict.speakers().get(i).levelDb().orElse(0);
    }
}
