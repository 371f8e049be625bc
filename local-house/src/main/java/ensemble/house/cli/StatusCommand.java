package ensemble.house.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "status",
        description = "How a running house stands: its box, speakers and groups.",
        mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
    @Mixin
    private RunningHouse house = new RunningHouse();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--json", description = "print it as JSON")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        JsonNode status = house.get("/status");
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(status);
        } else {
            print(status, out);
        }
        return Ensemble.DONE;
    }

    private static void print(JsonNode status, PrintWriter out) {
        JsonNode hub = status.path("hub");
        out.println(hub.path("name").asText() + ": " + (hub.path("online").asBoolean() ? "online" : "offline")
                + ", sound by " + hub.path("graph").asText("nothing") + ", wish "
                + status.path("wish").asText()
                + ", answered " + status.path("answered").asText());
        out.println();
        for (JsonNode speaker : status.path("speakers")) {
            out.printf(
                    "  %-20s %-12s volume %s%n",
                    speaker.path("name").asText(),
                    speaker.path("connected").isNull()
                            ? "unknown"
                            : !speaker.path("connected").asBoolean()
                                    ? "away"
                                    : speaker.path("playing").asBoolean() ? "playing" : "silent",
                    speaker.path("volume").asText());
        }
        out.println();
        for (JsonNode group : status.path("groups")) {
            List<String> members = new ArrayList<>();
            group.path("speakers").forEach(id -> members.add(id.asText()));
            out.printf(
                    "  %-20s %-4s %s; sync %s%n",
                    group.path("name").asText(),
                    group.path("active").isNull() ? "?" : group.path("active").asBoolean() ? "on" : "off",
                    String.join(", ", members),
                    group.path("sync").path("status").asText());
        }
    }
}
