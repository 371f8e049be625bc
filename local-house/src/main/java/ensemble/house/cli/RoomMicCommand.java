package ensemble.house.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "mic", description = "Changes the room's microphone.", mixinStandardHelpOptions = true)
final class RoomMicCommand implements Callable<Integer> {
    @Mixin
    private RunningHouse house = new RunningHouse();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--ppm", paramLabel = "X", description = "its clock against the room's; positive = fast")
    private @Nullable Double ppm;

    @Option(names = "--slip-ms", paramLabel = "X", description = "once, so much of what it hears comes twice")
    private @Nullable Double slip;

    @Option(names = "--block", description = "it hears nothing but its own noise")
    private boolean block;

    @Option(names = "--unblock", description = "it hears again")
    private boolean unblock;

    @Override
    public Integer call() throws Exception {
        ObjectNode body =
                JsonNodeFactory.instance.objectNode().put("block", block).put("unblock", unblock);
        if (ppm != null) {
            body.put("ppm", ppm);
        }
        if (slip != null) {
            body.put("slipMs", slip);
        }
        spec.commandLine().getOut().println(house.post("/room/mic", body));
        return Ensemble.DONE;
    }
}
