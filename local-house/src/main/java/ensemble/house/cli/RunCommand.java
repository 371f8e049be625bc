package ensemble.house.cli;

import ensemble.house.app.GatewayRuntime;
import ensemble.house.app.House;
import ensemble.house.app.HouseException;
import ensemble.house.app.RunSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "run",
        description = "The whole house on this machine, with virtual speakers on a real audio server.",
        mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--port",
            defaultValue = "8080",
            description = "HTTP; +1 the box's page, +2 MQTT (default: ${DEFAULT-VALUE})")
    private int port;

    @Option(names = "--data", paramLabel = "DIR", description = "the folder it lives in (default: .ensemble/house)")
    private @Nullable Path data;

    @Option(
            names = "--speakers",
            defaultValue = "4",
            paramLabel = "N",
            description = "1 to 16 (default: ${DEFAULT-VALUE})")
    private int speakers;

    @Option(names = "--empty", description = "a house without speakers and groups")
    private boolean empty;

    @Option(
            names = "--unclaimed",
            description = "a box that is nobody's yet: link it by voice, with the code on its page")
    private boolean unclaimed;

    @Option(names = "--no-audio", description = "no audio server: the sound stays inside the programs")
    private boolean noAudio;

    @Option(
            names = "--real",
            description = "this machine's own audio session and its real speakers, instead of virtual ones")
    private boolean real;

    @Option(
            names = "--lan",
            description = "open the box's page to the home's network, by https too on PORT+3, for phones")
    private boolean lan;

    @Option(
            names = "--cloud-latency-ms",
            defaultValue = "30",
            paramLabel = "MS",
            description = "what each call to a cloud service takes longer (default: ${DEFAULT-VALUE})")
    private int cloudLatencyMs;

    @Override
    public Integer call() throws Exception {
        Path root = Path.of(Optional.ofNullable(System.getenv("ENSEMBLE_ROOT")).orElse("."));
        Path folder = data == null ? root.resolve(real ? ".ensemble/real" : ".ensemble/house") : data;
        try {
            RunSettings settings = new RunSettings(
                    port, folder, speakers, empty, unclaimed, sound(), lan, Duration.ofMillis(cloudLatencyMs));
            CountDownLatch asked = new CountDownLatch(1);
            CountDownLatch ended = new CountDownLatch(1);
            AtomicBoolean ready = new AtomicBoolean();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(asked, ended, ready), "end-of-house"));
            tell("DynamoDB Local runs inside: Amazon's software, under its own licence, for use with AWS");
            try (House house = House.start(settings, GatewayRuntime.built(root), this::tell)) {
                ready.set(true);
                spec.commandLine().getOut().println("READY " + house.address());
                spec.commandLine().getOut().flush();
                asked.await();
            } finally {
                ended.countDown();
            }
            return Ensemble.DONE;
        } catch (IllegalArgumentException wrong) {
            throw new Cannot(Ensemble.WRONG_USE, String.valueOf(wrong.getMessage()));
        } catch (HouseException cannot) {
            throw new Cannot(
                    cannot.isWrongUse() ? Ensemble.WRONG_USE : Ensemble.CANNOT, String.valueOf(cannot.getMessage()));
        }
    }

    private RunSettings.Sound sound() {
        if (real && noAudio) {
            throw new IllegalArgumentException("--real and --no-audio exclude each other");
        }
        return real
                ? RunSettings.Sound.REAL
                : noAudio ? RunSettings.Sound.IN_PROCESS : RunSettings.Sound.PRIVATE_SERVER;
    }

    private void tell(String sentence) {
        spec.commandLine().getErr().println("ensemble: " + sentence);
        spec.commandLine().getErr().flush();
    }

    /** Ctrl-C and SIGTERM: the house ends before the process does, and that is an orderly end. */
    private static void end(CountDownLatch asked, CountDownLatch ended, AtomicBoolean ready) {
        asked.countDown();
        try {
            ended.await();
            if (ready.get()) {
                Runtime.getRuntime().halt(Ensemble.DONE);
            }
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }
}
