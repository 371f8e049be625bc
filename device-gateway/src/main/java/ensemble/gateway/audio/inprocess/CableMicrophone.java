package ensemble.gateway.audio.inprocess;

import ensemble.gateway.audio.Microphone;
import ensemble.gateway.audio.MicrophoneFault;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** The virtual room's microphone over the cable; a block that did not come is known by its number. */
final class CableMicrophone implements Microphone {
    private static final int BLOCKS_KEPT = 1000;
    private static final long SILENT_SECONDS = 2;

    private final BlockingQueue<Block> blocks = new ArrayBlockingQueue<>(BLOCKS_KEPT);
    private volatile boolean wanted;

    @SuppressWarnings("ArrayRecordComponent") // a bulk carrier, never compared
    private record Block(long sequence, float[] samples) {}

    /** Whether the room shall send what it hears. */
    boolean wanted() {
        return wanted;
    }

    /** On the cable's thread: a block came. One that finds the queue full is missed, and so noticed. */
    void take(ByteBuffer message) {
        if (!wanted || message.remaining() < Long.BYTES) {
            return;
        }
        long sequence = message.getLong();
        float[] samples = new float[message.remaining() / Float.BYTES];
        message.asFloatBuffer().get(samples);
        if (!blocks.offer(new Block(sequence, samples))) {
            System.getLogger("ensemble.gateway.audio")
                    .log(System.Logger.Level.DEBUG, "a block was not fetched in time");
        }
    }

    @Override
    public Hearing listen(Runnable listening, double seconds) throws MicrophoneFault, InterruptedException {
        blocks.clear();
        wanted = true;
        try {
            return heard(listening, (int) (seconds * RATE));
        } finally {
            wanted = false;
        }
    }

    @Override
    public void follow(Follower follower) throws MicrophoneFault, InterruptedException {
        blocks.clear();
        wanted = true;
        try {
            Block block = next();
            boolean whole = true;
            while (follower.heard(block.samples(), block.samples().length, whole)) {
                long expected = block.sequence() + 1;
                block = next();
                whole = block.sequence() == expected;
            }
        } finally {
            wanted = false;
        }
    }

    private Hearing heard(Runnable listening, int frames) throws MicrophoneFault, InterruptedException {
        Block block = next();
        double begun = block.samples().length / (double) RATE;
        listening.run();
        float[] samples = new float[frames];
        int at = 0;
        int gaps = 0;
        while (at < frames) {
            int count = Math.min(block.samples().length, frames - at);
            System.arraycopy(block.samples(), 0, samples, at, count);
            at += count;
            long expected = block.sequence() + 1;
            if (at < frames) {
                block = next();
                gaps += block.sequence() == expected ? 0 : 1;
            }
        }
        return new Hearing(Arrays.copyOf(samples, at), gaps, OptionalDouble.of(begun));
    }

    private Block next() throws MicrophoneFault, InterruptedException {
        Block block = blocks.poll(SILENT_SECONDS, TimeUnit.SECONDS);
        if (block == null) {
            throw new MicrophoneFault("Nothing comes from the room's microphone: start the house anew.");
        }
        return block;
    }
}
