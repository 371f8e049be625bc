package ensemble.catalogue.name;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DistanceTest {
    @ParameterizedTest
    @CsvSource({
        "flip, flip, 0",
        "flip, filp, 1",
        "flip, flap, 1",
        "flip, fli, 1",
        "'', flip, 4",
        "ab, ba, 1",
        "abcd, badc, 2",
        "charge, carge, 1"
    })
    void neighboursSwappedCountOnce(String one, String other, int edits) {
        assertEquals(edits, Distance.edits(one, other));
        assertEquals(edits, Distance.edits(other, one));
    }
}
