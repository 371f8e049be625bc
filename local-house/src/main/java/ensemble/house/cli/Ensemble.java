package ensemble.house.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code ./ensemble}: the names of everything that can be asked of it. Exit 0 done, 1 cannot (said why), 2 wrong use. */
@Command(
        name = "ensemble",
        description = "Ordinary Bluetooth speakers, playing together, grouped and switched by voice.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "`ensemble test [--all]` runs the tests.", "`ensemble COMMAND --help` says more."},
        mixinStandardHelpOptions = true,
        version = "ensemble 0.1.0",
        subcommands = {
            RunCommand.class,
            SayCommand.class,
            StatusCommand.class,
            CalibrateCommand.class,
            HoldCommand.class,
            HubCommand.class,
            RoomCommand.class,
            BenchCommand.class,
            CatalogueCommand.class,
            SyncCommand.class,
            CheckCommand.class,
            PackageCommand.class,
            DeployCommand.class,
            TestSummaryCommand.class,
            CommandLine.HelpCommand.class
        })
public final class Ensemble implements Runnable {
    static final int DONE = 0;
    static final int CANNOT = 1;
    static final int WRONG_USE = 2;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** Runs one command and ends the process with its exit status. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Ensemble())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    if (failure instanceof Cannot cannot) {
                        command.getErr().println("ensemble: " + cannot.getMessage());
                        return cannot.exitStatus();
                    }
                    throw failure;
                });
    }
}
