package ensemble.gateway.audio.pipewire;

import ensemble.gateway.audio.Mixer;
import ensemble.pulse.PulseConnection;
import ensemble.pulse.PulseUnavailable;
import ensemble.pulse.RecordStream;
import ensemble.pulse.StreamSpec;
import ensemble.pulse.StreamState;
import java.time.Duration;
import java.util.Arrays;

/**
 * Where the mixer's program comes from: the record stream, or, while no program reaches it, silence by the clock, so that
 * wishes come true and are reported whether or not anything plays. Belongs to the audio thread.
 */
final class ProgramTap implements AutoCloseable {
    private static final long ABSENT_AFTER_NANOS = Duration.ofMillis(300).toNanos();

    private final PulseConnection connection;
    private final StreamSpec spec;
    private final DeafnessWatch deafness = new DeafnessWatch();
    private RecordStream in;
    private long lastHeard = System.nanoTime();
    private boolean absent;
    private long silentSince;
    private long silentFrames;

    /** Takes the connection over. */
    ProgramTap(PulseConnection connection, StreamSpec spec) throws PulseUnavailable {
        this.connection = connection;
        this.spec = spec;
        this.in = connection.record(spec);
    }

    String serverName() {
        return connection.serverName();
    }

    /**
     * Waits a little for what comes; true if the program came or went, so that the buffer must be primed anew.
     *
     * @param fed whether a program is linked to the record stream
     */
    boolean await(long micros, boolean fed) throws PulseUnavailable {
        connection.iterate(micros);
        long now = System.nanoTime();
        boolean ready = ready();
        boolean hears = ready && in.peekFrames() > 0;
        if (hears) {
            lastHeard = now;
        }
        if (deafness.noticed(now, ready && fed, hears)) {
            in.close();
            in = connection.record(spec);
        }
        boolean was = absent;
        absent = now - lastHeard > ABSENT_AFTER_NANOS;
        return absent != was;
    }

    private boolean ready() throws PulseUnavailable {
        StreamState state = in.state();
        if (state == StreamState.FAILED || state == StreamState.TERMINATED) {
            throw new PulseUnavailable("The audio server ended the stream " + in.name() + ".");
        }
        return state == StreamState.READY;
    }

    /** Whether {@link #read} has something to give, or will as time passes. */
    boolean flows() {
        return absent || in.peekFrames() > 0;
    }

    /** Begins here: what came before is not wanted. */
    void skip(long now) {
        silentSince = now;
        silentFrames = 0;
        while (in.peekFrames() > 0) {
            in.drop();
        }
    }

    /** Reads interleaved stereo; returns how many frames. */
    int read(float[] into, int frames, long now) {
        if (!absent) {
            return in.read(into, 0, frames);
        }
        long due = (now - silentSince) * Mixer.FRAMES_PER_SECOND / 1_000_000_000 - silentFrames;
        int given = (int) Math.min(frames, due);
        Arrays.fill(into, 0, 2 * given, 0);
        silentFrames += given;
        return given;
    }

    @Override
    public void close() {
        connection.close();
    }
}
