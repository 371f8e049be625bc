package ensemble.house.meter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MeterTest {
    private final Meter meter = new Meter();

    @ParameterizedTest
    @CsvSource({"0,1,1", "1,1,1", "1024,1,1", "1025,2,1", "5120,5,1", "5121,6,2", "10241,11,3"})
    void bytesBecomeUnits(int bytes, int shadowUnits, int messageUnits) {
        meter.shadowOperation(bytes);
        meter.message(bytes);
        assertEquals(shadowUnits, meter.document().path("shadowOps").asInt());
        assertEquals(messageUnits, meter.document().path("messages").asInt());
    }

    @Test
    void openConnectionsCountFromTheirFirstMoment() {
        meter.connectionEnded(30_000);
        meter.openConnections(() -> 60_000);
        assertEquals(1.5, meter.document().path("connectMinutes").asDouble());
    }
}
