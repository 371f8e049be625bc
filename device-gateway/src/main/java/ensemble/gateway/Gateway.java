package ensemble.gateway;

import ensemble.contract.value.LinkCode;
import ensemble.gateway.act.Acts;
import ensemble.gateway.act.Doer;
import ensemble.gateway.audio.AudioGraph;
import ensemble.gateway.audio.Microphone;
import ensemble.gateway.audio.SharedMicrophone;
import ensemble.gateway.audio.SinkSnapshot;
import ensemble.gateway.check.BoxCheck;
import ensemble.gateway.check.Verdict;
import ensemble.gateway.command.CommandInbox;
import ensemble.gateway.config.ConfigException;
import ensemble.gateway.config.ConfigFile;
import ensemble.gateway.config.GatewayConfig;
import ensemble.gateway.link.LinkDesk;
import ensemble.gateway.output.process.RealLauncher;
import ensemble.gateway.output.transmitter.Cards;
import ensemble.gateway.phone.PhoneMicrophone;
import ensemble.gateway.reconcile.Freshness;
import ensemble.gateway.reconcile.Reconciler;
import ensemble.gateway.reconcile.StandingFile;
import ensemble.gateway.report.Wellbeing;
import ensemble.gateway.shadow.DesiredInbox;
import ensemble.gateway.shadow.iot.MqttShadows;
import ensemble.gateway.store.StateFile;
import ensemble.gateway.store.StateLock;
import ensemble.gateway.sync.Calibrator;
import ensemble.gateway.sync.Chimer;
import ensemble.gateway.sync.Ear;
import ensemble.gateway.sync.Holder;
import ensemble.gateway.sync.SyncDesk;
import ensemble.gateway.sync.analysis.ChildAnalysis;
import ensemble.gateway.sync.analysis.ChildSweep;
import ensemble.gateway.sync.analysis.ChildWindows;
import ensemble.gateway.time.Clocks;
import ensemble.gateway.wake.Waker;
import ensemble.gateway.web.Reported;
import ensemble.gateway.web.Route;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The box's process: reads its configuration, builds its rooms, and looks until it is told to stop. SIGTERM is the orderly
 * end.
 */
public final class Gateway implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);

    /** The slow look beneath all wake-ups: what no event told is found within this. */
    private static final Duration LOOK_AT_LEAST = Duration.ofSeconds(1);

    private static final Duration PHONE_BEGINS = Duration.ofSeconds(15);
    private static final Duration PHONE_SENDS = Duration.ofSeconds(20);

    private static final String REPORT = "hardware-report.json";

    private static final String ENDS_WITH = "ensemble.gateway.endsWith";

    private final Waker waker = new Waker();
    private final AudioGraph graph;
    private final MqttShadows shadows;
    private final PageRoom page;
    private final Reconciler reconciler;
    private final Optional<BluetoothRoom> bluetooth;
    private final SyncDesk sync;
    private final OutputRoom outputs;
    private final LinkDesk linking;
    private final ExecutorService network = Executors.newVirtualThreadPerTaskExecutor();
    private final Clocks clocks;
    private final Optional<ClassArchive> archive = ClassArchive.named();
    private final Thread holding;
    private volatile boolean stopping;

    private Gateway(GatewayConfig config, Clocks clocks) throws IOException, GeneralSecurityException {
        this.clocks = clocks;
        DesiredInbox inbox = new DesiredInbox(waker);
        shadows = new MqttShadows(config.hub(), config.mqtt(), inbox, waker, clocks, RandomGenerator.getDefault());
        Reported reported = new Reported(shadows, clocks.wall());
        CommandInbox commands = new CommandInbox(waker);
        page = new PageRoom(config, clocks, reported);
        graph = Graphs.open(config, System.getenv(), waker::wake);
        Optional<Microphone> microphone =
                Graphs.microphone(config, System.getenv(), graph).map(SharedMicrophone::new);
        sync = new SyncDesk(
                config.nodes(),
                new StateFile(config.state().resolve("calibrations")),
                microphone.isPresent(),
                clocks.now());
        sync.reported(config.outputs().entrySet().stream()
                .filter(output -> output.getValue().delay().micros() > 0)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet()));
        PhoneMicrophone phone = new PhoneMicrophone(now -> reported.show("phone", now), PHONE_BEGINS, PHONE_SENDS);
        Calibrator calibrator = new Calibrator(
                sync,
                graph,
                ears(phone, microphone),
                new ChildAnalysis(),
                clocks,
                act -> Thread.ofPlatform().daemon().name("calibration").start(act),
                waker::wake,
                reported::calibration);
        Holder holder = new Holder(
                sync,
                graph,
                microphone,
                new ChildWindows(),
                new ChildSweep(),
                clocks,
                window -> Thread.ofPlatform().daemon().name("window").start(window),
                waker::wake,
                reported::hold,
                new StateFile(config.state().resolve("hold")));
        holding = Thread.ofPlatform().daemon().name("holding").unstarted(holder::run);
        bluetooth = config.bluetooth()
                .map(settings -> BluetoothRoom.open(settings, config, sync::house, graph, clocks, waker::wake));
        outputs = new OutputRoom(
                config.outputs(),
                new OutputMakers(
                        config,
                        new RealLauncher(System.getenv(), config.state().resolve("outputs/log")),
                        new Cards(Path.of("/")),
                        network,
                        waker::wake),
                reported::outputs);
        List<Doer> doers = new ArrayList<>(List.of(calibrator, new Chimer(sync, graph)));
        bluetooth.ifPresent(room -> doers.add(room.acts()));
        reconciler = new Reconciler(
                config.outputs(),
                config.home(),
                new Freshness(config.quietFrom(), config.quietUntil()),
                inbox,
                commands,
                reported,
                graph,
                new Acts(doers),
                sync,
                () -> outputs.wellbeing(bluetooth.map(BluetoothRoom::wellbeing).orElse(Wellbeing.UNKNOWN)),
                new StandingFile(new StateFile(config.state())),
                clocks,
                ZoneId.systemDefault(),
                new Reconciler.Identity(Version.TEXT, ProcessHandle.current().pid(), clocks.now()));
        SecureRandom secret = new SecureRandom();
        linking = new LinkDesk(config.outputs().keySet(), inbox, reported, clocks, () -> LinkCode.drawn(secret));
        BoxCommands desk = new BoxCommands(commands, holder::want, bluetooth);
        List<Route> more = new ArrayList<>(new PhoneRoutes(phone, desk).routes());
        more.addAll(new LinkPage(linking).routes());
        page.open(desk, holder::want, more);
    }

    /** A phone that has offered to listen to a group is asked before the box's own microphone. */
    private static Function<String, Optional<Ear>> ears(PhoneMicrophone phone, Optional<Microphone> own) {
        return group -> phone.hasOffered(group) ? Optional.of(new Ear(phone, false, phone::ends)) : own.map(Ear::own);
    }

    /** Looks until {@link #stop}. */
    private void run() throws InterruptedException {
        look();
        shadows.start();
        holding.start();
        while (!stopping) {
            waker.await(LOOK_AT_LEAST);
            look();
            if (shadows.connected()) {
                archive.ifPresent(
                        kept -> kept.works(graph.snapshot().sinks().stream().noneMatch(SinkSnapshot::sounding)));
            }
        }
    }

    private void look() {
        outputs.look(
                graph.snapshot(),
                reconciler.wanted(),
                bluetooth.map(BluetoothRoom::toldMillis).orElse(Map.of()),
                sync.addedMillis(),
                clocks.nanos());
        bluetooth.map(BluetoothRoom::codecs).ifPresent(sync::codecs);
        reconciler.look();
        bluetooth.ifPresent(room -> room.look(reconciler.wanted()));
        page.look(sync.house(), bluetooth.flatMap(BluetoothRoom::page));
        linking.look();
    }

    private void stop() {
        stopping = true;
        waker.wake();
    }

    @Override
    public void close() {
        holding.interrupt();
        shadows.close();
        page.close();
        bluetooth.ifPresent(BluetoothRoom::close);
        outputs.close();
        network.shutdownNow();
        graph.close();
    }

    /**
     * {@code Gateway CONFIG_FILE} runs; {@code Gateway check} says what is wrong with this box; {@code Gateway check --hardware
     * CONFIG_FILE [REPORT]} plays on its outputs and writes a report. Exits 0 after an orderly end or when nothing is wrong, 1
     * when it cannot run or something is wrong, 2 for wrong use.
     */
    public static void main(String[] arguments) throws InterruptedException {
        if (arguments.length >= 3 && arguments[0].equals("check") && arguments[1].equals("--hardware")) {
            System.exit(checkHardware(Path.of(arguments[2]), Path.of(arguments.length > 3 ? arguments[3] : REPORT)));
        }
        if (arguments.length != 1) {
            System.err.println("usage: gateway CONFIG_FILE | check | check --hardware CONFIG_FILE [REPORT]");
            System.exit(2);
        }
        if (arguments[0].equals("check")) {
            List<Verdict> verdicts = BoxCheck.run();
            BoxCheck.print(verdicts, new PrintWriter(System.out, true, StandardCharsets.UTF_8));
            System.exit(BoxCheck.wrong(verdicts) == 0 ? 0 : 1);
        }
        Thread main = Thread.currentThread();
        try {
            GatewayConfig config = ConfigFile.read(Path.of(arguments[0]));
            if (isAlone(config.state())) {
                run(config, main);
            } else {
                System.err.println("Another gateway runs on " + config.state() + " already; this one ends.");
                System.exit(1);
            }
        } catch (ConfigException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(2);
        } catch (IOException | GeneralSecurityException cannot) {
            System.err.println("The gateway cannot run: " + cannot.getMessage());
            System.exit(1);
        }
    }

    private static int checkHardware(Path file, Path report) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        try {
            GatewayConfig config = ConfigFile.read(file);
            if (!isAlone(config.state())) {
                System.err.println(
                        "The gateway runs on " + config.state() + ": stop it first, it plays on the same outputs.");
                return 1;
            }
            return new HardwareCheck(config, System.getenv(), Clocks.system()).run(report, out) ? 0 : 1;
        } catch (ConfigException wrong) {
            System.err.println(wrong.getMessage());
            return 2;
        } catch (IOException cannot) {
            System.err.println("The check cannot run: " + cannot.getMessage());
            return 1;
        }
    }

    /** Two would play the same program twice. The lock is let go by the end of the process alone. */
    private static boolean isAlone(Path state) {
        try {
            return StateLock.take(state).isPresent();
        } catch (IOException unwritable) {
            LOG.warn("Cannot see whether another gateway runs: {}", unwritable.toString());
            return true;
        }
    }

    private static void run(GatewayConfig config, Thread main)
            throws IOException, GeneralSecurityException, InterruptedException {
        try (Gateway gateway = new Gateway(config, Clocks.system())) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(gateway, main), "orderly-end"));
            Optional.ofNullable(Long.getLong(ENDS_WITH)).ifPresent(house -> endWith(house, gateway));
            LOG.info("Gateway {} runs", Version.TEXT);
            gateway.run();
        }
    }

    /** A house that is killed takes its box with it, also while it is being started; a box on its own has nobody to follow. */
    private static void endWith(long house, Gateway gateway) {
        ProcessHandle.of(house)
                .ifPresentOrElse(
                        alive -> {
                            var unused = alive.onExit().thenRun(gateway::stop);
                        },
                        gateway::stop);
    }

    private static void end(Gateway gateway, Thread main) {
        gateway.stop();
        try {
            main.join(Duration.ofSeconds(4));
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }
}
