package ensemble.catalogue.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import ensemble.catalogue.json.DataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shipped data with one fault planted at a time: what the build says to it. */
final class PlantedFaultsTest {
    private static final Path DATA = Path.of("src/main/data");

    @TempDir
    private Path folder;

    @Test
    void unharmedDataHasNone() throws IOException {
        copy();
        assertEquals(List.of(), findings());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "unknown key            | brands/tribit.json | 'kind': 'speaker' | 'kind': 'speaker', 'colour': 'red' | tribit.json:3: unknown key \"colour\"",
                "wrong type             | references.json | 'id': 'A' | 'id': 5 | references.json:2: \"id\" must be text",
                "wrong type in a list   | brands/tribit.json | 'values': ['aux-in', | 'values': [7, | holds text only",
                "missing                | brands/tribit.json | 'name': 'StormBox Micro 2', | | \"name\" is missing",
                "word nobody knows      | brands/tribit.json | 'kind': 'speaker' | 'kind': 'lamp' | \"lamp\"",
                "unit                   | brands/ultimate-ears.json | 'unit': 'ft' | 'unit': 'yard' | no such unit",
                "wrong unit for a time  | brands/ultimate-ears.json | 'typical': 141, 'unit': 'ms' | 'typical': 141, 'unit': 's' | is in ms",
                "time beyond sense      | brands/ultimate-ears.json | 'typical': 141, | 'typical': 14100, | up to 5000",
                "negative               | brands/ultimate-ears.json | 'typical': 141, | 'typical': -141, | out of range",
                "out of order           | methods.json | 'low': 12, 'high': 18 | 'low': 19, 'high': 18 | out of order",
                "more than all          | methods.json | 'typical': 4.2, | 'typical': 5.2, | more than all",
                "time without a measure | brands/ultimate-ears.json | 'measures': 'end to end', | | must say what it measures",
                "fact without content   | brands/apple.json | 'says': 'Earbuds, named for multipoint.', | | says nothing",
                "about nothing known    | brands/apple.json | 'about': 'note' | 'about': 'gossip' | \"gossip\"",
                "source not written out | brands/apple.json | 'from': 'D: FAQ 5' | 'from': 'D' | REFERENCE: PLACE",
                "no such reference      | brands/apple.json | 'from': 'D: FAQ 5' | 'from': 'Z: FAQ 5' | no reference \"Z\"",
                "no such method         | brands/apple.json | 'method': 'airplay-2' | 'method': 'airplay-9' | no method \"airplay-9\"",
                "no such procedure      | brands/apple.json | 'procedure': 'airplay-group' | 'procedure': 'magic' | no procedure \"magic\"",
                "no such conflict       | brands/apple.json | 'conflicts': ['K10', 'K12'] | 'conflicts': ['K10', 'K12', 'K99'] | no conflict \"K99\"",
                "no such symptom        | causes.json | 'symptoms': {'one-silent': 6, | 'symptoms': {'one-silence': 6, | no symptom \"one-silence\"",
                "weight beyond ten      | causes.json | 'symptoms': {'one-silent': 6, | 'symptoms': {'one-silent': 60, | a weight is 1 to 10",
                "no such evidence       | causes.json | 'low-battery', 'polarity' | 'polarity' | no evidence \"low-battery\"",
                "pair of a model not there | brands/jbl.json | 'models': ['jbl-flip-6', 'jbl-flip-7'] | 'models': ['jbl-flip-6', 'jbl-flip-9'] | no model jbl-flip-9",
                "pair with itself       | brands/jbl.json | 'models': ['jbl-flip-6', 'jbl-flip-7'] | 'models': ['jbl-flip-6', 'jbl-flip-6'] | two different ones",
                "model twice            | brands/tribit.json | 'id': 'tribit-stormbox-micro-2' | 'id': 'jbl-flip-6' | twice: jbl-flip-6",
                "name twice             | brands/ultimate-ears.json | 'name': 'Megaboom 3' | 'name': 'Boom 3' | a second Ultimate Ears Boom 3",
                "fact twice             | brands/tribit.json | 'conflicts': ['K5']} | 'conflicts': ['K5']}, {'about': 'port', 'values': ['aux-in', 'aux-out'], 'says': 'Claimed; look before buying a cable.', 'from': 'A: daisy-chain section', 'sure': 'doubted', 'conflicts': ['K5']} | a fact told twice",
                "procedure twice        | brands/bose.json | 'id': 'bose-tws' | 'id': 'xiaomi-tws' | twice: xiaomi-tws",
                "method twice           | methods.json | 'id': 'box' | 'id': 'tws-pair' | twice: tws-pair",
                "conflict twice         | conflicts.json | 'id': 'K2' | 'id': 'K1' | twice: K1",
                "key twice              | brands/tribit.json | 'kind': 'speaker' | 'kind': 'speaker', 'kind': 'speaker' | tribit.json:3: not JSON",
                "step twice             | brands/bose.json | 'id': 'chime' | 'id': 'hold' | two steps",
                "back to nowhere        | brands/bose.json | 'back': 'hold' | 'back': 'later' | names no earlier step",
                "wait beyond sense      | brands/bose.json | 'wait': 10 | 'wait': 6000 | whole seconds, 1 to 600",
                "firmware of no scheme  | brands/bose.json | 'firmwareMin': '3.10.0' | 'firmwareMin': 'three' | no version",
                "another's firmware     | brands/xiaomi.json | 'firmwareMin': 'SPK-MIP3-V2.18.10' | 'firmwareMin': 'SPK-MISP-V2.18.10' | another product's",
                "app without a version  | brands/xiaomi.json | 'appMin': 'Mi Home 6.22.1' | 'appMin': 'Mi Home' | an app's name and its version",
                "works without a family | brands/apple.json | 'family': 'airplay-2', | | needs a family",
                "use nobody has         | methods.json | 'uses': ['party', 'stereo', 'film'] | 'uses': ['party', 'karaoke'] | a use that nobody has",
                "tier there is not      | general.json | 'tier': 'image' | 'tier': 'gold' | no tier \"gold\"",
                "conflict of one side   | conflicts.json | , {'says': '4.2', 'from': 'eurotech: SoundLink Flex'} | | two sides at least",
                "conflict the model does not name | brands/tribit.json | , 'conflicts': ['K5'] | | K5: tribit-stormbox-micro-2 does not name it",
                "conflict that does not name the model | conflicts.json | 'tribit-stormbox-micro-2', | | K5: does not name tribit-stormbox-micro-2",
                "conflict about nobody  | conflicts.json | 'concerns': ['ue-boom-3'] | 'concerns': ['ue-boom-3', 'ue-boom-9'] | K7: ue-boom-9 does not name it",
            })
    void isFoundAndNamed(String fault, String file, String find, String replace, String said) throws IOException {
        copy();
        Path harmed = folder.resolve(file);
        String before = Files.readString(harmed);
        String planted = replace == null ? "" : replace;
        String after = before.replaceFirst(
                java.util.regex.Pattern.quote(find.replace('\'', '"')),
                Matcher.quoteReplacement(planted.replace('\'', '"')));
        assertTrue(!after.equals(before), () -> file + " holds no " + find);
        Files.writeString(harmed, after);
        List<String> findings = findings();
        assertTrue(findings.stream().anyMatch(finding -> finding.contains(said)), findings::toString);
    }

    /** What an editor that knows the schema underlines while somebody types. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "unknown key  | brands/tribit.json | 'kind': 'speaker' | 'kind': 'speaker', 'colour': 'red'",
                "wrong type   | references.json | 'id': 'A' | 'id': 5",
                "unit         | brands/ultimate-ears.json | 'unit': 'ft' | 'unit': 'yard'",
                "missing      | brands/tribit.json | 'name': 'StormBox Micro 2', |",
                "kind         | brands/tribit.json | 'kind': 'speaker' | 'kind': 'lamp'",
                "negative     | brands/bose.json | 'wait': 10 | 'wait': -10",
                "one side     | conflicts.json | , {'says': '4.2', 'from': 'eurotech: SoundLink Flex'} |",
            })
    void theSchemaFindsItToo(String fault, String file, String find, String replace) throws IOException {
        ObjectMapper json = new ObjectMapper();
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(json.readTree(
                        DATA.resolve("schema/catalogue.schema.json").toFile()));
        String text = Files.readString(DATA.resolve(file));
        String planted = replace == null ? "" : replace;
        JsonNode harmed = json.readTree(text.replace(find.replace('\'', '"'), planted.replace('\'', '"')));
        assertEquals(0, schema.validate(json.readTree(text)).size());
        assertTrue(!schema.validate(harmed).isEmpty());
    }

    private List<String> findings() throws IOException {
        try {
            return PackData.findings(PackData.files(folder));
        } catch (DataException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    private void copy() throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(DATA)) {
            all.filter(Files::isRegularFile).forEach(files::add);
        }
        for (Path file : files) {
            Path to = folder.resolve(DATA.relativize(file).toString());
            Files.createDirectories(to.getParent());
            Files.copy(file, to);
        }
    }
}
