package ensemble.gateway.report;

import ensemble.contract.id.OutputId;
import ensemble.contract.id.SpeakerId;
import ensemble.contract.state.EchoHealth;
import ensemble.contract.state.Fault;
import ensemble.contract.state.HealthReport;
import ensemble.contract.state.HouseConfig;
import ensemble.contract.state.Playback;
import ensemble.contract.state.RoutingReport;
import ensemble.contract.state.RoutingWish;
import ensemble.contract.state.SpeakerConfig;
import ensemble.contract.state.SpeakerHealth;
import ensemble.contract.state.SpeakerReport;
import ensemble.contract.state.SpeakerWish;
import ensemble.contract.state.Stamp;
import ensemble.contract.state.TicketEcho;
import ensemble.contract.value.DelayMicros;
import ensemble.contract.value.Gain;
import ensemble.gateway.audio.GraphSnapshot;
import ensemble.gateway.audio.GraphState;
import ensemble.gateway.config.OutputSetting;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Turns facts into reports. Pure: what the graph does not show is not told. */
public final class ReportComposer {
    private ReportComposer() {}

    /**
     * @param stamp the wish that is answered
     * @param patch what was commanded at the box since that wish
     * @param echoes what became of one-shot acts
     * @param audible whether the mix that belongs to the effective wish has reached the sinks
     * @param there the speakers that can be played on
     * @param outputOf finds a speaker's output
     */
    public static RoutingReport routing(
            Stamp stamp,
            HouseConfig house,
            RoutingWish effective,
            Optional<Fault> fault,
            OptionalLong lastExpired,
            SortedMap<SpeakerId, SpeakerWish> patch,
            SortedMap<Long, TicketEcho> echoes,
            GraphSnapshot graph,
            boolean audible,
            Set<SpeakerId> there,
            Function<SpeakerConfig, Optional<OutputSetting>> outputOf) {
        // Speakers on one output are heard together, whichever of them was wished.
        Set<OutputId> heard = house.speakers().stream()
                .filter(speaker -> effective.of(speaker.id()).on())
                .map(SpeakerConfig::output)
                .collect(Collectors.toSet());
        SortedMap<SpeakerId, SpeakerReport> speakers = new TreeMap<>();
        for (SpeakerConfig speaker : house.speakers()) {
            SpeakerWish wish = effective.of(speaker.id());
            Optional<OutputSetting> output = outputOf.apply(speaker);
            boolean connected = there.contains(speaker.id());
            speakers.put(
                    speaker.id(),
                    new SpeakerReport(
                            connected,
                            connected && audible && heard.contains(speaker.output()),
                            wish.volume(),
                            wish.muted(),
                            wish.role(),
                            new Gain(wish.volume().gainDb()),
                            output.map(OutputSetting::delay).orElse(DelayMicros.NONE)));
        }
        return new RoutingReport(stamp, speakers, fault, lastExpired, patch, playback(graph), echoes);
    }

    /** Told from the sound itself: a source that is wired in and silent has stopped. */
    private static Playback playback(GraphSnapshot graph) {
        return switch (graph.state()) {
            case GraphState.Down down -> Playback.UNKNOWN;
            case GraphState.Running running -> graph.programSounding() ? Playback.PLAYING : Playback.STOPPED;
        };
    }

    public static HealthReport health(
            String version,
            long pid,
            Instant since,
            GraphSnapshot graph,
            EchoHealth echo,
            SortedMap<SpeakerId, SpeakerHealth> speakers) {
        return switch (graph.state()) {
            case GraphState.Running(String server) ->
                new HealthReport(
                        version,
                        pid,
                        since,
                        Optional.of(server),
                        Optional.empty(),
                        OptionalLong.of(graph.xruns()),
                        OptionalDouble.of(graph.bufferMillis()),
                        echo,
                        speakers);
            case GraphState.Down(String reason) ->
                new HealthReport(
                        version,
                        pid,
                        since,
                        Optional.empty(),
                        Optional.of(reason),
                        OptionalLong.empty(),
                        OptionalDouble.empty(),
                        echo,
                        speakers);
        };
    }
}
