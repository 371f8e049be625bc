package ensemble.contract.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LinkCodeTest {
    @ParameterizedTest
    @CsvSource({"48217733, 4821 7733", "4821 7733, 4821 7733", "4821-7733, 4821 7733", "10001000, 1000 1000"})
    void whatIsACodeIsHeardHoweverItIsSpaced(String said, String shown) {
        assertEquals(Optional.of(shown), LinkCode.heard(said).map(LinkCode::shown));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "4821", "4821773", "482177331", "0821 7733", "4821 0733", "4821 77a3", "٤٨٢١٧٧٣٣"})
    void whatIsNoneIsNotGuessedAt(String said) {
        assertEquals(Optional.empty(), LinkCode.heard(said));
        assertThrows(IllegalArgumentException.class, () -> new LinkCode(said));
    }

    @Test
    void everyDrawIsACodeAndHardlyAnyComesTwice() {
        Random random = new Random(7);
        Set<LinkCode> drawn = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            drawn.add(LinkCode.drawn(random));
        }
        assertTrue(drawn.size() > 9_990, () -> drawn.size() + " different ones");
        assertEquals(81_000_000L, LinkCode.MANY);
    }

    @Test
    void aCodeNeverShowsInALogNorInItsKey() {
        LinkCode code = new LinkCode("48217733");
        assertFalse(code.toString().contains("4821"));
        assertThrows(IllegalArgumentException.class, () -> new LinkCode("4821773"));
        assertFalse(LinkKey.of(code).value().contains("4821"));
    }

    /** Computed with OpenSSL 3.0: openssl kdf -keylen 16 -kdfopt digest:SHA256 -kdfopt iter:20000 ... PBKDF2. */
    @Test
    void theKeyIsTheSameOnBothSidesForever() {
        assertEquals(
                "FCgg0Xh9GszY2ixp2dFkxQ", LinkKey.of(new LinkCode("48217733")).value());
        assertNotEquals(LinkKey.of(new LinkCode("48217733")), LinkKey.of(new LinkCode("48217734")));
    }
}
