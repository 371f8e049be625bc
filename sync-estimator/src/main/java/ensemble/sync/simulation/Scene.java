package ensemble.sync.simulation;

import ensemble.sync.dsp.Fft;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Speakers, a place, and a microphone in it.
 *
 * @param speakers one for each path
 */
record Scene(List<SpeakerModel> speakers, List<Path> paths) {
    Scene {
        speakers = List.copyOf(speakers);
        paths = List.copyOf(paths);
    }

    /**
     * A room of ordinary size, the microphone somewhere in its middle, half of the time just above a table.
     *
     * @param blocked every speaker stands behind something
     */
    static Scene indoors(RandomGenerator random, int speakers, double rt60, boolean blocked) {
        double[] size = {random.nextDouble(3.2, 7), random.nextDouble(3, 5.5), random.nextDouble(2.4, 2.9)};
        double[] mic = {
            random.nextDouble(.25, .75) * size[0], random.nextDouble(.25, .75) * size[1], random.nextDouble(.6, 1.2)
        };
        double table = random.nextBoolean() ? random.nextDouble(.02, .1) : 0;
        List<SpeakerModel> models = new ArrayList<>();
        List<Path> paths = new ArrayList<>();
        for (int i = 0; i < speakers; i++) {
            models.add(SpeakerModel.draw(random));
            double[] at = place(random, size, mic);
            Room.Facing facing =
                    blocked ? Room.Facing.BLOCKED : random.nextInt(3) == 2 ? Room.Facing.OFF : Room.Facing.ON;
            paths.add(Room.shoebox(random, size, rt60, at, mic, facing, table));
        }
        return new Scene(models, paths);
    }

    private static double[] place(RandomGenerator random, double[] size, double[] mic) {
        double[] at = {};
        for (int k = 0; k < 100; k++) {
            at = new double[] {
                random.nextDouble(.15, size[0] - .15), random.nextDouble(.15, size[1] - .15), random.nextDouble(.3, 1.8)
            };
            double distance = Room.distance(at, mic);
            if (distance > 1 && distance < 4.5) {
                break;
            }
        }
        return at;
    }

    /** A terrace or garden: 2 to 10 m away, house walls behind. */
    static Scene outdoors(RandomGenerator random, int speakers) {
        double[] mic = {0, 0, random.nextDouble(.7, 1.4)};
        List<SpeakerModel> models = new ArrayList<>();
        List<Path> paths = new ArrayList<>();
        for (int i = 0; i < speakers; i++) {
            models.add(SpeakerModel.draw(random));
            double angle = random.nextDouble(0, 2 * Math.PI);
            double r = random.nextDouble(2, 10);
            double[] at = {r * Math.cos(angle), r * Math.sin(angle), random.nextDouble(.3, 1.5)};
            paths.add(Room.outdoors(random, at, mic));
        }
        return new Scene(models, paths);
    }

    /** How much later the direct sound of a speaker arrives than that of speaker 0, latencies aside: seconds. */
    double arrival(int speaker) {
        return Truth.delay(direct(speaker), direct(0));
    }

    /** How much louder music from a speaker is at the microphone than from speaker 0: dB. */
    double level(int speaker) {
        return Truth.level(whole(speaker)) - Truth.level(whole(0));
    }

    private double[] direct(int speaker) {
        return Fft.convolve(
                speakers.get(speaker).impulseResponse(2048), paths.get(speaker).direct());
    }

    private double[] whole(int speaker) {
        return Fft.convolve(
                speakers.get(speaker).impulseResponse(2048), paths.get(speaker).response());
    }
}
