package ensemble.house.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "say",
        description = "Say a sentence to the simulated Alexa of a running house.",
        mixinStandardHelpOptions = true)
final class SayCommand implements Callable<Integer> {
    @Mixin
    private RunningHouse house = new RunningHouse();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "1", paramLabel = "SENTENCE", description = "such as \"turn on backyard speakers\"")
    private String sentence = "";

    @Option(names = "--json", description = "print what was understood and what came of it as JSON")
    private boolean json;

    @Option(names = "--locale", defaultValue = "en-US", description = "default: ${DEFAULT-VALUE}")
    private String locale = "";

    @Option(names = "--session", defaultValue = "terminal", description = "keeps a conversation together")
    private String session = "";

    @Override
    public Integer call() throws Exception {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("text", sentence)
                .put("locale", locale)
                .put("session", session);
        JsonNode said = house.post("/say", body);
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(said);
        } else {
            String speech = said.path("speech").asText();
            out.println(speech.isEmpty() ? said.path("outcome").asText() : speech);
        }
        return said.path("outcome").asText().equals("cannot") ? Ensemble.CANNOT : Ensemble.DONE;
    }
}
