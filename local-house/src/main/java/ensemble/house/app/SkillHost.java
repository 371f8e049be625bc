package ensemble.house.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import ensemble.house.CloudHouse;
import ensemble.house.alexa.Skill;
import ensemble.house.http.HttpFault;
import ensemble.house.http.Request;
import ensemble.house.http.Response;
import ensemble.house.identity.Identity;
import ensemble.skill.BadEnvelopeException;
import ensemble.skill.SkillEntryPoint;
import ensemble.skill.SkillWiring;
import ensemble.skill.command.Fulfilment;
import ensemble.skill.events.http.HttpEventGateway;
import ensemble.skill.events.http.LwaGrantDesk;
import ensemble.skill.household.HouseholdStore;
import ensemble.skill.household.dynamo.DynamoClaims;
import ensemble.skill.household.dynamo.DynamoHouseholdStore;
import ensemble.skill.identity.nimbus.JwtVerifier;
import ensemble.skill.report.FollowUp;
import ensemble.skill.report.ReportEntryPoint;
import ensemble.skill.report.ReportWiring;
import ensemble.skill.shadow.ShadowDesk;
import ensemble.skill.shadow.iot.IotShadowDesk;
import ensemble.skill.time.LookTimes;
import ensemble.skill.time.Patience;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.iotdataplane.IotDataPlaneClient;

/** Both Lambdas, with the very handlers that run at Amazon, on the services of this house. */
final class SkillHost implements Skill, AutoCloseable {
    static final String SKILL_ID = "amzn1.ask.skill.local-house";
    private static final String TABLE = "ensemble";
    private static final int DELIVERIES = 3;
    private static final Set<String> ALEXAS_OWN = Set.of("Alexa.Discovery", "Alexa.Authorization");
    private static final System.Logger LOG = System.getLogger("ensemble.house.app");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final StaticCredentialsProvider NOBODY =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));

    private final CloudHouse cloud;
    private final DynamoDbClient table;
    private final IotDataPlaneClient iot;
    private final HouseholdStore households;
    private final ShadowDesk shadows;
    private final SkillEntryPoint skill;
    private final ReportEntryPoint reports;

    /** @param here the address of the house's HTTP port, which must be open already */
    SkillHost(CloudHouse cloud, URI here) throws IOException {
        this.cloud = cloud;
        table = DynamoDbClient.builder()
                .endpointOverride(cloud.dynamoEndpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(NOBODY)
                .httpClient(UrlConnectionHttpClient.create())
                .build();
        iot = IotDataPlaneClient.builder()
                .endpointOverride(here)
                .region(Region.US_EAST_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .httpClient(UrlConnectionHttpClient.create())
                .build();
        DynamoHouseholdStore store = new DynamoHouseholdStore(table, TABLE);
        households = store;
        DynamoClaims claims = new DynamoClaims(table, TABLE);
        shadows = new IotShadowDesk(iot);
        InstantSource clock = InstantSource.system();
        LwaGrantDesk grants = new LwaGrantDesk(here.resolve("/auth/o2/token"), "local-house", "local-house", clock);
        skill = new SkillEntryPoint(new SkillWiring(
                Set.of(SKILL_ID),
                new JwtVerifier(
                        cloud.identity().issuer(), here.resolve("/jwks.json").toURL(), Identity.CLIENT_ID, clock),
                households,
                claims,
                shadows,
                grants,
                Patience.real(),
                LookTimes.USUAL,
                clock,
                () -> UUID.randomUUID().toString()));
        reports = new ReportEntryPoint(new ReportWiring(
                households,
                store,
                claims,
                shadows,
                grants,
                new HttpEventGateway(here.resolve("/v3/events")),
                clock,
                () -> UUID.randomUUID().toString()));
        cloud.rules().onShadowDocuments(this::report);
        cloud.rules().onPresence(this::report);
    }

    HouseholdStore households() {
        return households;
    }

    ShadowDesk shadows() {
        return shadows;
    }

    /** What makes a command true; the skill's own, for commands that come from elsewhere than Alexa. */
    Fulfilment fulfilment() {
        return new Fulfilment(households, shadows, Patience.real(), LookTimes.USUAL);
    }

    /** {@code POST /alexa}. */
    Response alexa(Request request) throws HttpFault, IOException {
        return new Response(200, Map.of("Content-Type", "application/json"), invoke(request.body()));
    }

    @Override
    public JsonNode invoke(JsonNode envelope) throws IOException {
        try {
            return JSON.readTree(invoke(JSON.writeValueAsBytes(envelope)));
        } catch (HttpFault ours) {
            throw new IllegalStateException("an envelope of our own is not one", ours);
        }
    }

    private byte[] invoke(byte[] body) throws HttpFault, IOException {
        long start = System.nanoTime();
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            skill.handleRequest(new ByteArrayInputStream(body), answer, null);
        } catch (BadEnvelopeException notForUs) {
            throw new HttpFault(400, String.valueOf(notForUs.getMessage()));
        }
        if (isCommand(body)) {
            cloud.meter().command();
        }
        cloud.meter().lambda((System.nanoTime() - start) / 1_000_000);
        return answer.toByteArray();
    }

    /** What somebody said or tapped; discovery, grants and state questions are Alexa's own doing. */
    private static boolean isCommand(byte[] body) throws IOException {
        JsonNode header = JSON.readTree(body).path("directive").path("header");
        return header.isMissingNode()
                || !(ALEXAS_OWN.contains(header.path("namespace").asText())
                        || header.path("name").asText().equals("ReportState"));
    }

    /** An asynchronous invocation, delivered up to three times, as Lambda does when the function fails. */
    private void report(JsonNode event) {
        long start = System.nanoTime();
        for (int delivery = 1; delivery <= DELIVERIES; delivery++) {
            try {
                reports.take(event).ifPresent(this::followLater);
                break;
            } catch (IOException failed) {
                LOG.log(System.Logger.Level.WARNING, "the status Lambda failed at delivery " + delivery, failed);
            }
        }
        cloud.meter().lambda((System.nanoTime() - start) / 1_000_000);
    }

    /** At Amazon the function itself waits; here the hub's next event must not. Waiting is billed all the same. */
    private void followLater(FollowUp followUp) {
        Thread.ofVirtual().name("follow-up").start(() -> {
            try {
                Thread.sleep(followUp.after());
                reports.follow(followUp);
                cloud.meter().lambda(followUp.after().toMillis());
            } catch (IOException failed) {
                LOG.log(System.Logger.Level.WARNING, "the status Lambda failed at a second look", failed);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Override
    public void close() {
        table.close();
        iot.close();
    }
}
