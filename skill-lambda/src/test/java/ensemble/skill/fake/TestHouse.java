package ensemble.skill.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ensemble.contract.state.EchoHealth;
import ensemble.contract.state.EchoLink;
import ensemble.contract.state.HealthReport;
import ensemble.contract.state.RoutingWish;
import ensemble.skill.SkillEntryPoint;
import ensemble.skill.SkillWiring;
import ensemble.skill.command.Fulfilment;
import ensemble.skill.household.Grant;
import ensemble.skill.household.Household;
import ensemble.skill.household.HubPresence;
import ensemble.skill.household.Reports;
import ensemble.skill.household.StoreException;
import ensemble.skill.household.Told;
import ensemble.skill.report.ReportEntryPoint;
import ensemble.skill.report.ReportWiring;
import ensemble.skill.status.SensorWatch;
import ensemble.skill.time.LookTimes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The demo house with the real skill in front and fakes behind. */
public final class TestHouse {
    private static final ObjectMapper JSON = new ObjectMapper();

    public final FakeTime time = new FakeTime();
    public final FakeHouseholdStore store = new FakeHouseholdStore();
    public final FakeClaims claims = new FakeClaims(store);
    public final FakeShadowDesk shadows = new FakeShadowDesk(Houses.HUB);
    public final FakeHub hub = new FakeHub(time, shadows);
    public final FakeAmazon amazon = new FakeAmazon(time);
    public final Fulfilment fulfilment = new Fulfilment(store, shadows, time, LookTimes.USUAL);

    private final AtomicInteger ids = new AtomicInteger();
    private final SkillEntryPoint skill;
    public final ReportEntryPoint reports;

    public TestHouse() {
        shadows.report(hub.reportOf(RoutingWish.NONE));
        Told told = SensorWatch.next(Houses.demo().with(hub.reportOf(RoutingWish.NONE)), time.instant());
        store.put(Houses.demo().with(told));
        skill = new SkillEntryPoint(new SkillWiring(
                Set.of(Requests.SKILL),
                new FakeTokens(),
                store,
                claims,
                shadows,
                amazon,
                time,
                LookTimes.USUAL,
                time,
                this::nextId));
        reports = new ReportEntryPoint(
                new ReportWiring(store, store, claims, shadows, amazon, amazon, time, this::nextId));
    }

    public Household house() {
        return store.house(Houses.DEMO);
    }

    /** The house, its Echo known. */
    public Household houseWithEcho(boolean controllable) {
        Household house = house();
        HealthReport health = new HealthReport(
                "test",
                1,
                FakeTime.START,
                Optional.of("in-process"),
                Optional.empty(),
                OptionalLong.empty(),
                OptionalDouble.empty(),
                new EchoHealth(EchoLink.FINE, controllable),
                new TreeMap<>());
        return house.with(new Reports(house.reports().routing(), house.reports().sync(), Optional.of(health)));
    }

    public void hubIsOffline() {
        store.put(house().with(new HubPresence.Offline(FakeTime.START.minus(Duration.ofMinutes(5)))));
    }

    public void isGranted() {
        try {
            store.putGrant(
                    Houses.DEMO,
                    new Grant("access-0", "refresh-0", time.instant().plus(Duration.ofHours(1))));
            store.writes.clear();
        } catch (StoreException away) {
            throw new AssertionError(away);
        }
    }

    public JsonNode ask(JsonNode envelope) {
        return ask(envelope.toString());
    }

    /** Every answer of the smart home is judged by Alexa's own schema. */
    public JsonNode ask(String body) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            skill.handleRequest(
                    new ByteArrayInputStream(body.getBytes(java.nio.charset.StandardCharsets.UTF_8)), bytes, null);
            JsonNode answer = JSON.readTree(bytes.toByteArray());
            if (answer.has("event")) {
                AlexaSchema.check(answer);
            }
            return answer;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private String nextId() {
        return "id-" + ids.incrementAndGet();
    }
}
