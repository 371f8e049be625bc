package ensemble.gateway.phone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.gateway.audio.Microphone.Hearing;
import ensemble.gateway.audio.MicrophoneFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;

/** A phone and the box talk through what the page shows; each wait ends by what the other does, or by patience of no length. */
final class PhoneMicrophoneTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final LinkedBlockingQueue<ObjectNode> shown = new LinkedBlockingQueue<>();
    private final PhoneMicrophone phone = new PhoneMicrophone(shown::add, LONG, LONG);
    private final List<String> happened = new ArrayList<>();

    private CompletableFuture<Hearing> listens(PhoneMicrophone to, double seconds) {
        CompletableFuture<Hearing> heard = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try {
                heard.complete(to.listen(() -> happened.add("probe"), seconds));
            } catch (MicrophoneFault | InterruptedException fault) {
                heard.completeExceptionally(fault);
            }
        });
        return heard;
    }

    /** What the page is told to listen to. */
    private long asked() throws InterruptedException {
        ObjectNode now = shown.take();
        while (now.path("listen").isNull()) {
            now = shown.take();
        }
        return now.path("listen").asLong();
    }

    @Test
    void aPhoneHearsTheProbeThatBeganAfterItsEarWasOpen() throws Exception {
        assertTrue(phone.offers("patio"));
        CompletableFuture<Hearing> heard = listens(phone, 1.5);
        long id = asked();
        assertEquals(List.of(), happened, "nothing is played before it hears");

        assertTrue(phone.hears(id));
        assertEquals(Optional.empty(), phone.take(id, Wav.of(48_000, 96_000), 2));

        assertEquals(96_000, heard.get().samples().length);
        assertEquals(2, heard.get().gaps());
        assertEquals(List.of("probe"), happened);
    }

    @Test
    void itOffersForOneGroupAtATimeAndIsThenFreeAgain() {
        assertFalse(phone.hasOffered("patio"));
        assertTrue(phone.offers("patio"));
        assertFalse(phone.offers("kitchen"), "one at a time");
        assertTrue(phone.hasOffered("patio"));
        assertFalse(phone.hasOffered("kitchen"));

        phone.ends();

        assertFalse(phone.hasOffered("patio"));
        assertTrue(phone.offers("kitchen"));
    }

    @Test
    void aPhoneThatLeavesIsSaidAtOnce() throws Exception {
        phone.offers("patio");
        CompletableFuture<Hearing> heard = listens(phone, 1.5);
        phone.hears(asked());

        phone.ends();

        ExecutionException left = assertThrows(ExecutionException.class, heard::get);
        assertTrue(String.valueOf(left.getMessage()).contains("left the page"), left.getMessage());
        assertFalse(listens(phone, 1).handle((all, fault) -> fault == null).get(), "and is not asked again");
    }

    @Test
    void aPhoneThatDoesNotAnswerIsSaidWithWhatToDo() throws Exception {
        PhoneMicrophone asleep = new PhoneMicrophone(shown::add, Duration.ZERO, LONG);
        asleep.offers("patio");

        ExecutionException silent =
                assertThrows(ExecutionException.class, () -> listens(asleep, 1).get());

        assertTrue(String.valueOf(silent.getMessage()).contains("keep the page open"), silent.getMessage());
    }

    @Test
    void whatNobodyWaitsForIsRefused() throws Exception {
        assertFalse(phone.hears(1));
        assertTrue(phone.take(1, Wav.of(48_000, 10), 0).isPresent());

        phone.offers("patio");
        CompletableFuture<Hearing> heard = listens(phone, 1);
        long id = asked();
        assertFalse(phone.hears(id + 1));
        assertTrue(phone.hears(id));
        assertEquals(Optional.of("this is no WAV recording"), phone.take(id, new byte[9], 0));
        assertEquals(Optional.empty(), phone.take(id, Wav.of(48_000, 10), 0), "and may be sent again");

        assertEquals(10, heard.get().samples().length);
    }
}
