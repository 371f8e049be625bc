package ensemble.gateway.output.snapcast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Clients get onto the streams of their outputs, however a person left them, and a server that is gone is told as such. */
final class SnapControlTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void clientsThatAPersonGroupedArePutWhereTheyBelong() throws Exception {
        try (FakeSnapserver server = new FakeSnapserver()) {
            server.stream("attic", false);
            server.stream("hall", false);
            server.together("attic", "a", "b", "stranger");
            server.together("hall", "c");
            SnapControl control = control(server, Map.of("attic", List.of("a"), "hall", List.of("b-pi", "c")));

            control.look(SECOND);

            Map<String, List<String>> routing = server.routing();
            assertEquals(
                    List.of("a", "stranger"),
                    routing.getOrDefault("attic", List.of()).stream().sorted().toList());
            assertEquals(
                    List.of("b", "c"),
                    routing.getOrDefault("hall", List.of()).stream().sorted().toList());
            SnapStatus status = control.newest(SECOND).orElseThrow();
            assertEquals(
                    List.of("a"),
                    status.groupOf("a").orElseThrow().clients().stream()
                            .map(SnapStatus.Client::id)
                            .toList());

            int changes = server.changes().size();
            control.look(4 * SECOND);
            assertEquals(changes, server.changes().size(), "what is right is left alone");
        }
    }

    @Test
    void aServerThatNoLongerAnswersIsNotBelievedForLong() throws Exception {
        FakeSnapserver server = new FakeSnapserver();
        server.stream("attic", true);
        SnapControl control = control(server, Map.of("attic", List.of("a")));
        control.look(SECOND);
        assertTrue(control.newest(SECOND).isPresent());
        server.close();
        control.look(4 * SECOND);
        assertTrue(control.newest(5 * SECOND).isPresent());
        assertFalse(control.newest(20 * SECOND).isPresent());
    }

    private static SnapControl control(FakeSnapserver server, Map<String, List<String>> outputs) {
        return new SnapControl(server.port(), new TreeMap<>(outputs), Runnable::run, () -> {});
    }
}
