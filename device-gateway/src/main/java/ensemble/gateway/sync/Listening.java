package ensemble.gateway.sync;

import ensemble.gateway.audio.Marks;
import ensemble.gateway.audio.Microphone;
import ensemble.sync.hold.HoldLoop;
import ensemble.sync.hold.Window;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * What the microphone hears while speakers are held, its last 21 s, laid beside the program that was played: frame for frame
 * from one moment on. Cuts windows; one is analysed at a time, and one that comes meanwhile is left out. {@link #heard} belongs
 * to the listening thread.
 */
final class Listening {
    private static final int KEPT = 1 << 20;
    private static final int WINDOW = (int) (HoldLoop.WINDOW * Microphone.RATE);
    private static final int HOP = WINDOW / 2;

    /** By so much the program is taken as earlier than it was when hearing began, so that it is there whenever it is asked for. */
    private static final int EARLIER = Microphone.RATE / 5;

    /** More than program and microphone may ever be apart by jitter: 120 ms. */
    private static final int JITTER = 12 * Microphone.RATE / 100;

    private static final int SLIPPED_FOR = 2 * Microphone.RATE;
    private static final double PAUSE = 1e-7;

    private final Marks marks;
    private final Consumer<Heard> windows;
    private final AtomicBoolean busy = new AtomicBoolean();
    private final float[] ring = new float[KEPT];
    private volatile long count;
    private volatile int anchors;
    private long anchor = -1;
    private long nextEnd;
    private int leadFrames;
    private int away;

    /** @param windows is told of each, on the listening thread */
    Listening(Marks marks, Consumer<Heard> windows) {
        this.marks = marks;
        this.windows = windows;
    }

    /** Seconds heard so far. */
    double now() {
        return count / (double) Microphone.RATE;
    }

    /** One writer: the listening thread. */
    @SuppressWarnings("NonAtomicVolatileUpdate")
    void heard(float[] samples, int frames, boolean whole, Holding holding) {
        for (int i = 0; i < frames; i++) {
            ring[(int) (count + i & KEPT - 1)] = samples[i];
        }
        count += frames;
        long played = marks.written();
        if (played == 0) {
            return;
        }
        if (anchor < 0) {
            anchorAt(played - EARLIER - count);
        }
        lead(played - EARLIER - count, frames, holding);
        if (!whole) {
            nextEnd = count + WINDOW;
        }
        if (count >= nextEnd && marks.written() >= anchor + nextEnd) {
            if (busy.compareAndSet(false, true)) {
                windows.accept(new Heard(nextEnd, anchor, anchors));
            }
            nextEnd += HOP;
        }
    }

    /** A thread that was late moves a few blocks; what moves most of two seconds has slipped. */
    private void lead(long now, int frames, Holding holding) {
        leadFrames += frames;
        away += Math.abs(now - anchor) > JITTER ? frames : 0;
        if (leadFrames < SLIPPED_FOR) {
            return;
        }
        if (away > leadFrames * 3 / 4) {
            anchorAt(now);
            synchronized (holding) {
                holding.reanchored();
            }
        }
        leadFrames = 0;
        away = 0;
    }

    /**
     * What was heard while a stretch of the program was played, once all of it is there.
     *
     * @param position of the program
     * @return empty while it is not there, and for good if it is there no longer
     */
    Optional<float[]> stretch(long position, int frames) {
        long from = position - anchor;
        if (anchor < 0 || from < Math.max(0, count - KEPT) || from + frames > count) {
            return Optional.empty();
        }
        float[] out = new float[frames];
        for (int i = 0; i < frames; i++) {
            out[i] = ring[(int) (from + i & KEPT - 1)];
        }
        return Optional.of(out);
    }

    /** When that place of the program was heard by an ear that hears at once: seconds of hearing. */
    double secondsOf(long position) {
        return (position - anchor) / (double) Microphone.RATE;
    }

    int anchors() {
        return anchors;
    }

    @SuppressWarnings("NonAtomicVolatileUpdate")
    private void anchorAt(long position) {
        anchor = Math.max(0, position);
        anchors++;
        nextEnd = count + WINDOW + EARLIER;
    }

    /** One window; its samples are copied when they are asked for, by the thread that analyses. */
    final class Heard {
        private final long end;
        private final int number;
        private final Window window;

        private Heard(long end, long ahead, int number) {
            this.end = end;
            this.number = number;
            long from = end - WINDOW;
            float[] heard = new float[WINDOW];
            for (int i = 0; i < WINDOW; i++) {
                heard[i] = ring[(int) (from + i & KEPT - 1)];
            }
            float[][] program = marks.program(from + ahead, WINDOW);
            window = new Window(from + ahead, program, Window.mono(program), heard, 0);
        }

        Window window() {
            return window;
        }

        double middle() {
            return (end - HOP) / (double) Microphone.RATE;
        }

        double now() {
            return Listening.this.now();
        }

        /** Whether it is still counted as it was. */
        boolean isCurrent() {
            return number == anchors;
        }

        /** Whether next to nothing was played. */
        boolean isPause() {
            double sum = 0;
            for (float x : window.marked()) {
                sum += x * x;
            }
            return sum < PAUSE * WINDOW;
        }

        void done() {
            busy.set(false);
        }
    }
}
