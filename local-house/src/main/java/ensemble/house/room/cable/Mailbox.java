package ensemble.house.room.cable;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Where the reading thread leaves the gateway's answer for the audio thread. Only the block that is waited for is taken,
 * and only once, so the two never touch the samples at the same time.
 */
final class Mailbox {
    private final float[][] sinks;
    private volatile @Nullable Thread audio;
    private volatile long expected = -1;
    private volatile long filled = -1;

    Mailbox(int sinkCount) {
        this.sinks = new float[sinkCount][CableProtocol.FRAMES];
    }

    /** Says which thread waits here. */
    void belongsTo(Thread audioThread) {
        audio = audioThread;
    }

    /** On the audio thread: from now on this block's answer is taken. */
    void expect(long sequence) {
        expected = sequence;
    }

    /** On the audio thread: waits for the expected answer; false if it does not come by then. */
    boolean await(long deadlineNanos) {
        while (filled != expected) {
            long left = deadlineNanos - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            LockSupport.parkNanos(this, left);
        }
        return true;
    }

    /** What the answer had for a sink, as one channel; on the audio thread, after {@link #await} said true. */
    float[] sink(int index) {
        return sinks[index];
    }

    /**
     * On the reading thread: takes an OUTPUT message's content.
     *
     * @throws BadMessage if it is not well formed
     */
    void take(ByteBuffer message) throws BadMessage {
        if (message.remaining() < 12) {
            throw new BadMessage("an output of " + message.remaining() + " bytes");
        }
        long sequence = message.getLong();
        int count = message.getInt();
        if (count < 0 || message.remaining() != count * (4L + CableProtocol.STEREO_BYTES)) {
            throw new BadMessage("an output for " + count + " sinks in " + message.remaining() + " bytes");
        }
        if (sequence != expected || filled == sequence) {
            return;
        }
        for (float[] sink : sinks) {
            Arrays.fill(sink, 0);
        }
        for (int i = 0; i < count; i++) {
            int index = message.getInt();
            if (index < 0 || index >= sinks.length) {
                throw new BadMessage("an output for sink " + index + " of " + sinks.length);
            }
            float[] sink = sinks[index];
            for (int k = 0; k < CableProtocol.FRAMES; k++) {
                sink[k] += 0.5f * (message.getFloat() + message.getFloat());
            }
        }
        filled = sequence;
        LockSupport.unpark(audio);
    }

    /** A gateway that does not keep to the protocol. */
    static final class BadMessage extends Exception {
        private static final long serialVersionUID = 1;

        BadMessage(String what) {
            super(what);
        }
    }
}
