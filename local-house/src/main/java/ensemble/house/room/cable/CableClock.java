package ensemble.house.room.cable;

import ensemble.house.room.RoomBlock;
import ensemble.house.room.RoomProcess;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The room's time on the cable: on the audio thread, block after block. */
final class CableClock {
    private static final long BLOCK_NANOS = 10_000_000;
    private static final long PATIENCE_NANOS = 100_000_000;
    private static final long MOST_BEHIND_NANOS = 500_000_000;

    private final RoomProcess process;
    private final GatewayLink link;
    private final Mailbox mailbox;
    private final Supplier<byte[]> sinks;
    private final ByteBuffer program = message(8 + CableProtocol.STEREO_BYTES);
    private final ByteBuffer mic = message(8 + CableProtocol.FRAMES * Float.BYTES);
    private final float[] played = new float[2 * CableProtocol.FRAMES];
    private @Nullable SocketChannel greeted;
    private byte[] told = new byte[0];
    private boolean keptUp;
    private volatile long silentBlocks;
    private volatile boolean closed;

    CableClock(RoomProcess process, GatewayLink link, Mailbox mailbox, Supplier<byte[]> sinks) {
        this.process = process;
        this.link = link;
        this.mailbox = mailbox;
        this.sinks = sinks;
    }

    private static ByteBuffer message(int bytes) {
        return ByteBuffer.allocateDirect(CableProtocol.HEAD_BYTES + bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    void run() {
        long due = System.nanoTime();
        for (long sequence = 0; !closed; sequence++) {
            process.nextProgram(played, CableProtocol.FRAMES);
            SocketChannel gateway = link.gateway();
            boolean answered = gateway != null && asked(gateway, sequence, due);
            pass(answered);
            if (gateway != null && link.listening()) {
                link.send(gateway, filled(mic, CableProtocol.MIC, sequence, process.block().mic, 1));
            }
            due = waitedFor(due + BLOCK_NANOS);
        }
    }

    private boolean asked(SocketChannel gateway, long sequence, long due) {
        byte[] now = sinks.get();
        if (gateway != greeted || now != told) {
            link.send(gateway, ByteBuffer.wrap(now));
            keptUp = keptUp && gateway == greeted;
            greeted = gateway;
            told = now;
        }
        mailbox.expect(sequence);
        link.send(gateway, filled(program, CableProtocol.PROGRAM, sequence, played, 2));
        // A gateway that has answered so far is waited for longer, once: a pause of the machine then costs no sound.
        keptUp = mailbox.await(due + BLOCK_NANOS)
                || (keptUp && link.gateway() == gateway && mailbox.await(due + PATIENCE_NANOS));
        return keptUp;
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // written by this one thread only
    private void pass(boolean answered) {
        RoomBlock block = process.block();
        block.begin(CableProtocol.FRAMES, 0);
        System.arraycopy(played, 0, block.program, 0, played.length);
        for (int i = 0; i < block.sinks.length; i++) {
            if (answered) {
                System.arraycopy(mailbox.sink(i), 0, block.sinks[i], 0, CableProtocol.FRAMES);
            } else {
                Arrays.fill(block.sinks[i], 0, CableProtocol.FRAMES, 0);
            }
        }
        if (!answered) {
            silentBlocks++;
        }
        process.pass(block);
    }

    private static ByteBuffer filled(ByteBuffer message, int type, long sequence, float[] samples, int channels) {
        message.clear();
        message.putInt(type)
                .putInt(message.capacity() - CableProtocol.HEAD_BYTES)
                .putLong(sequence);
        for (int i = 0; i < channels * CableProtocol.FRAMES; i++) {
            message.putFloat(samples[i]);
        }
        return message.flip();
    }

    private static long waitedFor(long due) {
        long left = due - System.nanoTime();
        while (left > 0) {
            LockSupport.parkNanos(left);
            left = due - System.nanoTime();
        }
        return -left > MOST_BEHIND_NANOS ? System.nanoTime() : due;
    }

    /** Blocks that were silence for want of an answer. */
    long silentBlocks() {
        return silentBlocks;
    }

    void end() {
        closed = true;
    }
}
