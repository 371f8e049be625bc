package ensemble.house.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "hub",
        description = "The gateway process of a running house: an orderly end, a start, a power cut.",
        mixinStandardHelpOptions = true)
final class HubCommand implements Callable<Integer> {
    enum Act {
        stop,
        start,
        kill
    }

    @Mixin
    private RunningHouse house = new RunningHouse();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "1", paramLabel = "stop|start|kill", description = "what to do to it")
    private Act act = Act.stop;

    @Override
    public Integer call() throws Exception {
        String said = house.post("/hub/" + act, JsonNodeFactory.instance.objectNode())
                .path("said")
                .asText();
        spec.commandLine().getOut().println(said);
        return Ensemble.DONE;
    }
}
