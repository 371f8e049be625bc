package ensemble.pulse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PulseUnavailableTest {
    @Test
    void sayWhichLibraryIsMissing() {
        PulseUnavailable missing =
                assertThrows(PulseUnavailable.class, () -> LibPulse.require("libpulse-of-another-world.so.0"));

        assertEquals(
                "The library libpulse-of-another-world.so.0 is not on this machine; the package libpulse0 brings it.",
                missing.getMessage());
    }

    @Test
    @Tag("audio")
    void sayWhichServerDoesNotListen(@TempDir Path empty) {
        PulseServer nobody = PulseServer.socket(empty.resolve("native"));

        PulseUnavailable refused =
                assertThrows(PulseUnavailable.class, () -> PulseConnection.open(nobody, "test", Duration.ofSeconds(5)));

        assertTrue(refused.toString().contains("Connection refused"), refused::toString);
    }
}
