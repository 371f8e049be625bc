package ensemble.house.shadow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class ShadowServiceTest {
    private static final ShadowKey LAMP = new ShadowKey("mySimulatedThing", "simShadow1");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final AtomicLong now = new AtomicLong(1000);

    static java.util.List<Transcript> transcripts() throws IOException {
        return Transcript.all();
    }

    @ParameterizedTest
    @MethodSource("transcripts")
    void answersAsAwsDocuments(Transcript story) throws IOException {
        ShadowService service = service(ShadowStore.forgetful());
        for (Transcript.Step step : story.steps()) {
            now.set(step.at());
            Answer answer = ask(service, step);
            if (step.refused()) {
                Answer.Rejected rejected = assertInstanceOf(Answer.Rejected.class, answer, step::toString);
                assertSame(step.error().deepCopy().put("timestamp", step.at()), rejected.document());
            } else {
                Answer.Accepted accepted = assertInstanceOf(Answer.Accepted.class, answer, answer::toString);
                assertSame(step.response(), accepted.response());
                if (!step.publications().isMissingNode()) {
                    assertPublished(step.publications(), accepted);
                }
            }
        }
    }

    @Test
    void everythingSurvivesARestart(@TempDir Path folder) throws IOException {
        ShadowFile file = new ShadowFile(folder.resolve("shadows.json"));
        ShadowKey classic = new ShadowKey("lamp", null);
        ShadowService before = service(file);
        update(before, LAMP, "{\"state\":{\"desired\":{\"a\":{\"b\":[1,2.5]}}}}");
        update(before, classic, "{\"state\":{\"reported\":{\"on\":true}}}");
        update(before, classic, "{\"state\":{\"reported\":{\"on\":false}}}");
        before.delete(classic, new byte[0]);

        ShadowService after = service(file);
        assertEquals(
                before.get(LAMP, new byte[0]).toString(),
                after.get(LAMP, new byte[0]).toString());
        assertInstanceOf(Answer.Rejected.class, after.get(classic, new byte[0]));
        assertEquals(3, version(update(after, classic, "{\"state\":{\"reported\":{\"on\":true}}}")));
    }

    @Test
    void aDamagedFileIsNamedAndNotOverwritten(@TempDir Path folder) throws IOException {
        Path path = folder.resolve("shadows.json");
        update(service(new ShadowFile(path)), LAMP, "{\"state\":{\"desired\":{\"a\":1}}}");
        String damaged = Files.readString(path).replace("simShadow1", "simShadow2");
        Files.writeString(path, damaged);
        IOException told = assertThrows(IOException.class, () -> service(new ShadowFile(path)));
        assertTrue(told.toString().contains(path.toString()), told::toString);
        assertEquals(damaged, Files.readString(path));
    }

    @Test
    void whatCannotBeSavedHasNotHappened() throws IOException {
        FailingStore store = new FailingStore();
        ShadowService service = service(store);
        update(service, LAMP, "{\"state\":{\"desired\":{\"a\":1}}}");
        store.full = true;
        Answer.Rejected refused =
                assertInstanceOf(Answer.Rejected.class, update(service, LAMP, "{\"state\":{\"desired\":{\"a\":2}}}"));
        assertEquals(500, refused.fault().code());
        assertEquals(
                500,
                assertInstanceOf(Answer.Rejected.class, service.delete(LAMP, new byte[0]))
                        .fault()
                        .code());
        store.full = false;
        ObjectNode state = service.find(LAMP).orElseThrow().state();
        assertEquals(1, state.at("/desired/a").asInt());
        assertEquals(2, version(update(service, LAMP, "{\"state\":{\"desired\":{\"a\":3}}}")));
    }

    @Test
    void listsOnlyTheNamedShadowsThatExist() throws IOException {
        ShadowService service = service(ShadowStore.forgetful());
        for (String name : new String[] {"sync", "config", "gone"}) {
            update(service, new ShadowKey("box", name), "{\"state\":{}}");
        }
        update(service, new ShadowKey("box", null), "{\"state\":{}}");
        update(service, new ShadowKey("other", "config"), "{\"state\":{}}");
        service.delete(new ShadowKey("box", "gone"), new byte[0]);
        assertEquals(
                "[\"config\",\"sync\"]", service.list("box").path("results").toString());
    }

    @ParameterizedTest
    @CsvSource({
        "a b,sync,400",
        "box,a/b,400",
        "box,'',400",
        "'',sync,400",
        "box,sync,200",
        "box,$a:b_c-1,200",
        "box,,200"
    })
    void namesFollowTheRules(String thing, String name, int code) throws IOException {
        Answer answer = update(service(ShadowStore.forgetful()), new ShadowKey(thing, name), "{\"state\":{}}");
        assertEquals(
                code,
                answer instanceof Answer.Rejected rejected ? rejected.fault().code() : 200);
    }

    @Test
    void aFieldThatWasANumberBecomesAnObjectWithCleanMetadata() throws IOException {
        ShadowService service = service(ShadowStore.forgetful());
        update(service, LAMP, "{\"state\":{\"desired\":{\"a\":1,\"timestamp\":{\"b\":1}}}}");
        update(service, LAMP, "{\"state\":{\"desired\":{\"a\":{\"b\":2}}}}");
        ShadowDocument document = service.find(LAMP).orElseThrow();
        assertEquals(
                "{\"b\":{\"timestamp\":1000}}",
                document.metadata().at("/desired/a").toString());
        assertEquals(
                "{\"b\":{\"timestamp\":1000}}",
                document.metadata().at("/desired/timestamp").toString());
    }

    private ShadowService service(ShadowStore store) throws IOException {
        return new ShadowService(() -> Instant.ofEpochSecond(now.get()), store);
    }

    private static Answer ask(ShadowService service, Transcript.Step step) {
        return switch (step.action()) {
            case "get" -> service.get(LAMP, step.body());
            case "update" -> service.update(LAMP, step.body());
            case "delete" -> service.delete(LAMP, step.body());
            default -> throw new IllegalArgumentException(step.action());
        };
    }

    private static Answer update(ShadowService service, ShadowKey key, String body) {
        return service.update(key, body.getBytes(StandardCharsets.UTF_8));
    }

    private static long version(Answer answer) {
        return assertInstanceOf(Answer.Accepted.class, answer)
                .response()
                .path("version")
                .asLong();
    }

    private static void assertPublished(JsonNode expected, Answer.Accepted accepted) throws IOException {
        ObjectNode actual = JsonNodeFactory.instance.objectNode();
        accepted.publications()
                .forEach(publication ->
                        actual.set(publication.topic().substring(LAMP.topic().length() + 1), publication.payload()));
        assertEquals(expected.properties().size(), actual.size(), actual::toString);
        for (Map.Entry<String, JsonNode> each : expected.properties()) {
            assertSame(each.getValue(), actual.path(each.getKey()));
        }
    }

    /** Compared after a round trip through text, so that the kinds of numbers do not matter. */
    private static void assertSame(JsonNode expected, JsonNode actual) throws IOException {
        if (!expected.asText().equals("*")) {
            assertEquals(JSON.readTree(expected.toString()), JSON.readTree(actual.toString()));
        }
    }

    private static final class FailingStore implements ShadowStore {
        private boolean full;

        @Override
        public Map<ShadowKey, ShadowDocument> load() {
            return Map.of();
        }

        @Override
        public void save(Map<ShadowKey, ShadowDocument> shadows) throws IOException {
            if (full) {
                throw new IOException("No space left on device");
            }
        }
    }
}
