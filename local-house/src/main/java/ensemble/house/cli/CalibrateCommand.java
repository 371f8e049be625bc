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
        name = "calibrate",
        description =
                "Measures a group's speakers by the box's microphone and lines them up. Exit 3: refused to measure.",
        mixinStandardHelpOptions = true)
final class CalibrateCommand implements Callable<Integer> {
    private static final int REFUSED = 3;

    @Mixin
    private RunningHouse house = new RunningHouse();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "1", paramLabel = "GROUP", description = "its id or name; takes up to a minute")
    private String group = "";

    @Option(
            names = "--also",
            description =
                    "the microphone stands at one more place: the mean of all places since the last line-up counts")
    private boolean also;

    @Option(names = "--json", description = "print it as JSON")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        JsonNode result = house.post(
                "/calibrate",
                JsonNodeFactory.instance.objectNode().put("group", group).put("also", also));
        PrintWriter out = spec.commandLine().getOut();
        boolean measured = result.path("verdict").asText().equals("measured");
        if (json) {
            out.println(result);
        } else if (measured) {
            print(result, out);
        } else {
            out.println("Not measured. " + result.path("sentence").asText());
        }
        return measured ? Ensemble.DONE : REFUSED;
    }

    private static void print(JsonNode result, PrintWriter out) {
        for (JsonNode one : result.path("speakers")) {
            out.printf(
                    "  %-20s was %9.3f ms later than the first, +- %.3f ms%n",
                    one.path("speaker").asText(),
                    one.path("offsetUs").asDouble() / 1000,
                    one.path("uncertaintyUs").asDouble() / 1000);
        }
        for (JsonNode one : result.path("applied")) {
            out.printf(
                    "  %-20s is now held back %9.3f ms, %.1f dB%n",
                    one.path("speaker").asText(),
                    one.path("delayMs").asDouble(),
                    one.path("trimDb").asDouble());
        }
        JsonNode spread = result.path("checkedSpreadUs");
        int places = result.path("places").asInt(1);
        if (places > 1) {
            out.println("The mean of " + places + " places: at most " + Math.round(spread.asDouble())
                    + " microseconds apart at any of them.");
            return;
        }
        out.println(
                spread.isNumber()
                        ? "Checked by a second take: " + Math.round(spread.asDouble()) + " microseconds apart."
                        : "Not checked by a second take.");
    }
}
