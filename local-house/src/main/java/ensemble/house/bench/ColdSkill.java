package ensemble.house.bench;

import ensemble.house.identity.Identity;
import ensemble.skill.SkillEntryPoint;
import ensemble.skill.SkillWiring;
import ensemble.skill.events.http.LwaGrantDesk;
import ensemble.skill.household.HouseholdStore;
import ensemble.skill.household.NoClaims;
import ensemble.skill.household.dynamo.DynamoHouseholdStore;
import ensemble.skill.identity.nimbus.JwtVerifier;
import ensemble.skill.shadow.ShadowDesk;
import ensemble.skill.shadow.iot.IotShadowDesk;
import ensemble.skill.time.LookTimes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.iotdataplane.IotDataPlaneClient;

/**
 * Run in a JVM of its own: sets the skill up, primes it as before a snapshot, and then, with connections made anew as after a
 * restore, has it answer its first directive. Prints nanoseconds: setting up, priming, the first answer, and that without what the
 * thread waited for the store, the shadows and a core.
 */
public final class ColdSkill {
    private ColdSkill() {}

    /** @param arguments the table's address, the house's, the issuer; the directive comes on standard input */
    public static void main(String[] arguments) throws IOException {
        // A restored snapshot has no living connection.
        System.setProperty("http.keepAlive", "false");
        String directive = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
        Stopwatch services = new Stopwatch();
        IotDataPlaneClient iot = LocalClients.shadows(URI.create(arguments[1]));
        AnsweringShadows box = new AnsweringShadows(services.watching(ShadowDesk.class, new IotShadowDesk(iot)), iot);
        long began = System.nanoTime();
        SkillEntryPoint skill = SkillEntryPoint.withSnapshots(wiring(arguments, box, services));
        long built = System.nanoTime();
        skill.prime();
        long primed = System.nanoTime();
        long unused = services.take() + services.takeIdle() + services.takeQueued() + box.takeBoxNanos();
        long queued = CoreQueue.nanos();
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        long asked = System.nanoTime();
        skill.handleRequest(new ByteArrayInputStream(directive.getBytes(StandardCharsets.UTF_8)), answer, null);
        long took = System.nanoTime() - asked;
        if (unused < 0 || !answer.toString(StandardCharsets.UTF_8).contains("\"Response\"")) {
            throw new IllegalStateException("the first call failed: " + answer);
        }
        long elsewhere = CoreQueue.nanos() - queued - services.takeQueued();
        long own = took - services.takeIdle() - elsewhere - box.takeBoxNanos();
        System.out.println((built - began) + " " + (primed - built) + " " + took + " " + own);
    }

    private static SkillWiring wiring(String[] arguments, ShadowDesk shadows, Stopwatch services) throws IOException {
        InstantSource clock = InstantSource.system();
        URI here = URI.create(arguments[1]);
        DynamoDbClient dynamo = LocalClients.table(URI.create(arguments[0]));
        HouseholdStore store = services.watching(HouseholdStore.class, new DynamoHouseholdStore(dynamo, "ensemble"));
        return new SkillWiring(
                Set.of("amzn1.ask.skill.local-house"),
                new JwtVerifier(arguments[2], here.resolve("/jwks.json").toURL(), Identity.CLIENT_ID, clock),
                store,
                new NoClaims(),
                shadows,
                new LwaGrantDesk(here.resolve("/auth/o2/token"), "local-house", "local-house", clock),
                new NoWaiting(clock),
                new LookTimes(List.of(Duration.ZERO, Duration.ZERO), List.of()),
                clock,
                () -> UUID.randomUUID().toString());
    }
}
