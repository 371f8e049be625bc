package ensemble.catalogue.name;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ensemble.catalogue.data.Catalogue;
import ensemble.catalogue.data.Model;
import ensemble.catalogue.load.Loader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NamesTest {
    private static final Catalogue CATALOGUE = Loader.shipped();
    private static final Names NAMES = new Names(CATALOGUE.models());

    @ParameterizedTest
    @CsvSource({
        // typing
        "JBL Flip 6, jbl-flip-6",
        "flip six, jbl-flip-6",
        "FLIP6, jbl-flip-6",
        "jbl filp 6, jbl-flip-6",
        "JBL Charge5, jbl-charge-5",
        "charge 5, jbl-charge-5",
        "jbl carge 5, jbl-charge-5",
        "soundlink flex, bose-soundlink-flex",
        "Bose Sound Link Flex, bose-soundlink-flex",
        "bose soundlnik flex, bose-soundlink-flex",
        "revolve+ ii, bose-revolve-plus-2",
        "Revolve Plus 2, bose-revolve-plus-2",
        "boom 3, ue-boom-3",
        "UE Boom3, ue-boom-3",
        "ultimate ears megaboom 3, ue-megaboom-3",
        "mega boom three, ue-megaboom-3",
        "motion+, anker-motion-plus",
        "soundcore motion plus, anker-motion-plus",
        "mi portable speaker 3, xiaomi-portable-3",
        "xiaomi mi portable speaker 2, xiaomi-portable-2",
        "Mi Smart Speaker Pro (2023), xiaomi-smart-pro-2023",
        "mi smart speaker pro, xiaomi-smart-pro-2023",
        "redmi bluetooth speaker x, xiaomi-redmi-x",
        "emberton 2, marshall-emberton-2",
        "Stanmore III, marshall-stanmore-3",
        "dg60, avantree-dg60",
        "avantree oasis plus, avantree-oasis-plus",
        "tt ba07, taotronics-tt-ba07",
        "TT-SK024, taotronics-tt-sk024",
        "echo dot 5, amazon-echo-dot-5",
        "echo studio, amazon-echo-studio",
        "my jbl flip 6 speaker, jbl-flip-6",
        // what an English recogniser writes
        "flip sicks, jbl-flip-6",
        "boss soundlink flex, bose-soundlink-flex",
        "boom tree, ue-boom-3",
        // what a German recogniser writes for English names
        "Klipp sechs, jbl-flip-6",
        "Flip sechs, jbl-flip-6",
        "Tscharsch fünf, jbl-charge-5",
        "Scharsch fünf, jbl-charge-5",
        "Saundlink Flex, bose-soundlink-flex",
        "Bum drei, ue-boom-3",
        "Stanmore drei, marshall-stanmore-3",
        "Marschall Emberton zwei, marshall-emberton-2",
        // what a French recogniser writes for English names
        "flippe six, jbl-flip-6",
        "charge cinq, jbl-charge-5",
        "saoundlink flex, bose-soundlink-flex",
        "boum trois, ue-boom-3",
        "l'enceinte Flip 6, jbl-flip-6",
        "écho dot cinq, amazon-echo-dot-5",
        "dg sixty, avantree-dg60",
        "avantree dg sechzig, avantree-dg60",
        "dg soixante, avantree-dg60",
        "echo show fünfzehn, amazon-echo-show-15",
        "écho show quinze, amazon-echo-show-15"
    })
    void itIsPlainWhichOneIsMeant(String asked, String id) {
        Match match = NAMES.find(asked);
        assertEquals(
                id,
                match.model()
                        .map(Model::id)
                        .orElse("? "
                                + match.candidates().stream().map(Model::id).toList()));
        assertTrue(match.confidence() > 0.7 && match.confidence() <= 1, () -> "confidence " + match.confidence());
    }

    @ParameterizedTest
    @CsvSource({
        "flip, jbl-flip-6",
        "flip 5, jbl-flip-6",
        "charge, jbl-charge-5",
        "charge 4, jbl-charge-5",
        "emberton, marshall-emberton-2",
        "emberton 3, marshall-emberton-2",
        "stanmore 2, marshall-stanmore-3",
        "mi portable speaker, xiaomi-portable-3",
        "boom 2, ue-boom-3",
        "soundlink flex 3, bose-soundlink-flex"
    })
    void aWrongOrMissingNumberIsAskedBackNeverGuessed(String asked, String offered) {
        Match match = NAMES.find(asked);
        assertEquals("", match.model().map(Model::id).orElse(""));
        assertTrue(
                match.candidates().stream().anyMatch(model -> model.id().equals(offered)),
                () -> "offered " + match.candidates().stream().map(Model::id).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"toaster", "kitchen sink", "qwertz", "12345", "!!!", "Philips BT100", "LG XBOOM 360"})
    void unknownIsUnknown(String asked) {
        Match match = NAMES.find(asked);
        assertEquals("", match.model().map(Model::id).orElse(""));
    }

    @Test
    void everyModelIsFoundByItsOwnNameWithAndWithoutItsBrand() {
        for (Model model : CATALOGUE.models()) {
            assertEquals(
                    model.id(), NAMES.find(model.shown()).model().map(Model::id).orElse("none for " + model.shown()));
            assertEquals(
                    model.id(), NAMES.find(model.name()).model().map(Model::id).orElse("none for " + model.name()));
        }
    }

    @Test
    void aBrandAloneOffersItsModels() {
        Match match = NAMES.find("JBL");
        assertEquals(5, match.candidates().size());
        assertEquals(5, match.candidates().stream().distinct().count(), "each once, though \"j b l\" is its name too");
    }

    @Test
    void aBrandAndTheWordSpeakerOfferItsModels() {
        assertEquals(
                "Xiaomi",
                NAMES.find("mi speaker").candidates().getFirst().brand().name());
    }
}
