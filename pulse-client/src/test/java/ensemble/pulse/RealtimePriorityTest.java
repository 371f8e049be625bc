package ensemble.pulse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class RealtimePriorityTest {
    /** Field 41 of the thread's stat is its policy, 40 its real-time priority: proc(5). */
    private static List<Integer> policyAndPriority() throws Exception {
        String stat = Files.readString(Path.of("/proc/thread-self/stat"));
        String[] afterName = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return List.of(Integer.valueOf(afterName[38]), Integer.valueOf(afterName[37]));
    }

    @Test
    void theKernelAgreesWithWhatIsSaid() throws Exception {
        AtomicReference<RealtimePriority> said = new AtomicReference<>();
        FutureTask<List<Integer>> kernel = new FutureTask<>(() -> {
            said.set(RealtimePriority.request(7));
            return policyAndPriority();
        });
        Thread.ofPlatform().start(kernel);

        List<Integer> seen = kernel.get();
        switch (Objects.requireNonNull(said.get())) {
            case RealtimePriority.Granted granted -> assertEquals(List.of(1, granted.priority()), seen);
            case RealtimePriority.Refused refused -> {
                assertFalse(refused.reason().isBlank());
                assertEquals(List.of(0, 0), seen);
            }
        }
    }
}
