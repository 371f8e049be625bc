package ensemble.gateway.sync.analysis;

import ensemble.sync.estimate.Verdict;
import ensemble.sync.hold.Fingerprint;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What a take says of its speakers.
 *
 * @param verdict offsets hold for the middle of the probe
 * @param driftPpm by how much each speaker falls behind speaker 0, microseconds a second, in the order of the probe; empty
 *     where it could not be told, and then speakers that drift were refused
 * @param startSeconds how far into the take the probe was first heard; empty if it was not
 * @param prints how each speaker is heard where the microphone stands; empty where the take was refused
 */
public record Finding(Verdict verdict, List<Double> driftPpm, OptionalDouble startSeconds, List<Fingerprint> prints) {
    public Finding {
        driftPpm = List.copyOf(driftPpm);
        prints = List.copyOf(prints);
    }
}
