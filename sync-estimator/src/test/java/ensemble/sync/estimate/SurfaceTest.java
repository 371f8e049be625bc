package ensemble.sync.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

final class SurfaceTest {
    private static final double TILT = -0.05;

    /** A speaker that falls gently towards the top, with something of its own. */
    private static Colour colour(DoubleUnaryOperator own, double noise) {
        double[] logs = new double[ColourMeter.BINS];
        double[] variances = new double[ColourMeter.BINS];
        Arrays.setAll(logs, b -> TILT * Math.log(ColourMeter.hertz(b)) + own.applyAsDouble(ColourMeter.hertz(b)));
        Arrays.fill(variances, noise);
        return new Colour(logs, variances);
    }

    private static Colour bounced(double micros, double strength) {
        return colour(new Bounce(micros * 1e-6, strength)::ripple, 1e-4);
    }

    @Test
    void aSurfaceUnderTheMicrophoneIsFoundForEverySpeakerAtItsOwnDelay() {
        var found = Surface.bounces(DoubleStream.of(60, 130, 260)
                .mapToObj(micros -> bounced(micros, 0.5))
                .toList());
        assertEquals(60e-6, found.get(0).seconds(), 12e-6);
        assertEquals(130e-6, found.get(1).seconds(), 12e-6);
        assertEquals(260e-6, found.get(2).seconds(), 12e-6);
        assertTrue(found.stream().allMatch(bounce -> Math.abs(bounce.strength() - 0.5) < 0.11), found::toString);
    }

    @Test
    void withoutASurfaceNothingIsTakenOut() {
        Colour plain = colour(hertz -> 0, 1e-4);
        assertEquals(List.of(Bounce.NONE, Bounce.NONE), Surface.bounces(List.of(plain, plain)));
    }

    /** Each speaker decided for itself, and one whose colour resembled a bounce was moved by 80 us. */
    @Test
    void oneSpeakersColourIsNoSurfaceIfTheOthersShowNone() {
        DoubleUnaryOperator dip = hertz -> -0.35 * Math.exp(-Math.pow(Math.log(hertz / 4600) / 0.3, 2));
        Colour plain = colour(hertz -> 0, 1e-4);
        assertEquals(
                List.of(Bounce.NONE, Bounce.NONE, Bounce.NONE),
                Surface.bounces(List.of(plain, colour(dip, 1e-4), plain)));
    }

    @Test
    void whatNoiseHidesIsNotSeen() {
        double[] logs = bounced(130, 0.5).logs();
        double[] variances = new double[logs.length];
        Arrays.fill(variances, 10);
        Colour hidden = new Colour(logs, variances);
        assertEquals(List.of(Bounce.NONE, Bounce.NONE), Surface.bounces(List.of(hidden, hidden)));
    }
}
