package ensemble.gateway.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is let in, by what a request says of itself. */
final class GateTest {
    private static final Gate GATE = new Gate(new HostRule(Set.of("Speakerbox", "box.lan")));
    private static final Handler NOTHING = request -> Answer.json(200, JsonNodeFactory.instance.objectNode());
    private static final Route SHOWS = Route.get("/x", NOTHING);
    private static final Route COMMANDS = Route.post("/x", Access.COMMANDER, NOTHING);
    private static final Route BEGINS = Route.post("/x", Access.ANYBODY, NOTHING);
    private static final Route HEARS = COMMANDS.taking("audio/wav", 1);

    @ParameterizedTest
    @CsvSource({
        "localhost, true",
        "LOCALHOST:8081, true",
        "127.0.0.1:8081, true",
        "[::1]:8081, true",
        "192.168.1.20:8081, true",
        "[fe80::1%25eth0], true",
        "[2001:db8::20]:80, true",
        "speakerbox:8081, true",
        "speakerbox.local, true",
        "box.lan:8081, true",
        "box.lan.local, true",
        "speakerbox.evil.example, false",
        "evil.example, false",
        "localhost.evil.example, false",
        "127.0.0.1.evil.example, false",
        "evil.local, false",
        "'', false",
        "1.2.3.4@evil.example, false",
        "[evil.example], false",
        "localhost:8081:8081, false",
        "speakerbox:, false",
        "other, false"
    })
    void theBoxIsCalledByItsOwnNamesOnly(String host, boolean admitted) {
        Optional<Refusal> refusal = GATE.atTheDoor(knock(host, null, null, null, false, false));
        assertEquals(admitted ? 0 : 421, status(refusal));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // host, origin, site, type, from this machine, session: what is answered
                "localhost, -, -, application/json, true, false, 0",
                "127.0.0.1:8081, http://127.0.0.1:8081, same-origin, application/json, true, false, 0",
                "192.168.1.20, -, -, application/json, false, false, 401",
                "192.168.1.20, http://192.168.1.20, same-origin, application/json, false, true, 0",
                "192.168.1.20, http://192.168.1.20, -, application/json; charset=utf-8, false, true, 0",
                "192.168.1.20, -, -, application/json, true, false, 401",
                "speakerbox.local, -, -, application/json, true, false, 401",
                "localhost, http://evil.example, cross-site, application/json, true, false, 403",
                "localhost, http://evil.example, -, application/json, true, true, 403",
                "localhost, -, cross-site, application/json, true, true, 403",
                "localhost, -, same-site, application/json, true, true, 403",
                "localhost, null, -, application/json, true, true, 403",
                "localhost:8081, http://localhost:8080, same-site, application/json, true, true, 403",
                "localhost, https://localhost, -, application/json, true, true, 403",
                "localhost, -, -, text/plain, true, true, 415",
                "localhost, -, -, application/x-www-form-urlencoded, true, true, 415",
                "localhost, -, -, -, true, true, 415"
            })
    void aCommandNeedsItsOwnPageAndSomebodyWhoMay(
            String host, String origin, String site, String type, boolean local, boolean session, int status) {
        assertEquals(status, status(GATE.at(COMMANDS, knock(host, origin, site, type, local, session))));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"-, 0", "http://evil.example, 0"})
    void lookingNeedsNoLoginAndMayBeLinkedFromAnywhere(String origin, int status) {
        assertEquals(status, status(GATE.at(SHOWS, knock("10.0.0.2", origin, "cross-site", null, false, false))));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"-, 0", "http://10.0.0.2, 0", "http://evil.example, 403"})
    void askingForACodeNeedsNoLoginButThePageItself(String origin, int status) {
        assertEquals(
                status, status(GATE.at(BEGINS, knock("10.0.0.2", origin, null, "application/json", false, false))));
    }

    @ParameterizedTest
    @CsvSource({"audio/wav, 0", "application/json, 415"})
    void aRouteSaysWhatBodyItTakes(String type, int status) {
        assertEquals(status, status(GATE.at(HEARS, knock("localhost", null, null, type, true, false))));
    }

    private static Knock knock(
            String host,
            @Nullable String origin,
            @Nullable String site,
            @Nullable String type,
            boolean local,
            boolean session) {
        return new Knock(
                Optional.ofNullable(host),
                Optional.ofNullable(origin),
                Optional.ofNullable(site),
                Optional.ofNullable(type),
                local,
                session);
    }

    private static int status(Optional<Refusal> refusal) {
        return refusal.map(Refusal::status).orElse(0);
    }
}
