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
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
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
    private static final ObjectMapper JSON = new ObjectMapper();

    private final CloudHouse cloud;
    private final URI here;

    private SkillBench(CloudHouse cloud, URI here) {
        this.cloud = cloud;
        this.here = here;
    }

    private interface Spent {
        long nanos();
    }

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
                return rows;
            }
        }
    }

    private List<Row> alone() throws IOException {
        MemoryHouse memory = new MemoryHouse(USER, HUB, config());
        SkillEntryPoint skill = skill(memory, memory);
        ask(skill, WARM_UP, () -> 0);
        long cpuBegan = cpuNanos();
        List<Double> millis = ask(skill, DIRECTIVES, () -> 0);
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
                Row.of("skill: one directive, p99", "ms", MOST_MILLIS, Percentile.of(millis, 99), how),
                Row.plain("skill: one directive, p50", "ms", Percentile.of(millis, 50), how));
    }

    private List<Row> onServices() throws IOException, StoreException, ShadowException {
        StaticCredentialsProvider nobody =
                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));
        try (DynamoDbClient table = DynamoDbClient.builder()
                        .endpointOverride(cloud.dynamoEndpoint())
                        .region(Region.US_EAST_1)
                        .credentialsProvider(nobody)
                        .httpClient(UrlConnectionHttpClient.create())
                        .build();
                IotDataPlaneClient iot = IotDataPlaneClient.builder()
                        .endpointOverride(here)
                        .region(Region.US_EAST_1)
                        .credentialsProvider(AnonymousCredentialsProvider.create())
                        .httpClient(UrlConnectionHttpClient.create())
                        .build()) {
            DynamoHouseholdStore store = new DynamoHouseholdStore(table, "ensemble");
            AnsweringShadows shadows = new AnsweringShadows(new IotShadowDesk(iot), iot);
            var unused = new HouseSeed(store, shadows).plant(new UserId(USER), HUB, config());
            var unusedToo = store.recordPresence(
                    new UserId(USER),
                    HUB,
                    new PresenceEvent(true, InstantSource.system().instant(), 1, "bench"));
            SkillEntryPoint skill = skill(store, shadows);
            ask(skill, SERVICE_WARM_UP, shadows::takeBoxNanos);
            List<Double> millis = ask(skill, SERVICE_DIRECTIVES, shadows::takeBoxNanos);
            String how = SERVICE_DIRECTIVES + " directives; one query, one write, two shadow operations each";
            return List.of(
                    Row.plain("skill on local services: one directive, p50", "ms", Percentile.of(millis, 50), how),
                    Row.plain("skill on local services: one directive, p99", "ms", Percentile.of(millis, 99), how));
        }
    }

    /** @return what each took, less what is not the skill's */
    private List<Double> ask(SkillEntryPoint skill, int count, Spent others) throws IOException {
        String token = cloud.identity().issue(USER, 3_600);
        List<Double> millis = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            byte[] directive = directive(i, token).getBytes(StandardCharsets.UTF_8);
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            var before = others.nanos();
            long began = System.nanoTime();
            skill.handleRequest(new ByteArrayInputStream(directive), answer, null);
            long took = System.nanoTime() - began - others.nanos();
            millis.add(took / NANOS_PER_MILLI);
            check(JSON.readTree(answer.toByteArray()), before);
        }
        return millis;
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
