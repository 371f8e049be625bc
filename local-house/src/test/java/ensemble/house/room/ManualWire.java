package ensemble.house.room;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A wire whose audio thread is the test's: the program comes straight back and goes into every sink that is there. */
final class ManualWire implements RoomWire {
    final List<String> calls = new ArrayList<>();
    private final float[] program = new float[2 * RoomBlock.MAX_FRAMES];
    private @Nullable RoomProcess process;

    @Override
    public void start(RoomProcess started) {
        process = started;
    }

    /** Lets time pass in blocks of 480 frames. */
    void pass(int blocks) {
        pass(blocks, 0);
    }

    void pass(int blocks, long slippedBefore) {
        RoomProcess running = process;
        if (running == null) {
            throw new IllegalStateException("the wire was not started");
        }
        for (int i = 0; i < blocks; i++) {
            RoomBlock block = running.block();
            running.nextProgram(program, 480);
            block.begin(480, i == 0 ? slippedBefore : 0);
            System.arraycopy(program, 0, block.program, 0, 960);
            for (float[] sink : block.sinks) {
                for (int k = 0; k < 480; k++) {
                    sink[k] = 0.5f * (program[2 * k] + program[2 * k + 1]);
                }
            }
            running.pass(block);
        }
    }

    /** Lets time pass on another thread until told otherwise. */
    AutoCloseable running() {
        Thread thread = new Thread(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                pass(1);
                java.util.concurrent.locks.LockSupport.parkNanos(200_000);
            }
        });
        thread.start();
        return () -> {
            thread.interrupt();
            thread.join();
        };
    }

    @Override
    public void drop(int speaker) {
        calls.add("drop " + speaker);
    }

    @Override
    public void bringBack(int speaker) {
        calls.add("bringBack " + speaker);
    }

    @Override
    public WireHealth health() {
        return new WireHealth("manual", null, 0, 0, 0, null);
    }

    @Override
    public void close() {
        calls.add("close");
    }
}
