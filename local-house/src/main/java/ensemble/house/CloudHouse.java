package ensemble.house;

import ensemble.house.broker.Broker;
import ensemble.house.broker.BrokerConfig;
import ensemble.house.broker.CloudSide;
import ensemble.house.broker.MoquetteBroker;
import ensemble.house.broker.Policies;
import ensemble.house.broker.Presence;
import ensemble.house.certs.HouseCerts;
import ensemble.house.dynamo.DynamoHouse;
import ensemble.house.eventgateway.EventGateway;
import ensemble.house.files.SafeFiles;
import ensemble.house.http.Response;
import ensemble.house.http.Router;
import ensemble.house.identity.Identity;
import ensemble.house.meter.Meter;
import ensemble.house.rest.ShadowRest;
import ensemble.house.rules.Rules;
import ensemble.house.shadow.ShadowDesk;
import ensemble.house.shadow.ShadowFile;
import ensemble.house.shadow.ShadowService;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** All of Amazon that the product meets, started together and closed together. */
public final class CloudHouse implements AutoCloseable {
    private static final long NEEDED_BYTES = 2L << 20;

    private final CloudConfig config;
    private final Meter meter = new Meter();
    private final Rules rules = new Rules(meter);
    private final HouseCerts certs;
    private final ShadowService shadows;
    private final CloudSide cloud;
    private final Identity identity;
    private final EventGateway events;
    private final Broker broker;
    private final DynamoHouse dynamo;

    private CloudHouse(CloudConfig config) throws IOException {
        this.config = config;
        SafeFiles.requireWritable(config.data(), NEEDED_BYTES);
        Path folder = Files.createDirectories(config.data().resolve("cloud"));
        try (Opening<DynamoHouse> table = new Opening<>(() -> DynamoHouse.open(
                config.tableInMemory() ? null : folder.resolve("table"), config.cloudLatency(), meter))) {
            this.certs = HouseCerts.prepare(
                    config.data().resolve("certs"), config.hub(), config.clock().instant());
            this.shadows = new ShadowService(config.clock(), new ShadowFile(folder.resolve("shadows.json")));
            this.identity = new Identity(folder.resolve("identity.jwk"), config.issuer(), config.clock());
            this.events = new EventGateway(folder.resolve("lwa.key"), config.clock());
            this.cloud = new CloudSide(shadows, rules, meter, config.clock());
            this.dynamo = table.get();
            try {
                this.broker = MoquetteBroker.open(
                        new BrokerConfig(config.bindAddress(), config.mqttPort(), certs, Policies.ofThisHouse()),
                        cloud,
                        config.clock());
            } catch (IOException | RuntimeException failed) {
                dynamo.close();
                throw failed;
            }
        }
        cloud.serve(broker);
    }

    /**
     * Starts everything; at the first run it makes keys, certificates and the table.
     *
     * @throws IOException with a sentence for the user: a busy port, a full, read-only or damaged data folder
     */
    public static CloudHouse start(CloudConfig config) throws IOException {
        return new CloudHouse(config);
    }

    /** Adds the routes of the shadow data plane, the identity provider, the event gateway and {@code GET /meter}. */
    public void mount(Router router) {
        ShadowRest.mount(router, cloud, config.cloudLatency());
        identity.mount(router);
        events.mount(router);
        router.on("GET", "/meter", request -> Response.json(200, meter.document()));
    }

    /** The shadows themselves, for reading; what is written here is not published. */
    public ShadowService shadows() {
        return shadows;
    }

    /** Where a shadow is asked so that everybody hears of it. */
    public ShadowDesk desk() {
        return cloud.desk();
    }

    /** Who is connected. */
    public Presence presence() {
        return cloud.presence();
    }

    /** The MQTT port's broker. */
    public Broker broker() {
        return broker;
    }

    /** What an AWS SDK takes as DynamoDB's endpoint. */
    public URI dynamoEndpoint() {
        return dynamo.endpoint();
    }

    /** The bill. */
    public Meter meter() {
        return meter;
    }

    /** The identity provider. */
    public Identity identity() {
        return identity;
    }

    /** Alexa's event gateway. */
    public EventGateway eventGateway() {
        return events;
    }

    /** Where rules are registered. */
    public Rules rules() {
        return rules;
    }

    /** The certificates, for clients started by the house. */
    public HouseCerts certs() {
        return certs;
    }

    /** Clients are dropped first, so that their presence is told to the rules; the table goes last. */
    @Override
    public void close() {
        broker.close();
        cloud.close();
        rules.close();
        dynamo.close();
    }
}
