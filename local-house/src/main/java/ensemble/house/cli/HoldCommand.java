package ensemble.house.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "hold",
        description = "Asks the box to keep its speakers together while music plays, by marks under the music and its"
                + " microphone; kept through restarts, off until asked for.",
        mixinStandardHelpOptions = true)
final class HoldCommand implements Callable<Integer> {
    enum Wish {
        on,
        off,
        show
    }

    @Mixin
    private RunningHouse house = new RunningHouse();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "1", paramLabel = "on|off|show", description = "what is wanted; show = how it goes")
    private Wish wish = Wish.show;

    @Option(names = "--json", description = "print it as JSON")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        JsonNode now = wish == Wish.show
                ? house.get("/hold")
                : house.post("/hold", JsonNodeFactory.instance.objectNode().put("on", wish == Wish.on));
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(now);
            return Ensemble.DONE;
        }
        if (wish != Wish.show) {
            // What the box says by now is still of the time before.
            out.println(wish + ": the box has it, and `hold show` tells how it goes.");
            return Ensemble.DONE;
        }
        out.println((now.path("on").asBoolean() ? "on. " : "off. ")
                + now.path("sentence").asText());
        for (JsonNode one : now.path("speakers")) {
            out.printf(
                    "  %-20s %s%n",
                    one.path("speaker").asText(),
                    one.path("offsetUs").isNumber()
                            ? String.format(
                                    "%.0f microseconds later than the middle",
                                    one.path("offsetUs").asDouble())
                            : "not heard yet");
        }
        return Ensemble.DONE;
    }
}
