package ensemble.house.room;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * One virtual speaker: what goes into its sink comes out later by its latency, at its own clock's pace, at its gain.
 * Delay falls by {@code ppm} microseconds a second. On the audio thread only.
 */
final class SpeakerModel {
    private static final double PER_MS = RoomEngine.RATE / 1000.0;
    private static final double MAX_DELAY = Limits.MAX_DELAY_MS * PER_MS;
    private static final double RETURN_SPREAD_MS = 20;

    private final VirtualSpeaker speaker;
    private final long seed;
    private final DelayLine past = new DelayLine((int) MAX_DELAY);
    private final Voicing voicing;
    private final @Nullable DelayLine flight;
    private final float arrivalGain;

    private boolean present = true;
    private double originalMs;
    private double latencyMs;
    private double ppm;
    private double gainDb;
    private float gain;
    private double stalledMs;
    private double delay;
    private double silentFrames;
    private long restarts;
    private int returns;
    private @Nullable Long returnSeed;

    SpeakerModel(VirtualSpeaker speaker, long seed) {
        this.speaker = speaker;
        this.seed = seed;
        Acoustics acoustics = speaker.acoustics();
        this.voicing = new Voicing(List.copyOf(acoustics.voicing()));
        this.flight = acoustics.flightMs() == 0 ? null : new DelayLine((int) (100 * PER_MS));
        this.arrivalGain = linear(-acoustics.lossDb());
        this.ppm = speaker.ppm();
        this.originalMs = speaker.latencyMs();
        setGain(speaker.gainDb());
        setLatency(originalMs);
    }

    /** @throws IllegalArgumentException if stalls would add up to more delay than a speaker can hold */
    void change(SpeakerChange change) {
        if (change.drop()) {
            present = false;
            past.clear();
        }
        if (change.comeBack() && !present) {
            comeBack();
        }
        if (change.latencyMs() != null) {
            originalMs = change.latencyMs();
            setLatency(originalMs);
        }
        if (change.ppm() != null) {
            ppm = change.ppm();
        }
        if (change.gainDb() != null) {
            setGain(change.gainDb());
        }
        if (change.stallMs() != null) {
            stall(change.stallMs());
        }
    }

    private void comeBack() {
        long drawnFrom = mixed(seed, speaker.id(), returns++);
        double shift = (2 * new SplittableRandom(drawnFrom).nextDouble() - 1) * RETURN_SPREAD_MS;
        setLatency(Math.max(0, originalMs + shift));
        returnSeed = drawnFrom;
        present = true;
    }

    private void stall(double ms) {
        if (delay / PER_MS + ms > Limits.MAX_DELAY_MS) {
            throw new IllegalArgumentException(speaker.name() + " already lags by " + Math.round(delay / PER_MS)
                    + " ms; with this stall it would be over " + (int) Limits.MAX_DELAY_MS);
        }
        delay += ms * PER_MS;
        stalledMs += ms;
        silentFrames += ms * PER_MS;
    }

    private void setLatency(double ms) {
        latencyMs = ms;
        delay = ms * PER_MS;
        stalledMs = 0;
        silentFrames = 0;
    }

    private void setGain(double db) {
        gainDb = db;
        gain = linear(db);
    }

    /**
     * Lets time pass.
     *
     * @param sink what its sink played, as one channel
     * @param emission what the speaker emits
     * @param arrival what of it reaches the microphone
     */
    void process(float[] sink, float[] emission, float[] arrival, int frames) {
        if (!present) {
            Arrays.fill(emission, 0, frames, 0);
        } else {
            emit(sink, emission, frames);
        }
        if (flight == null) {
            for (int k = 0; k < frames; k++) {
                arrival[k] = arrivalGain * emission[k];
            }
        } else {
            flight.write(emission, frames);
            flight.read(arrival, 0, frames, speaker.acoustics().flightMs() * PER_MS, 0);
            for (int k = 0; k < frames; k++) {
                arrival[k] *= arrivalGain;
            }
        }
    }

    private void emit(float[] sink, float[] emission, int frames) {
        if (delay < 0 || delay > MAX_DELAY) {
            restarts++;
            setLatency(latencyMs);
        }
        past.write(sink, frames);
        int silent = (int) Math.min(frames, Math.round(silentFrames));
        Arrays.fill(emission, 0, silent, 0);
        past.read(emission, silent, frames, delay, -ppm * 1e-6);
        silentFrames = Math.max(0, silentFrames - frames);
        delay -= ppm * 1e-6 * frames;
        for (int k = silent; k < frames; k++) {
            emission[k] *= gain;
        }
        voicing.process(emission, frames);
    }

    SpeakerState state() {
        double delayMs = Math.max(0, delay / PER_MS);
        return new SpeakerState(
                speaker.id(),
                speaker.name(),
                present,
                latencyMs,
                delayMs,
                ppm,
                gainDb,
                stalledMs,
                restarts,
                returnSeed);
    }

    static float linear(double db) {
        return (float) Math.pow(10, db / 20);
    }

    private static long mixed(long seed, String id, int count) {
        return new SplittableRandom(seed + 0x9E37_79B9_7F4A_7C15L * (id.hashCode() + 31L * count)).nextLong();
    }
}
