package ensemble.house.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ensemble.contract.id.GroupId;
import ensemble.contract.id.HubId;
import ensemble.contract.id.OutputId;
import ensemble.contract.id.SpeakerId;
import ensemble.contract.state.GroupConfig;
import ensemble.contract.state.HouseConfig;
import ensemble.contract.state.Member;
import ensemble.contract.state.SpeakerConfig;
import ensemble.contract.value.Name;
import ensemble.contract.value.Role;
import ensemble.contract.value.SyncTier;
import ensemble.house.CloudConfig;
import ensemble.house.CloudHouse;
import ensemble.house.app.HouseException;
import ensemble.house.http.HttpPort;
import ensemble.house.http.Router;
import ensemble.house.identity.Identity;
import ensemble.skill.SkillEntryPoint;
import ensemble.skill.SkillWiring;
import ensemble.skill.events.http.LwaGrantDesk;
import ensemble.skill.household.HouseSeed;
import ensemble.skill.household.HouseholdStore;
import ensemble.skill.household.NoClaims;
import ensemble.skill.household.PresenceEvent;
import ensemble.skill.household.StoreException;
import ensemble.skill.household.UserId;
import ensemble.skill.household.dynamo.DynamoHouseholdStore;
import ensemble.skill.identity.nimbus.JwtVerifier;
import ensemble.skill.shadow.ShadowDesk;
import ensemble.skill.shadow.ShadowException;
import ensemble.skill.shadow.iot.IotShadowDesk;
import ensemble.skill.smarthome.Endpoints;
import ensemble.skill.time.LookTimes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.iotdataplane.IotDataPlaneClient;

/**
 * How fast the skill answers a directive: the handler that runs at Amazon, real JSON in and out, every token's RS256 signature
 * checked, one wish written for each. First with table and shadows in memory, then against DynamoDB Local and the shadow service.
 * Waiting for the box is left out: it has answered before the skill looks.
 */
public final class SkillBench {
    private static final String USER = "demo";
    private static final HubId HUB = new HubId(CloudConfig.DEFAULT_HUB);
    private static final GroupId YARD = new GroupId("yard");
    private static final int WARM_UP = 6_000;
    private static final int DIRECTIVES = 10_000;
    private static final int SERVICE_WARM_UP = 300;
    private static final int SERVICE_DIRECTIVES = 1_000;
    private static final double PER_SECOND = 2_000;
    private static final double MOST_MILLIS = 5;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final String WHOLE = "the same, with everything that happened meanwhile on this machine";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final CloudHouse cloud;
    private final URI here;

    private SkillBench(CloudHouse cloud, URI here) {
        this.cloud = cloud;
        this.here = here;
    }

    private static final double FIRST_CALL_MILLIS = 150;
    private static final double OWN_MILLIS = 10;
    private static final int COLD_STARTS = 5;

    /** What a directive took of something that is not the skill's. */
    private interface Spent {
        long nanos();
    }

    /**
     * What directives took, one entry each.
     *
     * @param clock by the clock on the wall
     * @param own less what the store, the shadows and the box took, and less the time in which the thread waited for a core
     */
    private record Took(List<Double> clock, List<Double> own) {}

    /**
     * @param tell hears of each step
     * @throws HouseException if the services could not be set up; the skill's own failures stay here, because the
     *     command line loads without the skill
     */
    public static List<Row> run(Consumer<String> tell) throws IOException, HouseException {
        Path folder = Files.createTempDirectory("ensemble-bench-");
        try {
            return run(folder, tell);
        } catch (StoreException | ShadowException failed) {
            throw HouseException.cannot("the skill's bench could not be set up: " + failed.getMessage());
        } finally {
            HouseBench.sweep(folder);
        }
    }

    private static List<Row> run(Path folder, Consumer<String> tell)
            throws IOException, StoreException, ShadowException {
        Router router = new Router();
        try (HttpPort port = HttpPort.onLoopback(0, router, 100_000)) {
            URI here = URI.create("http://127.0.0.1:" + port.port());
            try (CloudHouse cloud = CloudHouse.start(
                    CloudConfig.local(folder, 0, here.toString()).withTableInMemory())) {
                cloud.mount(router);
                SkillBench bench = new SkillBench(cloud, here);
                tell.accept("the skill alone: " + DIRECTIVES + " directives");
                List<Row> rows = new ArrayList<>(bench.alone());
                tell.accept("on DynamoDB Local and the shadow service: " + SERVICE_DIRECTIVES + " directives");
                rows.addAll(bench.onServices());
                tell.accept("the first call after a restore: " + COLD_STARTS + " new JVMs");
                rows.addAll(bench.restored());
                return rows;
            }
        }
    }

    private List<Row> alone() throws IOException {
        MemoryHouse memory = new MemoryHouse(USER, HUB, config());
        SkillEntryPoint skill = skill(memory, memory);
        ask(skill, WARM_UP, () -> 0);
        long cpuBegan = cpuNanos();
        Took took = ask(skill, DIRECTIVES, () -> 0);
        double cpuSeconds = (cpuNanos() - cpuBegan) / 1e9;
        String how = DIRECTIVES + " directives, JSON and RS256 included";
        Row rate = new Row(
                "skill: directives per second and core",
                "1/s",
                java.util.OptionalDouble.of(PER_SECOND),
                true,
                java.util.OptionalDouble.of(DIRECTIVES / cpuSeconds),
                java.util.OptionalDouble.empty(),
                how + ", by the thread's processor time");
        return List.of(
                rate,
                Row.of(
                        "skill: one directive, p99",
                        "ms",
                        MOST_MILLIS,
                        Percentile.of(took.own(), 99),
                        how + "; garbage collection included, waiting for a core that others held left out"),
                Row.plain("skill: one directive, p99 by the clock", "ms", Percentile.of(took.clock(), 99), WHOLE),
                Row.plain("skill: one directive, p50", "ms", Percentile.of(took.own(), 50), how));
    }

    private List<Row> onServices() throws IOException, StoreException, ShadowException {
        try (DynamoDbClient table = LocalClients.table(cloud.dynamoEndpoint());
                IotDataPlaneClient iot = LocalClients.shadows(here)) {
            DynamoHouseholdStore store = new DynamoHouseholdStore(table, "ensemble");
            AnsweringShadows shadows = new AnsweringShadows(new IotShadowDesk(iot), iot);
            var unused = new HouseSeed(store, shadows).plant(new UserId(USER), HUB, config());
            var unusedToo = store.recordPresence(
                    new UserId(USER),
                    HUB,
                    new PresenceEvent(true, InstantSource.system().instant(), 1, "bench"));
            Stopwatch services = new Stopwatch();
            SkillEntryPoint skill =
                    skill(services.watching(HouseholdStore.class, store), services.watching(ShadowDesk.class, shadows));
            ask(skill, SERVICE_WARM_UP, services::take);
            Took took = ask(skill, SERVICE_DIRECTIVES, services::take);
            String how = SERVICE_DIRECTIVES + " directives; one query, one write, two shadow operations each";
            List<Double> theirs = new ArrayList<>();
            for (int i = 0; i < took.clock().size(); i++) {
                theirs.add(took.clock().get(i) - took.own().get(i));
            }
            return List.of(
                    Row.plain(
                            "skill on local services: one directive, p50", "ms", Percentile.of(took.clock(), 50), how),
                    Row.plain(
                            "skill on local services: one directive, p99", "ms", Percentile.of(took.clock(), 99), how),
                    Row.of(
                            "skill warm: own time, p99",
                            "ms",
                            OWN_MILLIS,
                            Percentile.of(took.own(), 99),
                            "store, shadows, the box and waiting subtracted"),
                    Row.plain(
                            "skill warm: what was subtracted, p99",
                            "ms",
                            Percentile.of(theirs, 99),
                            "DynamoDB Local and the shadow service on this machine"));
        }
    }

    /** The process is new, primed as before a snapshot, and its connections are made anew; no snapshot is really taken. */
    private List<Row> restored() throws IOException {
        String directive = directive(0, cloud.identity().issue(USER, 3_600));
        List<Double> first = new ArrayList<>();
        List<Double> whole = new ArrayList<>();
        List<Double> priming = new ArrayList<>();
        for (int i = 0; i < COLD_STARTS; i++) {
            String[] nanos = ColdStart.run(
                            ColdSkill.class,
                            List.of(
                                    cloud.dynamoEndpoint().toString(),
                                    here.toString(),
                                    cloud.identity().issuer()),
                            directive)
                    .split(" ");
            priming.add(Long.parseLong(nanos[1]) / NANOS_PER_MILLI);
            whole.add(Long.parseLong(nanos[2]) / NANOS_PER_MILLI);
            first.add(Long.parseLong(nanos[3]) / NANOS_PER_MILLI);
        }
        String how = "median of " + COLD_STARTS + " new JVMs, worst " + Math.round(Percentile.of(first, 100))
                + " ms; the clients' work included, waiting for the services and for a core subtracted";
        return List.of(
                Row.of(
                        "skill: first call after the restore hook",
                        "ms",
                        FIRST_CALL_MILLIS,
                        Percentile.of(first, 50),
                        how),
                Row.plain("skill: first call by the clock", "ms", Percentile.of(whole, 50), WHOLE),
                Row.plain(
                        "skill: priming before the snapshot", "ms", Percentile.of(priming, 50), "paid once a version"));
    }

    private Took ask(SkillEntryPoint skill, int count, Spent others) throws IOException {
        String token = cloud.identity().issue(USER, 3_600);
        Took took = new Took(new ArrayList<>(count), new ArrayList<>(count));
        for (int i = 0; i < count; i++) {
            byte[] directive = directive(i, token).getBytes(StandardCharsets.UTF_8);
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            var before = others.nanos();
            long queued = CoreQueue.nanos();
            long began = System.nanoTime();
            skill.handleRequest(new ByteArrayInputStream(directive), answer, null);
            long clock = System.nanoTime() - began;
            long waited = CoreQueue.nanos() - queued;
            took.clock().add(clock / NANOS_PER_MILLI);
            took.own().add(Math.max(0, clock - others.nanos() - waited) / NANOS_PER_MILLI);
            check(JSON.readTree(answer.toByteArray()), before);
        }
        return took;
    }

    private static void check(JsonNode answer, long before) {
        if (before < 0 || !answer.at("/event/header/name").asText().equals("Response")) {
            throw new IllegalStateException("the skill did not do what it was asked: " + answer);
        }
    }

    /** On, forty, off, and so on: each is a new wish. */
    private static String directive(int number, String token) {
        int volume = 20 + number % 61;
        String directive =
                switch (number % 3) {
                    case 0 -> "\"namespace\":\"Alexa.PowerController\",\"name\":\"TurnOn\"";
                    case 1 -> "\"namespace\":\"Alexa.Speaker\",\"name\":\"SetVolume\"";
                    default -> "\"namespace\":\"Alexa.PowerController\",\"name\":\"TurnOff\"";
                };
        return """
                {"directive":{"header":{%s,"payloadVersion":"3","messageId":"%s","correlationToken":"bench"},
                "endpoint":{"scope":{"type":"BearerToken","token":"%s"},"endpointId":"%s","cookie":{}},
                "payload":{"volume":%d}}}""".formatted(directive, UUID.randomUUID(), token, Endpoints.idOf(new UserId(USER), YARD), volume);
    }

    private SkillEntryPoint skill(HouseholdStore store, ShadowDesk shadows) throws IOException {
        InstantSource clock = InstantSource.system();
        return new SkillEntryPoint(new SkillWiring(
                Set.of("amzn1.ask.skill.local-house"),
                new JwtVerifier(
                        cloud.identity().issuer(), here.resolve("/jwks.json").toURL(), Identity.CLIENT_ID, clock),
                store,
                new NoClaims(),
                shadows,
                new LwaGrantDesk(here.resolve("/auth/o2/token"), "local-house", "local-house", clock),
                new NoWaiting(clock),
                new LookTimes(List.of(Duration.ZERO, Duration.ZERO), List.of()),
                clock,
                () -> UUID.randomUUID().toString()));
    }

    private static HouseConfig config() {
        List<SpeakerConfig> speakers = new ArrayList<>();
        TreeMap<SpeakerId, Member> members = new TreeMap<>();
        for (String id : List.of("shelf", "left", "right", "deck")) {
            SpeakerId speaker = new SpeakerId(id);
            speakers.add(new SpeakerConfig(speaker, new Name(id), new OutputId(id)));
            members.put(speaker, Member.plain(Role.STEREO));
        }
        GroupConfig yard = new GroupConfig(YARD, new Name("Yard"), members, SyncTier.TIGHT);
        return new HouseConfig(1, speakers, List.of(yard));
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
