package ensemble.gateway;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.contract.id.OutputId;
import ensemble.contract.value.DelayMicros;
import ensemble.gateway.config.OutputSetting;
import ensemble.gateway.output.FirstDelays;
import ensemble.gateway.output.OutputView;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;

/** The outputs as the box's page shows them. Pure. */
final class OutputsPage {
    private OutputsPage() {}

    static ArrayNode of(
            SortedMap<OutputId, OutputSetting> settings, Map<OutputId, OutputView> views, FirstDelays first) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        settings.forEach((id, setting) -> {
            OutputView view = views.get(id);
            if (view != null) {
                all.add(one(id, setting, view, first));
            }
        });
        return all;
    }

    private static ObjectNode one(OutputId id, OutputSetting setting, OutputView view, FirstDelays first) {
        ObjectNode one = JsonNodeFactory.instance.objectNode();
        one.put("id", id.value())
                .put("kind", setting.kind().word())
                .put("speakers", setting.kind().speakers())
                .put("state", view.state().wire())
                .put("firstDelayMs", first.of(id).map(DelayMicros::millis).orElse(null));
        view.latency()
                .ifPresentOrElse(
                        latency -> one.putObject("latency")
                                .put("ms", latency.millis())
                                .put("doubtMs", latency.doubtMillis())
                                .put("source", latency.source().name().toLowerCase(Locale.ROOT)),
                        () -> one.putNull("latency"));
        one.put("sentence", view.remark().map(OutputView.Remark::toString).orElse(null));
        return one;
    }
}
