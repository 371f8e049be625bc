package ensemble.gateway.audio;

import ensemble.sync.hold.MarkGenerator;
import java.util.List;

/**
 * The marks under the program while speakers are held, and the program's last 21 s beside them, so that whoever listens can
 * make the same marks again. Made off the audio thread, then written by it alone, without allocating; {@link #program} is for
 * any other thread.
 */
public final class Marks {
    /** Frames of program that are kept: a power of two. */
    public static final int KEPT = 1 << 20;

    private static final int MASK = KEPT - 1;

    /** Frames behind the newest that are not being overwritten while they are read: 6 s short of all. */
    private static final int SAFE = KEPT - 6 * Mixer.FRAMES_PER_SECOND;

    private static final float FULL_SCALE = 32_767;

    /** Marks are at least 18 dB below full scale, and kept so much finer. */
    private static final float MARK_SCALE = 8 * FULL_SCALE;

    private final int[] markOf;
    private final short[][] rings;
    private final float[][] fresh;
    private final float[] mono = new float[Mixer.CHUNK];
    private final short[] left = new short[KEPT];
    private final short[] right = new short[KEPT];
    private final MarkGenerator generator;
    private long began = -1;
    private volatile long written;

    private Marks(int[] markOf, int speakers) {
        this.markOf = markOf;
        rings = new short[speakers][ProgramRing.FRAMES];
        fresh = new float[speakers][Mixer.CHUNK];
        generator = new MarkGenerator(speakers, 0);
    }

    /**
     * Marks for some of a mixer's outputs.
     *
     * @param outputs all of them, by sink
     * @param marked those that get one, the first the first
     */
    public static Marks of(List<String> outputs, List<String> marked) {
        return new Marks(outputs.stream().mapToInt(marked::indexOf).toArray(), marked.size());
    }

    /** Takes in program, on the audio thread; {@code position} is that of its first frame. */
    void append(float[] stereo, int atSample, int frames, long position) {
        if (began < 0) {
            began = position;
            written = position;
            generator.startAt(position);
        }
        for (int done = 0; done < frames; done += Mixer.CHUNK) {
            piece(stereo, atSample + 2 * done, Math.min(Mixer.CHUNK, frames - done), position + done);
        }
        written = position + frames;
    }

    private void piece(float[] stereo, int atSample, int frames, long position) {
        for (int i = 0; i < frames; i++) {
            int at = (int) (position + i & MASK);
            left[at] = (short) Math.round(Math.clamp(stereo[atSample + 2 * i], -1f, 1f) * FULL_SCALE);
            right[at] = (short) Math.round(Math.clamp(stereo[atSample + 2 * i + 1], -1f, 1f) * FULL_SCALE);
            mono[i] = 0.5f * (left[at] / FULL_SCALE + right[at] / FULL_SCALE);
        }
        generator.next(mono, frames, fresh);
        for (int speaker = 0; speaker < rings.length; speaker++) {
            short[] ring = rings[speaker];
            float[] mark = fresh[speaker];
            for (int i = 0; i < frames; i++) {
                ring[(int) (position + i & ProgramRing.FRAMES - 1)] =
                        (short) Math.round(Math.clamp(mark[i] * MARK_SCALE, -FULL_SCALE, FULL_SCALE));
            }
        }
    }

    /** Adds an output's mark to both sides of a stretch of program. Audio thread. */
    void add(int output, long fromFrame, float[] toLeft, float[] toRight, int frames) {
        int speaker = markOf[output];
        if (speaker < 0) {
            return;
        }
        short[] ring = rings[speaker];
        for (int i = 0; i < frames; i++) {
            float mark = ring[(int) (fromFrame + i & ProgramRing.FRAMES - 1)] / MARK_SCALE;
            toLeft[i] += mark;
            toRight[i] += mark;
        }
    }

    /** The position behind the newest frame of program; it never falls. */
    public long written() {
        return written;
    }

    /**
     * A stretch of the program, left and right.
     *
     * @throws IllegalArgumentException if it is not there yet, or no longer
     */
    public float[][] program(long from, int frames) {
        long newest = written;
        if (from < Math.max(0, newest - SAFE) || from + frames > newest) {
            throw new IllegalArgumentException("frames " + from + " to " + (from + frames) + " of " + newest);
        }
        float[][] out = new float[2][frames];
        for (int i = 0; i < frames; i++) {
            int at = (int) (from + i & MASK);
            out[0][i] = left[at] / FULL_SCALE;
            out[1][i] = right[at] / FULL_SCALE;
        }
        return out;
    }
}
