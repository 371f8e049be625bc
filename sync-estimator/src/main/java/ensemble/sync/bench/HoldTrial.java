package ensemble.sync.bench;

import ensemble.sync.estimate.Estimator;
import ensemble.sync.estimate.Take;
import ensemble.sync.estimate.Verdict;
import ensemble.sync.hold.Expected;
import ensemble.sync.hold.Fingerprint;
import ensemble.sync.hold.Hearing;
import ensemble.sync.hold.HoldLoop;
import ensemble.sync.hold.Window;
import ensemble.sync.hold.WindowDecoder;
import ensemble.sync.probe.Probe;
import ensemble.sync.probe.Sweep;
import ensemble.sync.simulation.Music;
import ensemble.sync.simulation.PlayingRoom;
import ensemble.sync.simulation.SimulatedTake;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;

/**
 * Windows of music with marks, each in a room of its own that is calibrated first: how well is the change since
 * calibration heard? In every tenth one a speaker has stalled by 0.3 s.
 */
record HoldTrial(long seed) {
    private static final Music[] MUSIC = Music.values();
    private static final double STALL = 0.3;

    /**
     * A room, and how its speakers were heard when it was calibrated.
     *
     * @param flights seconds by which each was heard later than the first
     */
    record Calibrated(PlayingRoom room, List<Fingerprint> prints, List<Double> flights) {
        /** Empty if the calibration take was refused. */
        static Optional<Calibrated> of(PlayingRoom room) {
            Probe probe = Probe.of(room.speakers());
            SimulatedTake simulated = room.calibration(probe);
            Take take = Take.of(simulated.samples(), simulated.rate());
            Estimator estimator = new Estimator();
            if (!(estimator.estimate(take, probe) instanceof Verdict.Measured measured)) {
                return Optional.empty();
            }
            List<Fingerprint> prints = estimator.responses(take, probe, Fingerprint.LEAD, Fingerprint.LENGTH).stream()
                    .map(Fingerprint::new)
                    .toList();
            List<Double> flights = measured.speakers().stream()
                    .map(speaker -> speaker.offsetMicros() * 1e-6)
                    .toList();
            return Optional.of(new Calibrated(room, prints, flights));
        }
    }

    /** What came of one window: errors in microseconds of the speakers heard, against the first one heard. */
    record Outcome(int speakers, int heard, List<Double> errors) {
        static final Outcome NONE = new Outcome(0, 0, List.of());
    }

    Outcome run(int number) {
        SplittableRandom random = new SplittableRandom(seed * 31 + number * 7919L);
        int frames = (int) (HoldLoop.WINDOW * Sweep.RATE);
        float[] program = MUSIC[number % MUSIC.length].make(random, 20 * Sweep.RATE);
        double rt60 = random.nextDouble(0.2, 0.7);
        double snr = random.nextDouble(15, 30);
        PlayingRoom room = new PlayingRoom(random.nextLong(), 2 + number % 3, rt60, program, snr);
        return Calibrated.of(room)
                .map(calibrated -> window(calibrated, random, frames, number % 10 == 9))
                .orElse(Outcome.NONE);
    }

    private static Outcome window(Calibrated in, SplittableRandom random, int frames, boolean stalled) {
        PlayingRoom room = in.room();
        double[] true0 = new double[room.speakers()];
        List<Optional<Expected>> expected = new ArrayList<>();
        DoubleUnaryOperator[] delays = new DoubleUnaryOperator[room.speakers()];
        long from = 100L * Sweep.RATE;
        double middle = (from + frames / 2.0) / Sweep.RATE;
        for (int i = 0; i < true0.length; i++) {
            double ppm = random.nextDouble(-3, 3);
            double delay = 0.25 - in.flights().get(i) + random.nextDouble(-1e-3, 1e-3);
            expected.add(Optional.of(new Expected(0.25 + room.firstFlight(), 0, 8)));
            double real = delay + (stalled && i == true0.length - 1 ? STALL : 0);
            delays[i] = t -> real + ppm * 1e-6 * (t - middle);
            true0[i] = real + in.flights().get(i);
        }
        float[] program = room.program(from, frames);
        Window window = new Window(from, new float[][] {program}, program, room.heard(from, frames, delays), 0);
        List<Hearing> hearings = new WindowDecoder(in.prints()).decode(window, expected, stalled);
        return judged(hearings, true0);
    }

    private static Outcome judged(List<Hearing> hearings, double[] truth) {
        double first = Double.NaN;
        int heard = 0;
        List<Double> errors = new ArrayList<>();
        for (int i = 0; i < truth.length; i++) {
            if (hearings.get(i) instanceof Hearing.Heard one) {
                heard++;
                double late = one.delay() - truth[i];
                if (Double.isNaN(first)) {
                    first = late;
                } else {
                    errors.add(Math.abs(late - first) * 1e6);
                }
            }
        }
        return new Outcome(truth.length, heard, errors);
    }
}
