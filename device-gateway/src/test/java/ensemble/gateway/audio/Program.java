package ensemble.gateway.audio;

import java.util.SplittableRandom;

/** A test program: a pure function of time, so that every listener can be compared with it. */
interface Program {
    int RATE = Mixer.FRAMES_PER_SECOND;

    float left(long frame);

    float right(long frame);

    default void fill(long fromFrame, float[] stereo, int frames) {
        for (int frame = 0; frame < frames; frame++) {
            stereo[2 * frame] = left(fromFrame + frame);
            stereo[2 * frame + 1] = right(fromFrame + frame);
        }
    }

    /** A tone on each side; 0.4 of full scale. */
    static Program tones(double leftHertz, double rightHertz) {
        return new Program() {
            @Override
            public float left(long frame) {
                return (float) (0.4 * Math.sin(2 * Math.PI * leftHertz * frame / RATE));
            }

            @Override
            public float right(long frame) {
                return (float) (0.4 * Math.sin(2 * Math.PI * rightHertz * frame / RATE));
            }
        };
    }

    /** A wave to be inserted: noise that begins at once, up to 0.5 of full scale. */
    static float[] burst(int frames) {
        SplittableRandom random = new SplittableRandom(11);
        float[] wave = new float[frames];
        for (int frame = 0; frame < frames; frame++) {
            wave[frame] = (float) random.nextDouble(-0.5, 0.5);
        }
        wave[0] = 0.5f;
        return wave;
    }

    /** The same noise on both sides, without content near half the rate; repeats after 2.7 s. */
    static Program noise(long seed) {
        int length = 1 << 17;
        SplittableRandom random = new SplittableRandom(seed);
        float[] white = new float[length];
        for (int frame = 0; frame < length; frame++) {
            white[frame] = (float) (random.nextDouble() - 0.5);
        }
        return new Program() {
            @Override
            public float left(long frame) {
                float sum = 0;
                for (int back = 0; back < 4; back++) {
                    sum += white[(int) (frame + back & length - 1)];
                }
                return sum / 4;
            }

            @Override
            public float right(long frame) {
                return left(frame);
            }
        };
    }
}
