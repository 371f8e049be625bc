package ensemble.gateway;

import com.fasterxml.jackson.databind.node.ArrayNode;
import ensemble.contract.id.OutputId;
import ensemble.contract.state.SpeakerHealth;
import ensemble.contract.value.DelayMicros;
import ensemble.gateway.audio.GraphSnapshot;
import ensemble.gateway.audio.GraphState;
import ensemble.gateway.audio.SinkSnapshot;
import ensemble.gateway.config.OutputSetting;
import ensemble.gateway.output.FirstDelays;
import ensemble.gateway.output.Latency;
import ensemble.gateway.output.Output;
import ensemble.gateway.output.OutputFacts;
import ensemble.gateway.output.OutputView;
import ensemble.gateway.report.Wellbeing;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Connects the outputs with the rest of the box: what the graph shows and what is wished go in; health, presence and first
 * delays come out, and what is newly remarkable is logged. The loop's own thread.
 */
final class OutputRoom implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OutputRoom.class);

    private final SortedMap<OutputId, OutputSetting> settings;
    private final OutputMakers makers;
    private final SortedMap<OutputId, Output> outputs = new TreeMap<>();
    private final Consumer<ArrayNode> page;
    private final FirstDelays first = new FirstDelays();
    private SortedMap<OutputId, OutputView> views = new TreeMap<>();

    /**
     * @param page takes how the outputs stand, for people
     * @throws IOException if what a helper needs cannot be written
     */
    OutputRoom(SortedMap<OutputId, OutputSetting> settings, OutputMakers makers, Consumer<ArrayNode> page)
            throws IOException {
        this.settings = settings;
        this.makers = makers;
        this.page = page;
        for (Map.Entry<OutputId, OutputSetting> setting : settings.entrySet()) {
            outputs.put(setting.getKey(), makers.of(setting.getKey(), setting.getValue()));
        }
    }

    /**
     * Looks once.
     *
     * @param told what devices say of their latency, milliseconds
     * @param measured what measurements add to outputs, milliseconds
     */
    void look(
            GraphSnapshot graph,
            Set<OutputId> wanted,
            Map<OutputId, Double> told,
            Map<OutputId, Double> measured,
            long nowNanos) {
        SortedMap<OutputId, OutputView> now = new TreeMap<>();
        outputs.forEach((id, output) -> now.put(id, output.look(facts(graph, id, wanted, told, nowNanos))));
        now.forEach(this::log);
        views = now;
        Map<OutputId, Latency> guesses = new TreeMap<>();
        now.forEach((id, view) -> view.latency().ifPresent(latency -> guesses.put(id, latency)));
        first.look(guesses, measured, graph.sinks().stream().noneMatch(SinkSnapshot::sounding));
        page.accept(OutputsPage.of(settings, now, first));
    }

    private OutputFacts facts(
            GraphSnapshot graph, OutputId id, Set<OutputId> wanted, Map<OutputId, Double> told, long nowNanos) {
        Double says = told.get(id);
        return new OutputFacts(
                graph.state() instanceof GraphState.Running,
                Optional.ofNullable(settings.get(id)).flatMap(setting -> graph.sink(setting.node())),
                wanted.contains(id),
                says == null ? OptionalDouble.empty() : OptionalDouble.of(says),
                nowNanos);
    }

    private void log(OutputId id, OutputView view) {
        Optional<OutputView.Remark> before = Optional.ofNullable(views.get(id)).flatMap(OutputView::remark);
        if (view.remark().isPresent() && !view.remark().equals(before)) {
            LOG.info("Output {}: {}", id, view.remark().get());
        }
    }

    /** How each output stood at the last look. */
    SortedMap<OutputId, OutputView> views() {
        return views;
    }

    /** What links know, and what the outputs do; a link's own word comes first. */
    Wellbeing wellbeing(Wellbeing links) {
        Map<OutputId, SpeakerHealth> healths = new TreeMap<>(links.outputs());
        Map<OutputId, Boolean> there = new TreeMap<>(links.there());
        Map<OutputId, DelayMicros> delays = new TreeMap<>(links.delays());
        views.forEach((id, view) -> {
            OutputSetting setting = settings.get(id);
            if (setting != null) {
                ToldOutput.health(setting.kind(), view).ifPresent(health -> healths.putIfAbsent(id, health));
                ToldOutput.there(setting.kind(), view).ifPresent(known -> there.putIfAbsent(id, known));
            }
            first.of(id).ifPresent(delay -> delays.put(id, delay));
        });
        return new Wellbeing(links.echo(), healths, there, delays);
    }

    @Override
    public void close() {
        outputs.values().forEach(Output::close);
        makers.server().ifPresent(server -> server.close());
    }
}
