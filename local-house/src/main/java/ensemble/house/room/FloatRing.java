package ensemble.house.room;

import java.util.concurrent.atomic.AtomicLong;

/** A queue of samples between exactly one writing and one reading thread, without locks or garbage. */
final class FloatRing {
    private final float[] ring;
    private final int mask;
    private final AtomicLong head = new AtomicLong();
    private final AtomicLong tail = new AtomicLong();

    /** @param capacity at least so many samples fit */
    FloatRing(int capacity) {
        int size = Integer.highestOneBit(Math.max(2, capacity) - 1) << 1;
        ring = new float[size];
        mask = size - 1;
    }

    /** Samples that can be put; for the writer. */
    int free() {
        return (int) (ring.length - (tail.get() - head.get()));
    }

    /** Puts a sample {@code ahead} of the last published one; seen after {@link #publish}. */
    void put(int ahead, float sample) {
        ring[(int) (tail.getPlain() + ahead) & mask] = sample;
    }

    void publish(int samples) {
        tail.setRelease(tail.getPlain() + samples);
    }

    /** Samples that can be taken; for the reader. */
    int available() {
        return (int) (tail.getAcquire() - head.getPlain());
    }

    /** Takes up to so many samples. */
    int take(float[] into, int most) {
        int n = Math.min(most, available());
        long from = head.getPlain();
        for (int i = 0; i < n; i++) {
            into[i] = ring[(int) (from + i) & mask];
        }
        head.setRelease(from + n);
        return n;
    }
}
