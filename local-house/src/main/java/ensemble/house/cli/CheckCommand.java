package ensemble.house.cli;

import ensemble.gateway.check.BoxCheck;
import ensemble.gateway.check.Verdict;
import ensemble.house.app.GatewayRuntime;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "check",
        description =
                "Says what is wrong with this machine as a box for real speakers, and how to mend it. Changes nothing;"
                        + " needs no running house. Exit 1: something is wrong.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--hardware",
            paramLabel = "GATEWAY.json",
            description =
                    "Plays a soft tone on each output that this configuration file names, listens where it names a"
                            + " microphone, holds each to the contract of all outputs, and writes a report. The gateway must not run"
                            + " meanwhile.")
    private @Nullable Path hardware;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            defaultValue = "hardware-report.json",
            description = "Where --hardware writes its report (default: ${DEFAULT-VALUE}).")
    private Path report = Path.of("hardware-report.json");

    @Override
    public Integer call() throws Cannot {
        if (hardware != null) {
            return onHardware(hardware);
        }
        List<Verdict> verdicts = BoxCheck.run();
        BoxCheck.print(verdicts, spec.commandLine().getOut());
        return BoxCheck.wrong(verdicts) == 0 ? Ensemble.DONE : Ensemble.CANNOT;
    }

    /** The gateway's own program does it, on its own jars, as on a box. */
    private int onHardware(Path config) throws Cannot {
        GatewayRuntime runtime = GatewayRuntime.built(
                Path.of(Optional.ofNullable(System.getenv("ENSEMBLE_ROOT")).orElse(".")));
        try {
            return new ProcessBuilder(
                            runtime.java().toString(),
                            "@" + runtime.options(),
                            "-cp",
                            runtime.classpath(),
                            "ensemble.gateway.Gateway",
                            "check",
                            "--hardware",
                            config.toString(),
                            report.toString())
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException absent) {
            throw new Cannot(Ensemble.CANNOT, "The gateway's program cannot be started: " + absent.getMessage());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new Cannot(Ensemble.CANNOT, "The check was stopped.");
        }
    }
}
