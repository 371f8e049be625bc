package ensemble.skill;

import ensemble.skill.events.GrantDesk;
import ensemble.skill.events.Region;
import ensemble.skill.events.http.HttpEventGateway;
import ensemble.skill.events.http.LwaGrantDesk;
import ensemble.skill.household.dynamo.DynamoClaims;
import ensemble.skill.household.dynamo.DynamoHouseholdStore;
import ensemble.skill.identity.nimbus.JwtVerifier;
import ensemble.skill.report.ReportWiring;
import ensemble.skill.shadow.iot.IotShadowDesk;
import ensemble.skill.time.LookTimes;
import ensemble.skill.time.Patience;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.iotdataplane.IotDataPlaneClient;

/**
 * The Lambdas' settings: {@code ENSEMBLE_TABLE}, {@code ENSEMBLE_SKILL_ID} (several by commas), {@code
 * ENSEMBLE_ISSUER},
 * {@code ENSEMBLE_JWKS_URL}, {@code ENSEMBLE_CLIENT_ID}; for grants {@code ENSEMBLE_LWA_URL}, {@code
 * ENSEMBLE_LWA_CLIENT_ID},
 * {@code ENSEMBLE_LWA_CLIENT_SECRET}, {@code ENSEMBLE_EVENTS_URL}, which else follows from {@code AWS_REGION}. Regions, credentials and endpoints are the AWS
 * SDK's own.
 */
public final class Environment {
    private static final Duration MOST_PER_TRY = Duration.ofMillis(700);
    private static final Duration MOST_PER_CALL = Duration.ofMillis(1_500);
    private static final String LWA = "https://api.amazon.com/auth/o2/token";

    private final Map<String, String> variables;

    public Environment(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
    }

    /** @throws IllegalStateException naming the variable that is missing or wrong */
    public SkillWiring skillWiring() {
        InstantSource clock = InstantSource.system();
        Set<String> skillIds = skillIds();
        JwtVerifier tokens = new JwtVerifier(needed("ENSEMBLE_ISSUER"), jwks(), needed("ENSEMBLE_CLIENT_ID"), clock);
        String table = needed("ENSEMBLE_TABLE");
        DynamoDbClient client = dynamo();
        return new SkillWiring(
                skillIds,
                tokens,
                new DynamoHouseholdStore(client, table),
                new DynamoClaims(client, table),
                shadows(),
                grants(clock),
                Patience.real(),
                LookTimes.USUAL,
                clock,
                () -> UUID.randomUUID().toString());
    }

    /** @throws IllegalStateException naming the variable that is missing or wrong */
    public ReportWiring reportWiring() {
        InstantSource clock = InstantSource.system();
        String table = needed("ENSEMBLE_TABLE");
        DynamoDbClient client = dynamo();
        DynamoHouseholdStore store = new DynamoHouseholdStore(client, table);
        DynamoClaims claims = new DynamoClaims(client, table);
        return new ReportWiring(
                store,
                store,
                claims,
                shadows(),
                grants(clock),
                new HttpEventGateway(events()),
                clock,
                () -> UUID.randomUUID().toString());
    }

    private Set<String> skillIds() {
        return Arrays.stream(needed("ENSEMBLE_SKILL_ID").split(",", -1))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static DynamoDbClient dynamo() {
        return DynamoDbClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(bounded())
                .build();
    }

    private static IotShadowDesk shadows() {
        return new IotShadowDesk(IotDataPlaneClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(bounded())
                .build());
    }

    /** Retries end well inside Alexa's 8 s. */
    private static ClientOverrideConfiguration bounded() {
        return ClientOverrideConfiguration.builder()
                .apiCallAttemptTimeout(MOST_PER_TRY)
                .apiCallTimeout(MOST_PER_CALL)
                .build();
    }

    private URI events() {
        return wished("ENSEMBLE_EVENTS_URL").map(URI::create).orElseGet(() -> Region.of(needed("AWS_REGION"))
                .events());
    }

    private GrantDesk grants(InstantSource clock) {
        return new LwaGrantDesk(
                URI.create(wished("ENSEMBLE_LWA_URL").orElse(LWA)),
                wished("ENSEMBLE_LWA_CLIENT_ID").orElse(""),
                wished("ENSEMBLE_LWA_CLIENT_SECRET").orElse(""),
                clock);
    }

    private java.net.URL jwks() {
        try {
            return URI.create(needed("ENSEMBLE_JWKS_URL")).toURL();
        } catch (IllegalArgumentException | MalformedURLException noUrl) {
            throw new IllegalStateException("ENSEMBLE_JWKS_URL is no URL", noUrl);
        }
    }

    private String needed(String name) {
        return wished(name).orElseThrow(() -> new IllegalStateException(name + " is not set"));
    }

    private Optional<String> wished(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
    }
}
