package ensemble.gateway.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A box has one gateway, and a killed one leaves no lock behind. */
final class StateLockTest {
    @TempDir
    private Path state;

    /** Takes the lock, says so, and waits to be killed. */
    static final class Holder {
        public static void main(String[] arguments) throws Exception {
            System.out.println(StateLock.take(Path.of(arguments[0])).isPresent());
            System.in.read();
        }
    }

    @Test
    void aSecondProcessIsRefusedUntilTheFirstIsGoneEvenByForce() throws Exception {
        Process first = holder();
        assertEquals("true", first.inputReader().readLine());
        Process second = holder();
        assertEquals("false", second.inputReader().readLine());
        second.destroyForcibly();

        first.destroyForcibly().waitFor();
        Process third = holder();
        assertEquals("true", third.inputReader().readLine());
        third.destroyForcibly().waitFor();
    }

    private Process holder() throws Exception {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(List.of(
                        java, "-cp", System.getProperty("java.class.path"), Holder.class.getName(), state.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
