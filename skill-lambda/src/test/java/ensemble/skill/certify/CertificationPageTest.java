package ensemble.skill.certify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** docs/CERTIFICATION.md is made from the annotations, and says which test holds each item. */
class CertificationPageTest {
    private static final Map<String, String> ITEMS = new LinkedHashMap<>();

    static {
        ITEMS.put("C1", "A launch without intent speaks, asks, and keeps listening");
        ITEMS.put("C2", "Every intent works at once and in a session");
        ITEMS.put("C3", "Help explains with examples and keeps listening");
        ITEMS.put("C4", "Stop and cancel end the session without a reprompt");
        ITEMS.put("C5", "What nobody understands is guided, a bounded number of times");
        ITEMS.put("C6", "A question keeps the session open and has a reprompt; a statement closes it");
        ITEMS.put("C7", "A missing, unknown or ambiguous slot is asked for, never an exception");
        ITEMS.put("C8", "The end of a session is answered without speech or directives");
        ITEMS.put("C9", "The example phrases begin like samples and resolve");
        ITEMS.put("C10", "Speech holds no markup of anybody else's and stays under 8,000 characters");
        ITEMS.put("C11", "No directive for an interface the device lacks");
        ITEMS.put(
                "C12", "Who is not linked gets words and a card where an account is needed; help and stop still work");
        ITEMS.put("C13", "Being asked whether it could has no side effect");
        ITEMS.put("C14", "The models are linted: duplicates, characters, reserved names");
        ITEMS.put("C15", "Every answer comes well within eight seconds");
        ITEMS.put("C16", "The answer is in the locale of the question");
        ITEMS.put("X1", "A foreign application id is turned away");
        ITEMS.put("X2", "The Lambda answers only its own skill and event sources");
        ITEMS.put("X3", "Tokens are never logged and go when the skill does");
        ITEMS.put("X4", "Every message's token is verified; nobody reaches another's endpoint");
        ITEMS.put("S1", "Every advertised directive is routed and issues one command");
        ITEMS.put("S2", "Correlation token and endpoint id are echoed, message ids are fresh");
        ITEMS.put("S3", "Every advertised property is in StateReport and in each Response");
        ITEMS.put("S4", "Unknown endpoint, namespace or value: the right error type");
        ITEMS.put("S5", "Discovery is empty on a bad token, and within Amazon's limits");
        ITEMS.put("S6", "Grants are stored and refreshed; ChangeReports in time and to the right region");
        ITEMS.put("S7", "At least one device is online for reviewers");
    }

    @Test
    void thePageIsUpToDate() throws IOException {
        Path page = root().resolve("docs/CERTIFICATION.md");
        String made = page(holders());
        if (Boolean.getBoolean("ensemble.write")) {
            Files.writeString(page, made);
        }
        assertEquals(
                made,
                Files.readString(page),
                "make it anew: mvn test -Dtest=CertificationPageTest -Densemble.write=true");
    }

    @Test
    void everyItemOfTheCustomSkillIsHeld() {
        Map<String, Set<String>> holders = holders();
        assertEquals(Set.of(), difference(holders.keySet(), ITEMS.keySet()), "no such items");
        for (String item : ITEMS.keySet()) {
            boolean isOfTheVoice = item.startsWith("C") || item.equals("X1");
            assertFalse(isOfTheVoice && !holders.containsKey(item), item + " is held by no test");
        }
    }

    private static Map<String, Set<String>> holders() {
        Map<String, Set<String>> holders = new TreeMap<>();
        for (JavaClass tests : new ClassFileImporter().importPackages("ensemble.skill")) {
            for (JavaMethod method : tests.getMethods()) {
                if (method.isAnnotatedWith(Certifies.class)) {
                    for (String item :
                            method.getAnnotationOfType(Certifies.class).value()) {
                        holders.computeIfAbsent(item, first -> new TreeSet<>())
                                .add(tests.getSimpleName() + "." + method.getName());
                    }
                }
            }
        }
        return holders;
    }

    private static String page(Map<String, Set<String>> holders) {
        StringBuilder page = new StringBuilder("""
                # Certification

                What Amazon's reviewers check, and the test that holds each item. C = custom skill, S = smart home, X = security.
                Made from the `@Certifies` annotations of the tests in `skill-lambda`; a test keeps it up to date.

                | item | what | held by |
                |---|---|---|
                """);
        ITEMS.forEach((item, what) -> page.append("| ")
                .append(item)
                .append(" | ")
                .append(what)
                .append(" | ")
                .append(
                        holders.containsKey(item)
                                ? "`" + String.join("`, `", Objects.requireNonNull(holders.get(item))) + "`"
                                : "not held yet")
                .append(" |\n"));
        return page.toString();
    }

    private static Set<String> difference(Set<String> all, Set<String> known) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(known);
        return rest;
    }

    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        while (here != null && !Files.exists(here.resolve("ensemble"))) {
            here = here.getParent();
        }
        return Objects.requireNonNull(here, "run this from within the repository");
    }
}
