package ensemble.gateway.reconcile;

import ensemble.contract.id.OutputId;
import ensemble.contract.state.HouseConfig;
import ensemble.contract.state.RoutingWish;
import ensemble.contract.state.SpeakerConfig;
import ensemble.contract.state.SpeakerWish;
import ensemble.contract.value.DelayMicros;
import ensemble.contract.value.Gain;
import ensemble.contract.value.Role;
import ensemble.gateway.audio.Mix;
import ensemble.gateway.audio.OutputMix;
import ensemble.gateway.config.OutputSetting;
import ensemble.gateway.sync.Correction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** From what is wished to what the graph shall carry. Same inputs, same mix; no clock, no memory. */
final class Planner {
    private final SortedMap<OutputId, OutputSetting> outputs;

    private final Optional<OutputId> home;

    /** @param home the output that carries the program while nothing is to play */
    Planner(SortedMap<OutputId, OutputSetting> outputs, Optional<OutputId> home) {
        this.outputs = outputs;
        this.home = home;
    }

    /**
     * The whole mix: every output, silent or not, so that a role or a delay is in place before it is heard.
     *
     * @param guessed what is to be added to outputs that were not measured, beside what their owner wants
     */
    Mix mix(
            HouseConfig house,
            RoutingWish wish,
            Function<OutputId, Optional<Correction>> corrections,
            Map<OutputId, DelayMicros> guessed) {
        Map<OutputId, List<SpeakerWish>> wishes = new TreeMap<>();
        for (SpeakerConfig speaker : house.speakers()) {
            wishes.computeIfAbsent(speaker.output(), output -> new ArrayList<>())
                    .add(wish.of(speaker.id()));
        }
        Map<String, OutputMix> mix = new TreeMap<>();
        outputs.forEach((id, output) -> {
            boolean atHome = wish.playing().isEmpty() && home.filter(id::equals).isPresent();
            List<SpeakerWish> fed = wishes.getOrDefault(id, List.of()).stream()
                    .map(speaker -> atHome ? speaker.turned(true) : speaker)
                    .toList();
            if (output.isFed()) {
                OutputSetting placed = guessed(output, guessed.get(id));
                mix.put(output.node(), corrected(gain(fed), role(fed), placed, corrections.apply(id)));
            }
        });
        return new Mix(mix);
    }

    /** The sink that feeds a speaker, as the graph names it; empty for an output this box does not have or feed. */
    Optional<String> node(SpeakerConfig speaker) {
        return Optional.ofNullable(outputs.get(speaker.output()))
                .filter(OutputSetting::isFed)
                .map(OutputSetting::node);
    }

    /** A first guess comes on top of what the owner wants. */
    static OutputSetting guessed(OutputSetting output, @Nullable DelayMicros guess) {
        return guess == null
                ? output
                : output.delayed(
                        new DelayMicros(Math.min(guess.micros() + output.delay().micros(), DelayMicros.MOST)));
    }

    /** What was measured of an output replaces what its owner guessed. */
    private static OutputMix corrected(Gain gain, Role role, OutputSetting output, Optional<Correction> correction) {
        return correction
                .map(known -> new OutputMix(gain.plus(known.trimDb()), role, known.delay(), known.delayPpm()))
                .orElseGet(() -> new OutputMix(gain, role, output.delay()));
    }

    /** Speakers on one output play together or not at all, as loud as the loudest of them is wished. */
    private static Gain gain(List<SpeakerWish> fed) {
        return fed.stream()
                .filter(wish -> wish.on() && !wish.muted())
                .map(wish -> new Gain(wish.volume().gainDb()))
                .max(Comparator.comparingDouble(Gain::db))
                .orElse(Gain.SILENT);
    }

    /** An output that feeds several speakers carries the whole program; what each takes of it is theirs. */
    private static Role role(List<SpeakerWish> fed) {
        return fed.size() == 1 ? fed.getFirst().role() : Role.STEREO;
    }
}
