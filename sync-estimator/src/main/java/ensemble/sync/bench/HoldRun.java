package ensemble.sync.bench;

import ensemble.sync.bench.HoldTrial.Calibrated;
import ensemble.sync.hold.Decision;
import ensemble.sync.hold.HoldLoop;
import ensemble.sync.hold.Window;
import ensemble.sync.hold.WindowDecoder;
import ensemble.sync.probe.Sweep;
import ensemble.sync.simulation.Music;
import ensemble.sync.simulation.PlayingRoom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;

/**
 * The whole loop in virtual time: three speakers with clocks up to 80 ppm off, aligned by a calibration take, play
 * music with marks for minutes; half-way one stalls by 0.3 s.
 */
final class HoldRun {
    private static final double HOP = HoldLoop.WINDOW / 2;
    private static final double STALL = 0.3;
    private static final double START = 100;
    private static final int SPEAKERS = 3;
    private static final double TOGETHER = 100e-6;

    private final Calibrated calibrated;
    private final double[] ppm;
    private final double stallAt;
    private final double end;
    private final HoldLoop loop = new HoldLoop(SPEAKERS);
    private final List<Double> apart = new ArrayList<>();
    private double found = Double.NaN;
    private double mended = Double.NaN;

    private HoldRun(Calibrated calibrated, double[] ppm, double minutes) {
        this.calibrated = calibrated;
        this.ppm = ppm;
        this.end = START + 60 * minutes;
        this.stallAt = START + 30 * minutes;
    }

    /**
     * What came of it.
     *
     * @param apart microseconds between the latest and the earliest, every second
     * @param found seconds after the stall
     * @param mended seconds after that
     */
    record Result(List<Double> apart, double found, double mended) {
        static final Result NONE = new Result(List.of(), Double.NaN, Double.NaN);
    }

    static Result run(long seed, double minutes) {
        for (int attempt = 0; ; attempt++) {
            SplittableRandom random = new SplittableRandom(seed + attempt);
            float[] program = Music.POP.make(random, 60 * Sweep.RATE);
            PlayingRoom room = new PlayingRoom(seed + attempt, SPEAKERS, random.nextDouble(0.3, 0.5), program, 20);
            double[] ppm = {80, -80, random.nextDouble(-80, 80)};
            var calibrated = Calibrated.of(room);
            if (calibrated.isPresent()) {
                return new HoldRun(calibrated.get(), ppm, minutes).go();
            }
        }
    }

    private Result go() {
        PlayingRoom room = calibrated.room();
        DoubleUnaryOperator[] delays = new DoubleUnaryOperator[SPEAKERS];
        Arrays.setAll(delays, i -> t -> delay(i, t));
        int half = (int) (HOP * Sweep.RATE);
        WindowDecoder decoder = new WindowDecoder(calibrated.prints());
        long from = (long) (START * Sweep.RATE);
        float[] heard = room.heard(from, half, delays);
        watch(START, START + HOP);
        for (double now = START + 2 * HOP; now <= end; now += HOP) {
            float[] later = room.heard(from + half, half, delays);
            watch(now - HOP, now);
            float[] both = Arrays.copyOf(heard, 2 * half);
            System.arraycopy(later, 0, both, half, half);
            heard = later;
            float[] program = room.program(from, 2 * half);
            Window window = new Window(from, new float[][] {program}, program, both, 0);
            double middle = now - HOP;
            Decision decision = loop.hear(middle, now, decoder.decode(window, loop.expected(middle), true));
            if (!decision.jumps().isEmpty() && now > stallAt && Double.isNaN(found)) {
                found = now;
            }
            from += half;
        }
        return new Result(List.copyOf(apart), found - stallAt, mended - found);
    }

    private double delay(int i, double t) {
        double own =
                0.25 - calibrated.flights().get(i) + ppm[i] * 1e-6 * (t - START) + (i == 1 && t >= stallAt ? STALL : 0);
        return own + loop.correction(i, t);
    }

    private void watch(double from, double to) {
        for (double t = from; t < to; t++) {
            double least = Double.POSITIVE_INFINITY;
            double most = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < SPEAKERS; i++) {
                double arrival = delay(i, t) + calibrated.room().flight(i);
                least = Math.min(least, arrival);
                most = Math.max(most, arrival);
            }
            apart.add((most - least) * 1e6);
            if (t > found && Double.isNaN(mended) && most - least <= TOGETHER) {
                mended = t;
            }
        }
    }
}
