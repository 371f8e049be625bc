package ensemble.gateway.audio.pipewire;

import ensemble.gateway.audio.CaptureWatch;
import ensemble.gateway.audio.Microphone;
import ensemble.gateway.audio.MicrophoneFault;
import ensemble.pulse.BufferAttributes;
import ensemble.pulse.PulseConnection;
import ensemble.pulse.PulseServer;
import ensemble.pulse.PulseUnavailable;
import ensemble.pulse.RecordStream;
import ensemble.pulse.StreamSpec;
import ensemble.pulse.StreamState;
import ensemble.pulse.StreamTiming;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalDouble;

/** A source of the audio server, by its node name. Nothing is connected while nobody listens. */
public final class PulseMicrophone implements Microphone {
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);
    private static final long FLOWS_WITHIN_NANOS = Duration.ofMillis(1500).toNanos();
    private static final long STOPPED_AFTER_NANOS = Duration.ofSeconds(2).toNanos();
    private static final long WAIT_MICROS = 20_000;
    private static final int FRAGMENT = 480;
    private static final int TRIES = 4;
    private static final int BLOCK = 2048;

    private final Map<String, String> environment;
    private final String source;
    private final double ownSeconds;

    /**
     * @param environment what leads to the server, may be empty
     * @param source node name
     * @param ownMillis by how much the microphone delays beyond what the audio server knows, at least 0
     */
    public PulseMicrophone(Map<String, String> environment, String source, double ownMillis) {
        this.environment = Map.copyOf(environment);
        this.source = source;
        this.ownSeconds = ownMillis / 1000;
    }

    @Override
    public Hearing listen(Runnable listening, double seconds) throws MicrophoneFault, InterruptedException {
        return listening((connection, stream) -> heard(connection, stream, listening, seconds));
    }

    @Override
    public void follow(Follower follower) throws MicrophoneFault, InterruptedException {
        listening((connection, stream) -> followed(connection, stream, follower));
    }

    @FunctionalInterface
    private interface Use<T> {
        T of(PulseConnection connection, RecordStream stream)
                throws PulseUnavailable, InterruptedException, MicrophoneFault;
    }

    private <T> T listening(Use<T> use) throws MicrophoneFault, InterruptedException {
        StreamSpec spec = StreamSpec.stereo("ensemble-mic", BufferAttributes.record(FRAGMENT, 2 * RATE))
                .with("node.dont-reconnect", "true")
                .to(source);
        try (PulseConnection connection =
                PulseConnection.open(PulseServer.in(environment), "ensemble-mic", ANSWER_WITHIN)) {
            for (int tries = 0; tries < TRIES; tries++) {
                RecordStream stream = connection.record(spec);
                if (flows(connection, stream)) {
                    return use.of(connection, stream);
                }
                // Such a stream was seen never to carry anything; the next one does.
                stream.close();
            }
        } catch (PulseUnavailable gone) {
            throw new MicrophoneFault("The microphone cannot be heard: " + gone.getMessage());
        }
        throw new MicrophoneFault("Nothing comes from the microphone " + source
                + ": check that it is plugged in, and that it is what the setting 'microphone' names.");
    }

    private static boolean flows(PulseConnection connection, RecordStream stream)
            throws PulseUnavailable, InterruptedException {
        long start = System.nanoTime();
        while (System.nanoTime() - start < FLOWS_WITHIN_NANOS) {
            turn(connection);
            StreamState state = stream.state();
            if (state == StreamState.FAILED || state == StreamState.TERMINATED) {
                return false;
            }
            if (state == StreamState.READY && stream.peekFrames() > 0) {
                stream.requestTiming();
                return true;
            }
        }
        return false;
    }

    private static void turn(PulseConnection connection) throws PulseUnavailable, InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("told to stop listening");
        }
        connection.iterate(WAIT_MICROS);
    }

    private Hearing heard(PulseConnection connection, RecordStream stream, Runnable listening, double seconds)
            throws PulseUnavailable, InterruptedException, MicrophoneFault {
        Take take = new Take((int) ((seconds + 1) * RATE));
        while (!stream.timingAnswered()) {
            turn(connection);
        }
        take.read(stream, System.nanoTime());
        int begun = take.frames;
        listening.run();
        double before = begun / (double) RATE + sourceSeconds(stream) + ownSeconds;
        long lastHeard = System.nanoTime();
        while (take.frames - begun < seconds * RATE) {
            turn(connection);
            long now = System.nanoTime();
            if (take.read(stream, now)) {
                lastHeard = now;
            } else if (now - lastHeard > STOPPED_AFTER_NANOS || stream.state() != StreamState.READY) {
                throw new MicrophoneFault("The microphone " + source + " went silent: check its cable.");
            }
        }
        return new Hearing(
                Arrays.copyOf(take.mono, take.frames),
                take.watch.gaps() + (int) stream.holes(),
                OptionalDouble.of(before));
    }

    /** How old what was read is, by the server's account; a source that does not know its latency says 0. */
    private static double sourceSeconds(RecordStream stream) {
        StreamTiming timing = new StreamTiming();
        return stream.timing(timing) ? Math.clamp(timing.deviceMicros() * 1e-6, 0, 1) : 0;
    }

    /** Only holes that the server tells of: the pace is judged by whoever lays it beside the program. */
    private Boolean followed(PulseConnection connection, RecordStream stream, Follower follower)
            throws PulseUnavailable, InterruptedException, MicrophoneFault {
        float[] block = new float[2 * BLOCK];
        float[] mono = new float[BLOCK];
        long lastHeard = System.nanoTime();
        long missing = 0;
        while (true) {
            long now = System.nanoTime();
            int count = stream.read(block, 0, BLOCK);
            if (count == 0) {
                if (now - lastHeard > STOPPED_AFTER_NANOS || stream.state() != StreamState.READY) {
                    throw new MicrophoneFault("The microphone " + source + " went silent: check its cable.");
                }
                turn(connection);
                continue;
            }
            lastHeard = now;
            for (int frame = 0; frame < count; frame++) {
                mono[frame] = block[2 * frame];
            }
            long missed = stream.holes();
            if (!follower.heard(mono, count, missed == missing)) {
                return true;
            }
            missing = missed;
        }
    }

    /** A take in the making; of two channels the left. */
    private static final class Take {
        private final CaptureWatch watch = new CaptureWatch();
        private final float[] block = new float[2 * BLOCK];
        private float[] mono;
        private int frames;

        Take(int expected) {
            mono = new float[expected];
        }

        boolean read(RecordStream stream, long now) {
            int before = frames;
            int count = stream.read(block, 0, BLOCK);
            while (count > 0) {
                if (frames + count > mono.length) {
                    mono = Arrays.copyOf(mono, mono.length + RATE);
                }
                for (int frame = 0; frame < count; frame++) {
                    mono[frames + frame] = block[2 * frame];
                }
                frames += count;
                count = stream.read(block, 0, BLOCK);
            }
            if (frames > before) {
                watch.captured(frames - before, now);
            }
            return frames > before;
        }
    }
}
