package ensemble.sync.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A small Bluetooth speaker: codec, soft clipping, band limits, an uneven response, sometimes a crossover.
 *
 * @param filters after the amplifier
 * @param drive how soon it clips softly; 0 never
 * @param bitpool of its codec; 0 = transparent
 */
public record SpeakerModel(List<Biquad> filters, double drive, int bitpool) {
    /** One that is flat and clean. */
    public static final SpeakerModel FLAT = new SpeakerModel(List.of(), 0, 0);

    public SpeakerModel {
        filters = List.copyOf(filters);
    }

    /** One drawn from a wide range of models. */
    public static SpeakerModel draw(RandomGenerator random) {
        List<Biquad> filters = new ArrayList<>();
        filters.addAll(Biquad.butterworth(random.nextBoolean() ? 2 : 4, random.nextDouble(90, 200), true));
        filters.addAll(Biquad.butterworth(2 + 2 * random.nextInt(3), random.nextDouble(12_500, 18_000), false));
        for (int k = 0; k < 4; k++) {
            double hertz = Math.exp(random.nextDouble(Math.log(200), Math.log(9000)));
            filters.add(Biquad.peak(hertz, random.nextDouble(-5, 5), random.nextDouble(0.7, 4)));
        }
        if (random.nextBoolean()) {
            filters.add(Biquad.allPass(random.nextDouble(1800, 4000), 0.6));
        }
        double drive = random.nextDouble(0.15, 0.5);
        double codec = random.nextDouble();
        return new SpeakerModel(filters, drive, codec < 0.4 ? 53 : codec < 0.8 ? 35 : 0);
    }

    /** What it sounds like, at full scale = 1 at a metre. */
    double[] play(double[] in) {
        double[] out = bitpool == 0 ? in.clone() : SbcLikeCodec.pass(in, bitpool);
        if (drive > 0) {
            for (int i = 0; i < out.length; i++) {
                out[i] = Math.tanh(drive * out[i]) / drive;
            }
        }
        return Biquad.apply(filters, out);
    }

    /** Its linear part. */
    double[] impulseResponse(int length) {
        double[] impulse = new double[length];
        impulse[0] = 1;
        return Biquad.apply(filters, impulse);
    }
}
