package ensemble.gateway.output;

import ensemble.gateway.output.OutputView.State;
import java.util.List;
import java.util.Optional;

/** A speaker behind a program that must run for it. */
final class TemplateOutput implements Output {
    private final Servant helper;

    TemplateOutput(Launcher launcher) {
        helper = new Servant(launcher, List.of("speaker-helper", "--port", "1234"));
    }

    @Override
    public OutputView look(OutputFacts facts) {
        helper.look(facts.nowNanos());
        Optional<Latency> latency = Optional.of(new Latency(300, 200, Latency.Source.ASSUMED));
        if (!facts.sound()) {
            return OutputView.of(State.UNKNOWN, latency);
        }
        return helper.trouble()
                .map(why -> OutputView.of(State.AWAY, latency, why, "Install speaker-helper."))
                .orElseGet(() -> OutputView.of(facts.linked() ? State.THERE : State.STARTING, latency));
    }

    @Override
    public void close() {
        helper.close();
    }
}
