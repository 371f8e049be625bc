package ensemble.house.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import ensemble.house.Until;
import ensemble.house.meter.Meter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RulesTest {
    private final Meter meter = new Meter();

    @Test
    void aThingsEventsComeInOrderAndAFailureStopsNothing() {
        List<Integer> seen = new CopyOnWriteArrayList<>();
        try (Rules rules = new Rules(meter)) {
            rules.onPresence(payload -> {
                seen.add(payload.path("n").asInt());
                if (payload.path("n").asInt() == 5) {
                    throw new IllegalStateException("on purpose: this trace belongs to the test");
                }
            });
            for (int n = 0; n < 200; n++) {
                rules.presence("box", JsonNodeFactory.instance.objectNode().put("n", n));
            }
            Until.so("all were seen", () -> seen.size() == 200);
        }
        assertEquals(IntStream.range(0, 200).boxed().toList(), new ArrayList<>(seen));
        assertEquals(200, meter.document().path("ruleTriggers").asInt());
    }

    @Test
    void oneThingDoesNotWaitForAnother() {
        CountDownLatch other = new CountDownLatch(1);
        List<String> done = new CopyOnWriteArrayList<>();
        try (Lanes lanes = new Lanes(10)) {
            lanes.add("slow", () -> {
                await(other);
                done.add("slow");
            });
            lanes.add("fast", () -> {
                done.add("fast");
                other.countDown();
            });
            Until.so("both are done", () -> done.size() == 2);
        }
        assertEquals(List.of("fast", "slow"), done);
    }

    @Test
    void thereIsAnEndToWaiting() {
        CountDownLatch open = new CountDownLatch(1);
        CountDownLatch running = new CountDownLatch(1);
        try (Lanes lanes = new Lanes(3)) {
            lanes.add("box", () -> {
                running.countDown();
                await(open);
            });
            await(running);
            for (int i = 0; i < 3; i++) {
                assertTrue(lanes.add("box", () -> {}));
            }
            assertFalse(lanes.add("box", () -> {}));
            assertFalse(lanes.add("other", () -> {}));
            open.countDown();
            Until.so("there is room again", () -> lanes.add("box", () -> {}));
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
