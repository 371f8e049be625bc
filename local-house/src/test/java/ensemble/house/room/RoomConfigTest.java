package ensemble.house.room;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

final class RoomConfigTest {
    @Test
    void theDemoHasTheFourThatTheHouseIsKnownBy() {
        assertEquals(
                List.of("Kitchen Shelf", "Patio Left", "Patio Right", "Deck"),
                RoomConfig.demo(4, 1).speakers().stream()
                        .map(VirtualSpeaker::name)
                        .toList());
        assertEquals("spk.patio-left", RoomConfig.demo(4, 1).speakers().get(1).node());
    }

    @Test
    void upToSixteenAreAllDifferentAndNoneIsAmplified() {
        List<VirtualSpeaker> all = RoomConfig.demo(16, 1).speakers();

        assertEquals(16, all.stream().map(VirtualSpeaker::latencyMs).distinct().count());
        assertTrue(all.stream().allMatch(speaker -> speaker.gainDb() <= 0));
        assertEquals(all.subList(0, 5), RoomConfig.demo(5, 1).speakers());
        for (int count : new int[] {-1, 17}) {
            assertThrows(IllegalArgumentException.class, () -> RoomConfig.demo(count, 1));
        }
    }

    @Test
    void twoSpeakersCannotBeCalledAlike() {
        VirtualSpeaker one = new VirtualSpeaker("a", "A", "spk.a", 1, 0, 0);
        VirtualSpeaker sameId = new VirtualSpeaker("a", "B", "spk.b", 1, 0, 0);
        VirtualSpeaker sameNode = new VirtualSpeaker("c", "C", "spk.a", 1, 0, 0);

        assertThrows(IllegalArgumentException.class, () -> new RoomConfig(List.of(one, sameId), 1));
        assertThrows(IllegalArgumentException.class, () -> new RoomConfig(List.of(one, sameNode), 1));
    }

    @Test
    void aRoomWithoutSpeakersHasNothingToRecord() throws RoomException {
        try (Room room = Room.open(new RoomConfig(List.of(), 1), new ManualWire())) {
            RecordingRequest request =
                    RecordingRequest.of(1, RecordingRequest.At.SPEAKER, java.nio.file.Path.of("/nowhere/out.wav"));
            String told = assertThrows(RoomException.class, () -> room.record(request))
                    .getMessage();
            assertEquals("there is no speaker in the room to record", told);
            told = assertThrows(RoomException.class, () -> room.set("deck", SpeakerChange.ppm(1)))
                    .getMessage();
            assertEquals("there is no speaker 'deck' in the room; it has none", told);
        }
    }
}
