package ensemble.gateway;

import ensemble.contract.id.OutputId;
import ensemble.gateway.config.OutputSetting;
import ensemble.gateway.output.CardIdentity;
import ensemble.gateway.output.OutputKind;
import ensemble.gateway.output.transmitter.Cards;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.UnaryOperator;

/** What sinks are called in the graph: their own names, but for cards that are known by their identity alone. Any thread. */
final class SinkNames implements UnaryOperator<String> {
    private final Map<String, CardIdentity> cards = new HashMap<>();
    private final Cards machine;

    SinkNames(SortedMap<OutputId, OutputSetting> outputs, Cards machine) {
        this.machine = machine;
        outputs.forEach((id, output) -> {
            if (output.kind() instanceof OutputKind.Transmitter transmitter
                    && output.node().equals("ensemble.card." + id)) {
                transmitter.card().ifPresent(card -> cards.put(output.node(), card));
            }
        });
    }

    @Override
    public String apply(String sink) {
        CardIdentity card = cards.get(sink);
        return card == null ? sink : machine.nodePattern(card).orElse(sink);
    }
}
