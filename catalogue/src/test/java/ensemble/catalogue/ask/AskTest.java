package ensemble.catalogue.ask;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ensemble.catalogue.data.Catalogue;
import ensemble.catalogue.data.Conflict;
import ensemble.catalogue.data.Fact;
import ensemble.catalogue.data.Measure;
import ensemble.catalogue.data.Model;
import ensemble.catalogue.data.Quantity;
import ensemble.catalogue.load.Loader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AskTest {
    private static final Catalogue CATALOGUE = Loader.shipped();
    private static final Ask ASK = new Ask(CATALOGUE);

    @ParameterizedTest
    @CsvSource({
        "Flip 6, Flip 6, YES, K3",
        "Flip 6, Charge 5, CONFLICT, K21",
        "Flip 6, Flip 7, NO, ''",
        "Flip 6, Charge 6, NO, K6",
        "Charge 6, Charge 6, YES, K6",
        "Charge 6, Flip 7, YES, K19",
        "Charge 5, Xtreme 3, YES, K21",
        "SoundLink Flex, SoundLink Flex, YES, K2",
        "SoundLink Flex, Flip 6, NO, ''",
        "SoundLink Flex, Revolve+ II, NO, ''",
        "Motion+, Motion+, CONFLICT, K1",
        "Boom 3, Boom 3, YES, K7",
        "Boom 3, Megaboom 3, NO, ''",
        "Emberton II, Emberton II, YES, K8",
        "Emberton II, Middleton, YES, K8",
        "TT-SK024, TT-SK024, NO, ''",
        "Truengine, Truengine, NO, K12",
        "Life Q30, Life Q30, NO, K12",
        "Mi Portable Speaker 3, Mi Portable Speaker 3, YES, K18",
        "Mi Smart Speaker Pro, Mi Smart Speaker Pro, YES, K18",
        "Redmi Bluetooth Speaker X, Redmi Bluetooth Speaker X, NO, ''",
        "Mi Portable Speaker 2, Mi Portable Speaker 2, NO, ''",
        "Mi Portable Speaker 3, Redmi Speaker X, NO, K17",
        "Mi Portable Speaker 3, Mi Portable Speaker 2, NO, ''",
        "Era 100, Era 100, YES, K11",
        "Era 100, HomePod, YES, K25",
        "HEOS, MusicCast, YES, K11",
        "Echo Dot 5, Echo Studio, YES, K11",
        "Echo Dot 5, Flip 6, YES, K4",
        "Echo Dot 5, Phantom II, NO, ''",
        "DG60, Flip 6, YES, K9",
        "DG60, Echo Studio, YES, K9",
        "Pixel 8, DG60, YES, K9",
        "DG60, Oasis Plus, NO, ''",
        "Raspberry Pi 4, Boom 3, YES, ''",
        "R-51PM, R-51PM, UNKNOWN, ''",
        "Flip 6, toaster, UNKNOWN, ''",
        "Flip, Flip 6, UNKNOWN, ''"
    })
    void whoLinksWithWhom(String one, String other, CanLink expected, String conflict) {
        Answer answer = ASK.about(one, other);
        assertEquals(expected, answer.canLink());
        List<String> conflicts = answer.conflicts().stream().map(Conflict::id).toList();
        assertTrue(conflict.isEmpty() || conflicts.contains(conflict), () -> "conflicts " + conflicts);
        assertEquals(
                expected == CanLink.YES || expected == CanLink.CONFLICT,
                !answer.ways().isEmpty());
    }

    @Test
    void bothOrdersOfAskingGetTheSameAnswer() {
        for (Model one : CATALOGUE.models()) {
            for (Model other : CATALOGUE.models()) {
                Answer there = ASK.about(one, other);
                Answer back = ASK.about(other, one);
                assertEquals(there.canLink(), back.canLink(), () -> one.id() + " " + other.id());
                assertEquals(there.ways(), back.ways());
                assertEquals(there.conflicts(), back.conflicts());
            }
        }
    }

    @Test
    void oneAloneAnswersAsTwoOfIt() {
        for (Model model : CATALOGUE.models()) {
            if (model.kind().isSpeaker()) {
                assertEquals(
                        ASK.about(model, model).canLink(),
                        ASK.about(model.shown()).canLink(),
                        model.id());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Mi Portable Speaker 3, 11.3, between speakers, SPK-MIP3-V2.18.10, Mi Home 6.22.1",
        "Mi Smart Speaker Pro (2023), 9.8, between speakers, SPK-MISP-V3.04.07, Mi Home 6.23.0",
        "Boom 3, 141, end to end,,",
        "Revolve+ II, 128, end to end,,"
    })
    void theFirstWayTellsFirmwareAppAndTime(String model, double offset, String measures, String firmware, String app) {
        Way way = ASK.about(model).ways().getFirst();
        Fact expected = way.expected();
        assertNotNull(expected);
        Quantity quantity = expected.quantity();
        assertNotNull(quantity);
        Measure measure = quantity.measure();
        assertNotNull(measure);
        assertEquals(offset, quantity.worst());
        assertEquals(measures, measure.words());
        assertEquals(firmware, way.firmwareMin());
        assertEquals(app, way.appMin());
        assertTrue(way.source().length() > 5);
    }

    @ParameterizedTest
    @CsvSource({
        "DG60, Flip 6, SBC", "TT-BA07, SoundLink Flex, SBC", "DG60, Stanmore III, aptX Adaptive",
        "TT-BA07, Stanmore III, aptX Adaptive", "Oasis Plus, Stanmore III, SBC", "iPhone, Stanmore III, SBC",
        "Echo Dot 5, Flip 6, SBC", "Pixel 8, Middleton, SBC"
    })
    void theCodecIsWhatBothEndsHave(String source, String speaker, String codec) {
        assertEquals(codec, ASK.about(source, speaker).ways().getFirst().codec());
    }

    @Test
    void everyLinkThatWorksHasStepsAndAnEntryToPickWhereKnown() {
        for (Model model : CATALOGUE.models()) {
            for (Way way : ASK.about(model, model).ways()) {
                assertNotNull(way.procedure(), () -> model.id() + " " + way.mode());
            }
        }
        assertTrue(ASK.about("Mi Portable Speaker 3").ways().stream()
                .anyMatch(way -> "Mi Portable Speaker 3 (L)".equals(way.pick())));
    }

    @Test
    void whereLinkingFailsSomethingElseIsOffered() {
        for (String[] pair :
                new String[][] {{"Flip 6", "Boom 3"}, {"Redmi Speaker X", "Redmi Speaker X"}, {"Flip 6", "Flip 7"}}) {
            assertFalse(ASK.about(pair[0], pair[1]).instead().isEmpty(), pair[0]);
        }
    }

    @Test
    void costsAndWhatBreaksItAreToldForAStereoPair() {
        Way way = ASK.about("SoundLink Flex", "SoundLink Flex").ways().getFirst();
        assertFalse(way.costs().isEmpty());
        assertFalse(way.breaks().isEmpty());
    }

    @Test
    void anUnclearNameIsOfferedNotGuessed() {
        Answer answer = ASK.about("flip");
        assertEquals(CanLink.UNKNOWN, answer.canLink());
        assertTrue(answer.instead().getFirst().contains("JBL Flip 6"), answer.instead()::toString);
        assertTrue(answer.instead().getFirst().contains("JBL Flip 7"), answer.instead()::toString);
    }

    /** Found by asking: an iPhone was told to play to a HomePod by Bluetooth. */
    @ParameterizedTest
    @CsvSource({
        "iPhone, HomePod, airplay-2",
        "iPhone, Era 100, airplay-2",
        "Echo Dot 5, Sonos Move, wifi-multiroom",
        "Echo Studio, MusicCast, wifi-multiroom"
    })
    void whatBothDoOverWifiComesBeforeBluetooth(String source, String speaker, String method) {
        Answer answer = ASK.about(source, speaker);
        assertEquals(CanLink.YES, answer.canLink());
        assertEquals(method, answer.ways().getFirst().method());
    }

    /** Found by asking: an Echo and a Phantom II got a bare no. */
    @Test
    void aSpeakerThatTakesNoBluetoothSaysWhatItTakes() {
        Answer answer = ASK.about("Echo Dot 5", "Phantom II");
        assertEquals(CanLink.NO, answer.canLink());
        assertTrue(answer.instead().getFirst().contains("AirPlay"), answer.instead()::toString);
    }
}
