package ensemble.house.bench;

import ensemble.pulse.RealtimePriority;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Speakers with clocks of their own: each takes its FIFO's frames at 48000 (1 + ppm) a second, whatever the server thinks.
 * One of them may stall once: it is silent for a while and takes nothing, as a radio link does. One thread.
 */
final class FifoSpeakers {
    private static final int FRAME_BYTES = 8;
    private static final int PRIORITY = 46;
    private static final long TICK_NANOS = 5_000_000;

    /** @param underruns frames that were not there in time */
    record Heard(List<List<Double>> pulses, long underruns) {}

    /** @param speaker its place in the list */
    record Stall(int speaker, double atSeconds, double seconds) {
        boolean now(int which, double time) {
            return which == speaker && time >= atSeconds && time < atSeconds + seconds;
        }
    }

    private static final class Speaker {
        final FileInputStream fifo;
        final double rate;
        final float[] left;
        int frames;
        long underruns;

        Speaker(Path fifo, double ppm, double seconds) throws IOException {
            this.fifo = new FileInputStream(fifo.toFile());
            this.rate = Pulses.RATE * (1 + ppm * 1e-6);
            this.left = new float[(int) (seconds * rate) + 1];
        }

        void take(int wanted, boolean stalled, byte[] bytes) throws IOException {
            int there = stalled ? 0 : Math.min(wanted, fifo.available() / FRAME_BYTES);
            int read = there == 0 ? 0 : fifo.readNBytes(bytes, 0, there * FRAME_BYTES) / FRAME_BYTES;
            for (int frame = 0; frame < read; frame++) {
                left[frames + frame] = Float.intBitsToFloat(littleEndian(bytes, frame * FRAME_BYTES));
            }
            frames += wanted;
            underruns += stalled ? 0 : wanted - read;
        }

        List<Double> pulseSeconds() {
            return Pulses.tops(left, frames).stream().map(top -> top / rate).toList();
        }
    }

    private FifoSpeakers() {}

    /** Listens for so many seconds; what each emitted is told on one clock, the listener's. */
    static Heard listen(List<Path> fifos, List<Double> ppm, double seconds, Stall stall)
            throws IOException, InterruptedException {
        List<Speaker> speakers = new ArrayList<>();
        for (int i = 0; i < fifos.size(); i++) {
            speakers.add(new Speaker(fifos.get(i), ppm.get(i), seconds));
        }
        Thread thread = Thread.ofPlatform().name("fifo-speakers").start(() -> drain(speakers, seconds, stall));
        thread.join();
        return new Heard(
                speakers.stream().map(Speaker::pulseSeconds).toList(),
                speakers.stream().mapToLong(speaker -> speaker.underruns).sum());
    }

    private static void drain(List<Speaker> speakers, double seconds, Stall stall) {
        var unused = RealtimePriority.request(PRIORITY);
        byte[] bytes = new byte[Pulses.RATE * FRAME_BYTES];
        try {
            for (Speaker speaker : speakers) {
                long skipped = speaker.fifo.skip(speaker.fifo.available());
                if (skipped < 0) {
                    throw new IOException("a FIFO cannot be emptied");
                }
            }
            long start = System.nanoTime();
            for (long tick = 1; ; tick++) {
                LockSupport.parkNanos(start + tick * TICK_NANOS - System.nanoTime());
                double now = (System.nanoTime() - start) / 1e9;
                if (now >= seconds) {
                    return;
                }
                for (int i = 0; i < speakers.size(); i++) {
                    Speaker speaker = speakers.get(i);
                    int wanted = (int) (now * speaker.rate) - speaker.frames;
                    speaker.take(wanted, stall.now(i, now), bytes);
                }
            }
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        } finally {
            speakers.forEach(FifoSpeakers::close);
        }
    }

    private static void close(Speaker speaker) {
        try {
            speaker.fifo.close();
        } catch (IOException left) {
            throw new java.io.UncheckedIOException(left);
        }
    }

    private static int littleEndian(byte[] bytes, int at) {
        return (bytes[at] & 0xff)
                | (bytes[at + 1] & 0xff) << 8
                | (bytes[at + 2] & 0xff) << 16
                | (bytes[at + 3] & 0xff) << 24;
    }
}
