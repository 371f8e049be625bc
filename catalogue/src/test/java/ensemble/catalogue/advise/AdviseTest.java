package ensemble.catalogue.advise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ensemble.catalogue.ask.Ask;
import ensemble.catalogue.data.Catalogue;
import ensemble.catalogue.json.DataException;
import ensemble.catalogue.load.Loader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AdviseTest {
    private static final Catalogue CATALOGUE = Loader.shipped();
    private static final Advise ADVISE = new Advise(CATALOGUE, new Ask(CATALOGUE));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "two alike, no money | {'speakers': [{'model': 'Flip 6'}, {'model': 'Flip 6'}], 'budget': 0} | tws-pair",
                "two unlike and an Echo | {'echo': ['Echo Dot 5'], 'speakers': [{'model': 'Flip 6'}, {'model': 'Boom 3'}]} | box",
                "the box is there | {'box': true, 'speakers': [{'model': 'Flip 6'}, {'model': 'Boom 3'}]} | box",
                "sockets seen | {'speakers': [{'model': 'A one', 'ports': ['aux-out']}, {'model': 'B two', 'ports': ['aux-in']}], 'budget': 20} | aux-chain",
                "two aux inputs | {'speakers': [{'model': 'Mi Portable Speaker 2'}, {'model': 'Mi Soundbar'}], 'budget': 20} | y-splitter",
                "two Sonos and an Echo | {'echo': ['Echo Dot'], 'speakers': [{'model': 'Era 100'}, {'model': 'Era 100'}], 'use': 'stereo', 'budget': 0} | wifi-stereo",
                "a transmitter is there | {'echo': ['Echo Dot'], 'transmitter': 'DG60', 'speakers': [{'model': 'Flip 6'}, {'model': 'Boom 3'}], 'budget': 0} | transmitter",
                "only Echos | {'echo': ['Echo Dot', 'Echo Studio'], 'wifi': true} | echo-multiroom",
                "a phone that can | {'phone': 'Pixel 8', 'speakers': [{'model': 'Flip 6'}, {'model': 'Boom 3'}], 'budget': 0} | dual-a2dp"
            })
    void theBestMethod(String what, String inventory, String method) throws Exception {
        List<Ranked> ranked = rank(inventory);
        assertEquals(method, ranked.getFirst().method().id(), () -> what + ": " + told(ranked));
        assertEquals(1, ranked.getFirst().rank());
    }

    @Test
    void everyMethodIsThereOnceWithAReason() throws Exception {
        List<Ranked> ranked = rank("{'speakers': [{'model': 'Flip 6'}, {'model': 'Flip 6'}]}");
        assertEquals(
                CATALOGUE.methods().size(),
                ranked.stream().map(one -> one.method().id()).distinct().count());
        for (Ranked one : ranked) {
            assertFalse(one.why().isBlank());
            assertFalse(one.chain().isEmpty(), one.method().id());
            assertFalse(one.steps().isEmpty(), one.method().id());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}",
                "{'speakers': []}",
                "{'speakers': [{'model': 'Flip 6'}]}",
                "{'echo': ['Echo Dot'], 'budget': 0}"
            })
    void withTooLittleNothingIsRecommended(String inventory) throws Exception {
        for (Ranked one : rank(inventory)) {
            assertNull(one.rank(), one.method().id());
        }
    }

    @Test
    void theBudgetHolds() throws Exception {
        for (int budget : new int[] {0, 10, 35, 74, 75, 200}) {
            for (Ranked one : rank("{'echo': ['Echo Dot'], 'speakers': [{'model': 'Flip 6'}, {'model': 'Boom 3'},"
                    + " {'model': 'Charge 5'}], 'budget': " + budget + "}")) {
                Double cost = one.costUsd();
                assertTrue(cost == null || cost <= budget, () -> one.method().id() + " at " + cost);
            }
        }
    }

    @Test
    void oldFirmwareIsToldWithTheVersionItNeeds() throws Exception {
        List<Ranked> ranked = rank("{'speakers': [{'model': 'Mi Portable Speaker 3', 'firmware': 'SPK-MIP3-V2.18.9'},"
                + " {'model': 'Mi Portable Speaker 3', 'firmware': 'SPK-MIP3-V2.18.10'}]}");
        String chain = ranked.stream()
                .filter(one -> one.method().id().equals("tws-pair"))
                .flatMap(one -> one.chain().stream())
                .map(Reason::says)
                .collect(Collectors.joining("\n"));
        assertTrue(chain.contains("has firmware SPK-MIP3-V2.18.9: update it to SPK-MIP3-V2.18.10"), chain);
        assertFalse(chain.contains("has firmware SPK-MIP3-V2.18.10"), chain);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | empty",
                "{ | not JSON",
                "[] | an object is wanted",
                "{'speaker': []} | unknown key \"speaker\"",
                "{'echo': 'Dot'} | \"echo\" must be a list",
                "{'speakers': ['Flip 6']} | an object is wanted",
                "{'speakers': [{'name': 'Flip 6'}]} | \"model\" is missing",
                "{'budget': '50'} | \"budget\" must be a number",
                "{'budget': -1} | at least 0",
                "{'use': 'sleep'} | party, stereo or film",
                "{'wifi': 5} | \"wifi\" must be text",
                "{'speakers': [{'model': 'Flip 6', 'ports': 'aux'}]} | must be a list",
                "{'speakers': [{'model': 'Flip 6', 'colour': 'red'}]} | unknown key \"colour\"",
                "{'speakers': [{'model': '<b>Flip</b>'}]} | markup",
                "{'phone': {}} | \"phone\" must be text"
            })
    void aBadInventoryIsOneClearLine(String inventory, String fault) {
        DataException thrown =
                org.junit.jupiter.api.Assertions.assertThrows(DataException.class, () -> rank(inventory));
        String said = String.valueOf(thrown.getMessage());
        assertTrue(said.contains(fault), said);
        assertEquals(1, said.lines().count());
    }

    private static String told(List<Ranked> ranked) {
        return ranked.stream()
                .map(one -> one.rank() + " " + one.method().id() + ": " + one.why())
                .collect(Collectors.joining("\n"));
    }

    private static List<Ranked> rank(String inventory) throws DataException, IOException {
        byte[] json = inventory.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return ADVISE.rank(InventoryReader.read("inventory.json", new ByteArrayInputStream(json)));
    }
}
