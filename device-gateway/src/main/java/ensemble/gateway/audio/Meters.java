package ensemble.gateway.audio;

import java.util.List;
import java.util.Optional;

/** What the audio thread tells the others, written without locks or garbage. */
public final class Meters {
    /** {@link SinkSnapshot#sounding} looks back a quarter of a second. */
    private static final int SOUNDING_FRAMES = Mixer.FRAMES_PER_SECOND / 4;

    /** A pause between two titles is no end of the music. */
    private static final int PROGRAM_FRAMES = 5 * Mixer.FRAMES_PER_SECOND;

    private volatile boolean programSounding;
    private volatile long carried;
    private volatile long inserted;
    private volatile int sounding;
    private volatile long xruns;
    private volatile long longestGapMicros;
    private volatile double bufferMillis;
    private volatile boolean catchingUp;

    /**
     * Reads the mixer; on the audio thread.
     *
     * @param played frames of the mixer's that have reached the sinks
     * @return true if something changed that a {@code wake} is due for
     */
    public boolean read(Mixer mixer, int outputs, long played) {
        int bits = 0;
        for (int output = 0; output < outputs; output++) {
            bits |= mixer.sounded(output, SOUNDING_FRAMES) ? 1 << output : 0;
        }
        long now = Math.max(carried, mixer.carried(played));
        boolean sounds = mixer.programSounded(PROGRAM_FRAMES);
        long out = Math.max(inserted, mixer.inserted(played));
        catchingUp = mixer.shifting();
        boolean changed = out != inserted || bits != sounding || now != carried || sounds != programSounding;
        programSounding = sounds;
        sounding = bits;
        carried = now;
        inserted = out;
        return changed;
    }

    /** One writer: the audio thread. */
    @SuppressWarnings("NonAtomicVolatileUpdate")
    public void addXruns(long more) {
        xruns += more;
    }

    public void gap(long longestMicros) {
        longestGapMicros = longestMicros;
    }

    public void buffer(double millis) {
        bufferMillis = millis;
    }

    /** Nothing sounds any more. */
    public void silence() {
        sounding = 0;
        programSounding = false;
        bufferMillis = 0;
    }

    /** The program is read a little faster or slower than it comes, to make up for what the audio server lost. */
    public boolean catchingUp() {
        return catchingUp;
    }

    public boolean sounding(int output) {
        return (sounding >> output & 1) != 0;
    }

    /** A snapshot of these figures together with what the adapter knows. */
    public GraphSnapshot snapshot(GraphState state, Optional<String> program, List<SinkSnapshot> sinks) {
        return new GraphSnapshot(
                state, sinks, carried, xruns, longestGapMicros, bufferMillis, program, programSounding, inserted);
    }
}
