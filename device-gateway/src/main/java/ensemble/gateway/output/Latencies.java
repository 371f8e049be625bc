package ensemble.gateway.output;

import java.util.Optional;
import java.util.OptionalDouble;

/** The first guess for each kind: the owner's word, else the device's, else what such things are like. Pure. */
public final class Latencies {
    /**
     * A sink's delay report is its firmware's own idea and was seen more than 100 ms off (bluez-alsa's pull request 738).
     */
    private static final double TOLD_DOUBT = 100;

    /** The owner has a number from a manual or from trying. */
    private static final double SET_DOUBT = 20;

    private Latencies() {}

    /**
     * @param set the owner's word, milliseconds
     * @param told the device's
     */
    public static Optional<Latency> of(OutputKind kind, OptionalDouble set, OptionalDouble told) {
        if (set.isPresent()) {
            return Optional.of(new Latency(set.getAsDouble(), SET_DOUBT, Latency.Source.SET));
        }
        if (told.isPresent()) {
            return Optional.of(new Latency(
                    Math.clamp(told.getAsDouble(), 0, Latency.MOST_MILLIS), TOLD_DOUBT, Latency.Source.TOLD));
        }
        return switch (kind) {
            case OutputKind.Sink _ -> Optional.empty();
            // Speakers are seen between 100 and 400 ms.
            case OutputKind.Bluetooth _, OutputKind.LinkedPair _ -> Latency.assumed(200, 150);
            case OutputKind.Transmitter transmitter ->
                transmitter.feed() == OutputKind.Feed.BLUETOOTH
                        ? Latency.assumed(200 + transmitter.addedMillis(), 180)
                        : Latency.assumed(transmitter.addedMillis(), 30);
            // An Echo's own way to it is none that we delay.
            case OutputKind.EchoFed _ -> Optional.empty();
            case OutputKind.Aux _, OutputKind.AuxChain _ -> Latency.assumed(5, 10);
            // PipeWire's RAOP sink asks its receiver for 11,025 frames; receivers have their own mind.
            case OutputKind.AirPlay _ -> Latency.assumed(250, 250);
            case OutputKind.Snapcast snapcast -> Latency.assumed(snapcast.bufferMillis(), 100);
        };
    }
}
