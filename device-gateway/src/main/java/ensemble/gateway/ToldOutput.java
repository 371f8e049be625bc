package ensemble.gateway;

import ensemble.contract.state.SpeakerHealth;
import ensemble.contract.state.SpeakerTrouble;
import ensemble.gateway.output.OutputKind;
import ensemble.gateway.output.OutputView;
import java.util.Optional;
import java.util.OptionalInt;

/** An output's view in the words of the report. Pure. */
final class ToldOutput {
    private ToldOutput() {}

    /** What is the matter with it; empty where nothing is, or where the graph alone knows. */
    static Optional<SpeakerHealth> health(OutputKind kind, OutputView view) {
        if (kind instanceof OutputKind.Sink) {
            return Optional.empty();
        }
        return switch (view.state()) {
            case AWAY -> Optional.of(trouble(SpeakerTrouble.AWAY));
            case NO_AUDIO_TAKEN -> Optional.of(trouble(SpeakerTrouble.NO_SOUND_TAKEN));
            case THERE, STARTING, UNKNOWN -> Optional.empty();
        };
    }

    private static SpeakerHealth trouble(SpeakerTrouble trouble) {
        return new SpeakerHealth(trouble, OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());
    }

    /** Whether it can be played on, where that is another thing than its sink's being there. */
    static Optional<Boolean> there(OutputKind kind, OutputView view) {
        return switch (view.state()) {
            case AWAY, NO_AUDIO_TAKEN -> Optional.of(false);
            case THERE, STARTING, UNKNOWN -> kind instanceof OutputKind.EchoFed ? Optional.of(true) : Optional.empty();
        };
    }
}
