package ensemble.gateway.audio;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/** One microphone for several: whoever wants a take gets it, and whoever follows meanwhile is sent away. Any thread. */
public final class SharedMicrophone implements Microphone {
    private final Microphone microphone;
    private final ReentrantLock lock = new ReentrantLock(true);
    private final AtomicInteger waiting = new AtomicInteger();

    public SharedMicrophone(Microphone microphone) {
        this.microphone = microphone;
    }

    @Override
    public Hearing listen(Runnable listening, double seconds) throws MicrophoneFault, InterruptedException {
        waiting.incrementAndGet();
        try {
            lock.lockInterruptibly();
        } finally {
            waiting.decrementAndGet();
        }
        try {
            return microphone.listen(listening, seconds);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void follow(Follower follower) throws MicrophoneFault, InterruptedException {
        lock.lockInterruptibly();
        try {
            microphone.follow((samples, count, whole) -> follower.heard(samples, count, whole) && waiting.get() == 0);
        } finally {
            lock.unlock();
        }
    }
}
