package ensemble.house.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.contract.id.HubId;
import ensemble.contract.shadow.ShadowFormatException;
import ensemble.house.CloudConfig;
import ensemble.house.CloudHouse;
import ensemble.house.alexa.SimulatedAlexa;
import ensemble.house.http.HttpPort;
import ensemble.house.http.Router;
import ensemble.house.hub.HubProcess;
import ensemble.house.hub.HubSettings;
import ensemble.house.room.Room;
import ensemble.house.room.RoomApi;
import ensemble.house.room.RoomConfig;
import ensemble.skill.household.HouseSeed;
import ensemble.skill.household.HouseholdStore;
import ensemble.skill.household.StoreException;
import ensemble.skill.household.UserId;
import ensemble.skill.shadow.ShadowException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The whole product on one machine: Amazon's services as stand-ins, both Lambdas, the gateway as a process of its own, and a
 * virtual room on a real audio server. Started by one thread; closing it ends everything that it started, last first.
 */
public final class House implements AutoCloseable {
    private static final int MOST_BODY_BYTES = 256 << 10;
    private static final long SEED = 20_261_120;
    private static final Duration READY_WITHIN = Duration.ofSeconds(60);

    private final RunSettings settings;
    private final GatewayRuntime runtime;
    private final Consumer<String> tell;
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();

    private House(RunSettings settings, GatewayRuntime runtime, Consumer<String> tell) {
        this.settings = settings;
        this.runtime = runtime;
        this.tell = tell;
    }

    /**
     * Starts it and returns when a command would succeed and the Echo plays its tune.
     *
     * @param tell hears of each long step, and of what had to be given up
     * @throws HouseException saying why it cannot run; everything started is ended again
     */
    public static House start(RunSettings settings, GatewayRuntime runtime, Consumer<String> tell)
            throws HouseException, InterruptedException {
        House house = new House(settings, runtime, tell);
        boolean ready = false;
        try {
            house.open();
            ready = true;
            return house;
        } catch (IOException failed) {
            throw HouseException.cannot(String.valueOf(failed.getMessage()));
        } catch (StoreException | ShadowException | ShadowFormatException failed) {
            throw HouseException.cannot("the first house cannot be made: " + failed.getMessage());
        } finally {
            if (!ready) {
                house.close();
            }
        }
    }

    /** Where it answers. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + settings.port());
    }

    private void open()
            throws IOException, HouseException, InterruptedException, StoreException, ShadowException,
                    ShadowFormatException {
        opened.push(DataFolder.hold(settings.data()));
        requireFree(settings.pagePort());
        if (settings.securePort().isPresent()) {
            requireFree(settings.securePort().getAsInt());
        }
        requireFree(settings.mqttPort());
        Router router = new Router();
        router.opening("the house is still starting: wait until it says READY");
        opened.push(port(router));

        tell.accept("starting the cloud's stand-ins");
        CloudHouse cloud = CloudHouse.start(CloudConfig.local(
                        settings.data(), settings.mqttPort(), address().toString())
                .withLatency(settings.cloudLatency()));
        opened.push(cloud);
        cloud.mount(router);
        SkillHost skill = new SkillHost(cloud, address());
        opened.push(skill);
        HubWatch watch = new HubWatch(cloud, CloudConfig.DEFAULT_HUB);

        Stage stage = stage();
        opened.push(stage);
        UserId owner = new UserId(DemoHouse.USER);
        boolean unclaimed = settings.unclaimed()
                && skill.households().load(owner, HouseholdStore.Reading.SURE).isEmpty();
        boolean first = unclaimed
                || new HouseSeed(skill.households(), skill.shadows())
                        .plant(owner, new HubId(CloudConfig.DEFAULT_HUB), DemoHouse.of(stage.speakers()));
        HubProcess hub = new HubProcess(new HubSettings(
                runtime.java(),
                runtime.options(),
                runtime.classpath(),
                runtime.library(),
                GatewayFile.write(
                        settings,
                        CloudConfig.DEFAULT_HUB,
                        stage.speakers(),
                        stage.cable(),
                        stage.room().isPresent()),
                settings.data().resolve("gateway/gateway.log"),
                stage.environment()));
        opened.push(hub);
        hub.start();

        SimulatedAlexa alexa = new SimulatedAlexa(new SimulatedAlexa.Parts(
                skill,
                watch,
                stage.room().map(RoomEcho::new),
                () -> cloud.identity().issue(DemoHouse.USER, 3600),
                Models.all(),
                Optional.of(settings.data().resolve("alexa/routines.json")),
                InstantSource.system()));
        new Routes(
                        skill,
                        alexa,
                        watch,
                        hub,
                        stage.room().map(RoomApi::new),
                        new LineUp(skill.households(), skill.fulfilment(), settings.pagePort()),
                        new BoxHold(settings.pagePort()))
                .mount(router);
        router.complete();
        if (first) {
            acceptGrant(skill, cloud);
        }
        tell.accept("waiting for the box");
        awaitReady(hub, unclaimed ? watch::showsCode : () -> watch.hasSettled() && isKnown(skill.households(), owner));
        stage.room().ifPresent(Room::playTune);
    }

    private Stage stage() throws HouseException, InterruptedException {
        if (settings.sound() == RunSettings.Sound.REAL) {
            tell.accept("looking for this machine's own speakers");
            return RealSpeakers.stage();
        }
        tell.accept("opening the virtual room");
        RoomConfig room = RoomConfig.demo(settings.empty() ? 0 : settings.speakers(), SEED);
        return Stage.set(room, settings.sound() == RunSettings.Sound.PRIVATE_SERVER, tell);
    }

    private HttpPort port(Router router) throws HouseException {
        try {
            return HttpPort.open(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port()), router, MOST_BODY_BYTES);
        } catch (IOException busy) {
            throw HouseException.wrongUse(String.valueOf(busy.getMessage()));
        }
    }

    private static void requireFree(int port) throws HouseException {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException busy) {
            throw HouseException.wrongUse("the port " + port + " is busy; a house uses --port and the two after it");
        }
    }

    /** What Alexa does when a person enables the skill. */
    private static void acceptGrant(SkillHost skill, CloudHouse cloud) throws IOException {
        ObjectNode envelope = JsonNodeFactory.instance.objectNode();
        ObjectNode directive = envelope.putObject("directive");
        directive
                .putObject("header")
                .put("namespace", "Alexa.Authorization")
                .put("name", "AcceptGrant")
                .put("payloadVersion", "3")
                .put("messageId", UUID.randomUUID().toString());
        ObjectNode payload = directive.putObject("payload");
        payload.putObject("grant")
                .put("type", "OAuth2.AuthorizationCode")
                .put("code", cloud.eventGateway().grantCode(DemoHouse.USER));
        payload.putObject("grantee")
                .put("type", "BearerToken")
                .put("token", cloud.identity().issue(DemoHouse.USER, 3600));
        JsonNode name = skill.invoke(envelope).path("event").path("header").path("name");
        if (!name.asText().equals("AcceptGrant.Response")) {
            throw new IOException("the skill refused Alexa's grant: " + name);
        }
    }

    @FunctionalInterface
    private interface Condition {
        boolean holds() throws StoreException, ShadowFormatException;
    }

    private static boolean isKnown(HouseholdStore households, UserId owner) throws StoreException {
        return households
                .load(owner, HouseholdStore.Reading.SURE)
                .filter(known ->
                        known.presence().isOnline() && known.reports().routing().isPresent())
                .isPresent();
    }

    private static void awaitReady(HubProcess hub, Condition ready)
            throws HouseException, InterruptedException, StoreException, ShadowFormatException {
        long deadline = System.nanoTime() + READY_WITHIN.toNanos();
        while (!ready.holds()) {
            if (hub.pid().isEmpty()) {
                throw HouseException.cannot(
                        "the gateway ended; its log says why: gateway/gateway.log in the data folder");
            }
            if (System.nanoTime() > deadline) {
                throw HouseException.cannot("the gateway did not get ready in " + READY_WITHIN.toSeconds()
                        + " s; its log is gateway/gateway.log in the data folder");
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    /** Ends everything that it started. */
    @Override
    public void close() {
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception stubborn) {
                System.getLogger("ensemble.house.app")
                        .log(System.Logger.Level.WARNING, "something did not end well", stubborn);
            }
        }
    }
}
