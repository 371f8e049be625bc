package ensemble.house.cli;

import ensemble.gateway.check.BoxCheck;
import ensemble.gateway.check.Verdict;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
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

    @Override
    public Integer call() {
        List<Verdict> verdicts = BoxCheck.run();
        BoxCheck.print(verdicts, spec.commandLine().getOut());
        return BoxCheck.wrong(verdicts) == 0 ? Ensemble.DONE : Ensemble.CANNOT;
    }
}
