package ensemble.sync.simulation;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Impulse responses by image sources to 60 ms and a diffuse tail after that; and outdoors, ground and house walls. */
final class Room {
    static final double SOUND = 343;
    private static final double RATE = 48_000;
    private static final double EARLY = 0.060;

    /** How a speaker stands to the microphone. */
    enum Facing {
        ON,
        OFF,
        BLOCKED
    }

    private Room() {}

    /**
     * @param size metres
     * @param table height of the microphone above a reflecting plane, 0 = none
     */
    static Path shoebox(
            RandomGenerator random,
            double[] size,
            double rt60,
            double[] src,
            double[] mic,
            Facing facing,
            double table) {
        int length = (int) ((EARLY + rt60 * 0.9) * RATE) + 64;
        double[][] orders = images(random, size, beta(size, rt60), src, mic, length);
        double distance = distance(src, mic);
        double[] h = new double[length];
        for (int order = 0; order < orders.length; order++) {
            double[] part = orders[order];
            for (int wall = 0; wall < order; wall++) {
                part = Biquad.onePole(9000).apply(part);
            }
            orders[order] = order == 0 ? first(part, facing) : facing == Facing.ON ? shelf(part, 0.8, 6000) : part;
            addTo(h, orders[order]);
        }
        double direct = distance / SOUND * RATE;
        if (table > 0 && facing != Facing.BLOCKED) {
            double later = 2 * table * Math.abs(src[2] - mic[2]) / Math.max(distance, 0.1) / SOUND * RATE;
            double[] bounce = new double[length];
            Path.add(bounce, direct + later, 0.5 / Math.max(distance, 0.1));
            // It left the speaker all but in the direct sound's direction, so it is as dull.
            addTo(h, first(bounce, facing));
        }
        return new Path(tail(random, h, rt60), Arrays.copyOf(orders[0], (int) direct + 256));
    }

    private static double beta(double[] size, double rt60) {
        double volume = size[0] * size[1] * size[2];
        double surface = 2 * (size[0] * size[1] + size[0] * size[2] + size[1] * size[2]);
        return Math.sqrt(Math.exp(-0.161 * volume / (surface * rt60)));
    }

    private static double[] first(double[] part, Facing facing) {
        return switch (facing) {
            case ON -> part;
            case OFF -> shelf(part, 0.7, 4000);
            case BLOCKED -> shelf(part, 0.25, 2500);
        };
    }

    private static double[] shelf(double[] part, double gain, double hertz) {
        double[] out = Biquad.onePole(hertz).apply(part);
        for (int i = 0; i < out.length; i++) {
            out[i] *= gain;
        }
        return out;
    }

    /** One response for each number of walls met, four and more together. */
    private static double[][] images(
            RandomGenerator random, double[] size, double beta, double[] src, double[] mic, int length) {
        double[][] orders = new double[5][length];
        int[] n = new int[3];
        for (int d = 0; d < 3; d++) {
            n[d] = (int) (EARLY * SOUND / (2 * size[d])) + 1;
        }
        for (int x = -2 * n[0]; x <= 2 * n[0] + 1; x++) {
            for (int y = -2 * n[1]; y <= 2 * n[1] + 1; y++) {
                for (int z = -2 * n[2]; z <= 2 * n[2] + 1; z++) {
                    int walls = Math.abs(x) + Math.abs(y) + Math.abs(z);
                    double jitter = walls > 1 ? 0.06 : 0;
                    double dx = image(src[0], size[0], x) + jitter * random.nextDouble(-1, 1) - mic[0];
                    double dy = image(src[1], size[1], y) + jitter * random.nextDouble(-1, 1) - mic[1];
                    double dz = image(src[2], size[2], z) + jitter * random.nextDouble(-1, 1) - mic[2];
                    double distance = Math.sqrt(dx * dx + dy * dy + dz * dz);
                    if (distance < EARLY * SOUND) {
                        double[] into = orders[Math.min(walls, 4)];
                        Path.add(into, distance / SOUND * RATE, Math.pow(beta, walls) / distance);
                    }
                }
            }
        }
        return orders;
    }

    /** Where a coordinate lies after {@code k} reflections at the two walls across its axis. */
    private static double image(double at, double size, int k) {
        return k % 2 == 0 ? k * size + at : (k + 1) * size - at;
    }

    private static double[] tail(RandomGenerator random, double[] h, double rt60) {
        double energy = 0;
        int from = (int) (0.030 * RATE);
        int to = (int) (0.055 * RATE);
        for (int i = from; i < to; i++) {
            energy += h[i] * h[i];
        }
        double level = Math.sqrt(energy / (to - from)) + 1e-9;
        double[] noise = Biquad.onePole(9000).apply(Biquad.onePole(6000).apply(Noise.white(random, h.length)));
        double[] out = new double[h.length];
        for (int i = 0; i < h.length; i++) {
            double t = i / RATE;
            double fade = Math.clamp((t - 0.035) / 0.025, 0.0, 1.0);
            out[i] = h[i] * (1 - fade) + noise[i] * 1.5 * level * Math.exp(-6.91 * (t - 0.0425) / rt60) * fade;
        }
        return out;
    }

    static Path outdoors(RandomGenerator random, double[] src, double[] mic) {
        double[] h = new double[(int) (0.25 * RATE)];
        double d = distance(src, mic);
        Path.add(h, d / SOUND * RATE, 1 / d);
        double[] direct = Arrays.copyOf(h, (int) (d / SOUND * RATE) + 256);
        reflection(h, distance(new double[] {src[0], src[1], -src[2]}, mic), 0.6, 5000);
        int walls = random.nextInt(1, 4);
        for (int k = 0; k < walls; k++) {
            reflection(h, d + random.nextDouble(3, 40), random.nextDouble(0.2, 0.7), 6000);
        }
        return new Path(h, direct);
    }

    private static void reflection(double[] h, double distance, double strength, double hertz) {
        double[] one = new double[h.length];
        Path.add(one, distance / SOUND * RATE, strength / distance);
        addTo(h, Biquad.onePole(hertz).apply(one));
    }

    private static void addTo(double[] h, double[] part) {
        for (int i = 0; i < h.length; i++) {
            h[i] += part[i];
        }
    }

    static double distance(double[] a, double[] b) {
        return Math.sqrt(Math.pow(a[0] - b[0], 2) + Math.pow(a[1] - b[1], 2) + Math.pow(a[2] - b[2], 2));
    }
}
