package ensemble.gateway.phone;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.gateway.audio.Microphone;
import ensemble.gateway.audio.MicrophoneFault;
import ensemble.wav.WavException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The microphone of a phone that has the box's page open. The page is shown {@code {"group", "listen", "seconds"}}; it begins to
 * record, says so by {@link #hears}, and after so many seconds sends its {@link #take}. One line-up has it at a time. What the
 * phone records stays in memory. Any thread.
 */
public final class PhoneMicrophone implements Microphone {
    private final Consumer<ObjectNode> show;
    private final Duration toBegin;
    private final Duration toSend;
    private @Nullable String group;
    private @Nullable Wanted wanted;
    private long number;

    private record Wanted(long number, CompletableFuture<Boolean> hears, CompletableFuture<Hearing> take) {}

    /**
     * @param show shows the page what is wanted of the phone
     * @param toBegin how long a phone may take to begin
     * @param toSend how long it may take to send what it heard, once that is over
     */
    public PhoneMicrophone(Consumer<ObjectNode> show, Duration toBegin, Duration toSend) {
        this.show = show;
        this.toBegin = toBegin;
        this.toSend = toSend;
    }

    /** A phone will listen when this group is lined up next; false if one does already. */
    public synchronized boolean offers(String toGroup) {
        if (group != null) {
            return false;
        }
        group = toGroup;
        show.accept(shown());
        return true;
    }

    /** Whether a phone has offered to listen to this group. */
    public synchronized boolean hasOffered(String toGroup) {
        return toGroup.equals(group);
    }

    /** The line-up is over, or there will be none, or the phone has left. */
    public synchronized void ends() {
        group = null;
        if (wanted != null) {
            wanted.hears().complete(false);
            wanted.take().completeExceptionally(new MicrophoneFault("The phone has left the page."));
            wanted = null;
        }
        show.accept(shown());
    }

    /** The phone records; false if nobody waits for that. */
    public synchronized boolean hears(long id) {
        return wanted != null && wanted.number() == id && wanted.hears().complete(true);
    }

    /**
     * What the phone has heard.
     *
     * @param gaps how often the phone's own count of samples has jumped
     * @return what is wrong with it; empty = it was taken
     */
    public Optional<String> take(long id, byte[] wav, int gaps) {
        Wanted now;
        synchronized (this) {
            now = wanted;
        }
        if (now == null || now.number() != id) {
            return Optional.of("nobody waits for this recording any more");
        }
        try {
            now.take().complete(new Hearing(PhoneTake.samples(wav), gaps, OptionalDouble.empty()));
            return Optional.empty();
        } catch (WavException unfit) {
            return Optional.of(String.valueOf(unfit.getMessage()));
        }
    }

    @Override
    public Hearing listen(Runnable listening, double seconds) throws MicrophoneFault, InterruptedException {
        Wanted now = wants(seconds);
        try {
            if (!now.hears().get(toBegin.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new MicrophoneFault("The phone has left the page.");
            }
            listening.run();
            long patience = Math.round(seconds * 1000) + toSend.toMillis();
            return now.take().get(patience, TimeUnit.MILLISECONDS);
        } catch (TimeoutException silent) {
            throw new MicrophoneFault(
                    "The phone did not answer: keep the page open in front, and let it use the microphone.");
        } catch (ExecutionException left) {
            throw new MicrophoneFault("The phone has left the page.");
        } finally {
            synchronized (this) {
                wanted = null;
                show.accept(shown());
            }
        }
    }

    private synchronized Wanted wants(double seconds) throws MicrophoneFault {
        if (group == null) {
            throw new MicrophoneFault("The phone has left the page.");
        }
        number++;
        wanted = new Wanted(number, new CompletableFuture<>(), new CompletableFuture<>());
        show.accept(shown().put("listen", number).put("seconds", seconds));
        return wanted;
    }

    private ObjectNode shown() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("group", group)
                .putNull("listen")
                .putNull("seconds");
    }

    /** A phone is not there for hours. */
    @Override
    public void follow(Follower follower) throws MicrophoneFault {
        throw new MicrophoneFault("A phone listens to line-ups only.");
    }
}
