package ensemble.house.room;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A recording under way. It is written while it runs, and either all its files appear or none. */
public final class Recording {
    private static final long NAP_NANOS = 10_000_000;
    private static final long STANDSTILL_NANOS = 5_000_000_000L;

    private final List<Track> tracks;
    private final int channels;
    private final long frames;
    private final CompletableFuture<Long> started = new CompletableFuture<>();
    private final CompletableFuture<RecordingResult> result = new CompletableFuture<>();
    private long left;
    private long startFrame;
    private long slips;
    private long slipped;
    private boolean begun;
    private volatile @Nullable String fault;
    private volatile @Nullable Counts before;
    private volatile @Nullable Counts after;

    /** The follower's counters at one moment. */
    record Counts(long gaps, long lost, long followed) {}

    Recording(List<Track> tracks, int channels, long frames) {
        this.tracks = tracks;
        this.channels = channels;
        this.frames = frames;
        this.left = frames;
    }

    void startWriting() {
        Thread.ofPlatform().daemon().name("room-recording").start(this::write);
    }

    /** On the audio thread; true while it wants more. */
    boolean take(RoomBlock block, long now, ProgramFollower program) {
        if (fault != null) {
            return false;
        }
        if (!begun) {
            begun = true;
            startFrame = now;
            before = counts(program);
            started.complete(now);
        } else if (block.slipped > 0) {
            slips++;
            slipped += block.slipped;
        }
        int n = (int) Math.min(left, block.frames);
        for (int i = 0; i < tracks.size(); i++) {
            if (!tracks.get(i).take(block, n)) {
                fault = "the disk is too slow to record on";
                return false;
            }
        }
        left -= n;
        if (left == 0) {
            after = counts(program);
        }
        return left > 0;
    }

    private static Counts counts(ProgramFollower program) {
        return new Counts(program.gaps(), program.lostFrames(), program.followed());
    }

    private void write() {
        try {
            writeAll();
            for (Track track : tracks) {
                track.finish();
            }
            result.complete(outcome());
        } catch (IOException e) {
            String why = "the recording failed: " + e.getMessage();
            fault = why;
            discardUnfinished();
            result.completeExceptionally(RoomException.cannot(why));
        } finally {
            discardUnfinished();
            started.completeExceptionally(new CompletionException("the recording did not start", null));
        }
    }

    private void writeAll() throws IOException {
        long written = 0;
        long lastNews = System.nanoTime();
        while (written < frames) {
            long some = 0;
            for (Track track : tracks) {
                some = track.drain();
            }
            written += some;
            if (some > 0) {
                lastNews = System.nanoTime();
            } else if (fault != null) {
                throw new IOException(fault);
            } else if (System.nanoTime() - lastNews > STANDSTILL_NANOS) {
                throw new IOException("the room's clock stands still");
            } else {
                LockSupport.parkNanos(NAP_NANOS);
            }
        }
        for (Track track : tracks) {
            track.drain();
        }
    }

    private RecordingResult outcome() {
        while (after == null) {
            Thread.onSpinWait();
        }
        Counts first = before;
        Counts last = after;
        if (first == null || last == null) {
            throw new IllegalStateException("a recording ended that never began");
        }
        boolean compared = last.followed() > first.followed();
        return new RecordingResult(
                frames,
                channels,
                startFrame,
                slips,
                slipped,
                compared ? last.gaps() - first.gaps() : null,
                compared ? last.lost() - first.lost() : null);
    }

    private void discardUnfinished() {
        for (Track track : tracks) {
            try {
                track.close();
            } catch (IOException e) {
                System.getLogger("ensemble.room").log(System.Logger.Level.WARNING, "a partial recording stays", e);
            }
        }
    }

    /** Ends it early; nothing of it stays. */
    public void cancel() {
        fault = "it was cancelled";
    }

    /**
     * Waits for its first sample.
     *
     * @return the room's time, in frames, at that sample
     * @throws RoomException if it failed before
     */
    public long awaitStart() throws RoomException, InterruptedException {
        try {
            return started.get();
        } catch (ExecutionException e) {
            await();
            throw RoomException.cannot("the recording did not start");
        }
    }

    /**
     * Waits until its files are whole.
     *
     * @throws RoomException if it failed: a full disk, a clock that stands still; then no file stays
     */
    public RecordingResult await() throws RoomException, InterruptedException {
        try {
            return result.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RoomException known) {
                throw RoomException.cannot(String.valueOf(known.getMessage()));
            }
            throw new IllegalStateException("the recording broke", e.getCause());
        }
    }
}
