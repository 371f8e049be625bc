package ensemble.skill.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ensemble.contract.id.OutputId;
import ensemble.contract.state.HouseConfig;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FirstHouseTest {
    @ParameterizedTest
    @CsvSource({"deck, Deck", "kitchen-shelf, Kitchen Shelf", "a--b, A B", "7-up, 7 Up"})
    void aSpeakerIsCalledLikeItsOutput(String output, String name) {
        HouseConfig house = FirstHouse.of(3, List.of(new OutputId(output)), "All speakers");
        assertEquals(name, house.speakers().getFirst().name().text());
        assertEquals(3, house.n());
        assertEquals(List.of(), house.groups(), "one speaker is no group");
    }

    @Test
    void aBoxThatFeedsMoreThanAHouseHoldsIsLinkedAllTheSame() {
        List<OutputId> many =
                IntStream.range(0, 20).mapToObj(i -> new OutputId("out-" + i)).toList();
        HouseConfig house = FirstHouse.of(1, many, "Tutte le casse");
        assertEquals(16, house.speakers().size());
        assertEquals(16, house.groups().getFirst().members().size());
        assertEquals("Tutte le casse", house.groups().getFirst().name().text());
    }

    @Test
    void aBareBoxIsABareHouse() {
        assertEquals(List.of(), FirstHouse.of(1, List.of(), "All speakers").speakers());
    }

    /** Nobody has made a group yet, so each speaker is a device of its own. */
    @Test
    void eachSpeakerIsADevice() {
        assertTrue(FirstHouse.habits("de-DE").settings().speakersExposed());
        assertEquals("de-DE", FirstHouse.habits("de-DE").settings().locale());
    }
}
