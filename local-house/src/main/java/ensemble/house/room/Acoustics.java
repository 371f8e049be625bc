package ensemble.house.room;

import java.util.List;

/**
 * How unlike an ideal, near speaker this one is.
 *
 * @param flightMs from its emission to the microphone, 0 to 100
 * @param lossDb lost on that way, 0 or more
 * @param voicing filters between its sink and its emission, in order
 */
public record Acoustics(double flightMs, double lossDb, List<Biquad> voicing) {
    /** Flat, at the microphone: then the truth about it is its delay alone. */
    public static final Acoustics FLAT = new Acoustics(0, 0, List.of());

    /** @throws IllegalArgumentException if a number is out of its range */
    public Acoustics {
        Limits.FLIGHT_MS.check(flightMs);
        if (!(lossDb >= 0)) {
            throw new IllegalArgumentException("a way through air does not amplify: loss " + lossDb + " dB");
        }
        voicing = List.copyOf(voicing);
    }

    /** A second-order section, {@code a0} = 1: {@code y = b0 x + b1 x' + b2 x'' - a1 y' - a2 y''}. */
    public record Biquad(double b0, double b1, double b2, double a1, double a2) {}
}
