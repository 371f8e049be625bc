package ensemble.sync.bench;

import ensemble.sync.probe.Probe;
import ensemble.sync.simulation.Circumstances;
import ensemble.sync.simulation.Noise;
import ensemble.sync.simulation.SimulatedTake;
import java.util.random.RandomGenerator;

/** The kinds of takes that the estimator is judged by. */
enum Scenario {
    SMALL_ROOM_30("room .2-.4 s, 30 dB", Place.SMALL, 30),
    SMALL_ROOM_15("room .2-.4 s, 15 dB", Place.SMALL, 15),
    LARGE_ROOM_30("room .5-.8 s, 30 dB", Place.LARGE, 30),
    LARGE_ROOM_15("room .5-.8 s, 15 dB", Place.LARGE, 15),
    NOISY_ROOM("room .3-.6 s, 5 dB", Place.MIDDLE, 5),
    OUTDOORS_20("outdoors, wind 20 dB", Place.OUTDOORS, 20),
    OUTDOORS_5("outdoors, wind 5 dB", Place.OUTDOORS, 5),
    JITTER("speaker jitter 30 us, 25 dB", Place.MIDDLE, 25),
    VERY_NOISY("room .3-.6 s, -5 dB", Place.MIDDLE, -5),
    BLOCKED("speakers hidden, 25 dB", Place.HIDDEN, 25),
    AUTOMATIC_GAIN("automatic gain, 20 dB", Place.MIDDLE, 20),
    CLIPPED("clipped 2x, 25 dB", Place.MIDDLE, 25),
    MUTE("a speaker mute, 15 dB", Place.MIDDLE, 15),
    BURIED("buried, -25 dB", Place.MIDDLE, -25),
    JUMPED("latency jumps in mid-take", Place.MIDDLE, 25),
    GAP("a captured block lost", Place.MIDDLE, 25);

    private enum Place {
        SMALL,
        MIDDLE,
        LARGE,
        HIDDEN,
        OUTDOORS
    }

    private final String title;
    private final Place place;
    private final double snr;

    Scenario(String title, Place place, double snr) {
        this.title = title;
        this.place = place;
        this.snr = snr;
    }

    String title() {
        return title;
    }

    SimulatedTake take(RandomGenerator random, Probe probe) {
        Noise noise = place == Place.OUTDOORS ? Noise.WIND : random.nextBoolean() ? Noise.PINK : Noise.BABBLE;
        Circumstances how =
                with(random, probe, Circumstances.quiet(snr, noise).withMicPpm(random.nextDouble(-100, 100)));
        return switch (place) {
            case SMALL -> SimulatedTake.indoors(random, probe, random.nextDouble(.2, .4), false, how);
            case MIDDLE -> SimulatedTake.indoors(random, probe, random.nextDouble(.3, .6), false, how);
            case LARGE -> SimulatedTake.indoors(random, probe, random.nextDouble(.5, .8), false, how);
            case HIDDEN -> SimulatedTake.indoors(random, probe, random.nextDouble(.3, .6), true, how);
            case OUTDOORS -> SimulatedTake.outdoors(random, probe, how);
        };
    }

    private Circumstances with(RandomGenerator random, Probe probe, Circumstances how) {
        return switch (this) {
            case SMALL_ROOM_30, SMALL_ROOM_15, LARGE_ROOM_30, LARGE_ROOM_15, NOISY_ROOM -> how;
            case OUTDOORS_20, OUTDOORS_5, VERY_NOISY, BLOCKED, BURIED -> how;
            case JITTER -> how.withJitter(30e-6);
            case AUTOMATIC_GAIN -> how.withAutomaticGain();
            case CLIPPED -> how.withOverdrive(2);
            case MUTE -> how.withMuted(random.nextInt(probe.speakers()));
            case JUMPED -> how.withJump((random.nextBoolean() ? 1 : -1) * random.nextDouble(0.001, 0.04));
            case GAP -> how.withLostFrames(random.nextInt(64, 2048));
        };
    }
}
