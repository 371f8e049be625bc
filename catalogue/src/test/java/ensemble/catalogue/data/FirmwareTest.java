package ensemble.catalogue.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ensemble.catalogue.data.Firmware.Order;
import ensemble.catalogue.data.Firmware.Scheme;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FirmwareTest {
    @ParameterizedTest
    @CsvSource({
        "DOTTED, 4.2.1, 4.2.1, SAME",
        "DOTTED, v4.2.1, 4.2.1, SAME",
        "DOTTED, 4.2, 4.2.0, SAME",
        "DOTTED, 4.2.0, 4.2.1, OLDER",
        "DOTTED, 4.10.0, 4.9.9, NEWER",
        "DOTTED, 2.1, 4.2.1, OLDER",
        "DOTTED, 3.10.0, 3.9.12, NEWER",
        "XIAOMI, SPK-MIP3-V2.18.10, SPK-MIP3-V2.18.10, SAME",
        "XIAOMI, SPK-MIP3-V2.18.9, SPK-MIP3-V2.18.10, OLDER",
        "XIAOMI, spk-mip3-v2.19.0, SPK-MIP3-V2.18.10, NEWER",
        "XIAOMI, SPK-MISP-V3.04.07, SPK-MISP-V3.4.7, SAME",
        "XIAOMI, SPK-MISP-V3.04.07, SPK-MIP3-V2.18.10, INCOMPARABLE"
    })
    void versionsCompareAsTheirMakerCounts(Scheme scheme, String one, String other, Order order) {
        Firmware first = Firmware.parse(scheme, one).orElseThrow();
        assertEquals(order, first.compareWith(Firmware.parse(scheme, other).orElseThrow()));
    }

    @ParameterizedTest
    @CsvSource({
        "DOTTED, SPK-MIP3-V2.18.10",
        "XIAOMI, 4.2.1",
        "DOTTED, new",
        "DOTTED, 1..2",
        "XIAOMI, SPK-MIP3",
        "DOTTED, 99999999999"
    })
    void whatIsNoVersionIsNone(Scheme scheme, String text) {
        assertTrue(Firmware.parse(scheme, text).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "Mi Home 6.22.1, Mi Home v6.22.1+, SAME",
        "Mi Home 6.20.0, Mi Home 6.22.1, OLDER",
        "JBL 6.1, Mi Home 6.1, INCOMPARABLE"
    })
    void appsCompareByNameAndVersion(String one, String other, Order order) {
        assertEquals(
                order,
                Firmware.app(one).orElseThrow().compareWith(Firmware.app(other).orElseThrow()));
    }
}
