package ensemble.gateway;

import ensemble.gateway.audio.AudioGraph;
import ensemble.gateway.audio.GraphSnapshot;
import ensemble.gateway.audio.GraphState;
import ensemble.gateway.audio.Insert;
import ensemble.gateway.audio.Microphone;
import ensemble.gateway.audio.MicrophoneFault;
import ensemble.gateway.audio.SinkSnapshot;
import ensemble.gateway.config.OutputSetting;
import ensemble.gateway.output.Launcher;
import ensemble.gateway.output.Output;
import ensemble.gateway.output.OutputFacts;
import ensemble.gateway.output.OutputView;
import ensemble.gateway.output.contract.OutputBench;
import ensemble.gateway.time.Clocks;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An output of this very box, on its real audio server. One thread. */
final class HardwareBench implements OutputBench {
    private static final Logger LOG = LoggerFactory.getLogger(HardwareBench.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);
    private static final double LISTEN_SECONDS = 4;

    private final OutputSetting setting;
    private final Output output;
    private final AudioGraph graph;
    private final Optional<Microphone> microphone;
    private final Clocks clocks;
    private final CountingLauncher launcher;

    /** @param launcher what the output starts its programs with */
    HardwareBench(
            OutputSetting setting,
            Output output,
            AudioGraph graph,
            Optional<Microphone> microphone,
            Clocks clocks,
            CountingLauncher launcher) {
        this.setting = setting;
        this.output = output;
        this.graph = graph;
        this.microphone = microphone;
        this.clocks = clocks;
        this.launcher = launcher;
    }

    @Override
    public boolean isFed() {
        return setting.isFed();
    }

    @Override
    public OutputView look() {
        LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        GraphSnapshot facts = graph.snapshot();
        return output.look(new OutputFacts(
                facts.state() instanceof GraphState.Running,
                facts.sink(setting.node()),
                true,
                OptionalDouble.empty(),
                clocks.nanos()));
    }

    @Override
    public void tone(boolean on) {
        var unused = graph.insert(on ? ToneProbe.insert(setting.node()) : Insert.NONE);
    }

    @Override
    public boolean sounding() {
        return graph.snapshot()
                .sink(setting.node())
                .filter(SinkSnapshot::sounding)
                .isPresent();
    }

    @Override
    public boolean othersSounding() {
        return graph.snapshot().sinks().stream()
                .anyMatch(sink -> !sink.node().equals(setting.node()) && sink.sounding());
    }

    @Override
    public Optional<Heard> listen() {
        if (microphone.isEmpty()) {
            return Optional.empty();
        }
        try {
            Microphone.Hearing hearing = microphone.get().listen(() -> {}, ToneProbe.ROOM_SECONDS);
            float[] room = hearing.samples();
            Microphone.Hearing take = microphone.get().listen(() -> tone(true), LISTEN_SECONDS);
            return Optional.of(ToneProbe.heard(room, take.samples()));
        } catch (MicrophoneFault fault) {
            LOG.warn("{}", fault.getMessage());
            return Optional.empty();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            tone(false);
        }
    }

    /** Only a person could. */
    @Override
    public boolean present(boolean there) {
        return false;
    }

    @Override
    public int running() {
        return launcher.running();
    }

    @Override
    public void close() {
        output.close();
    }

    /** Starts programs through another launcher, and knows which of them still run. */
    static final class CountingLauncher implements Launcher {
        private final Launcher real;
        private final List<Launched> all = new ArrayList<>();

        CountingLauncher(Launcher real) {
            this.real = real;
        }

        @Override
        public Launched launch(List<String> command) throws IOException {
            Launched one = real.launch(command);
            all.add(one);
            return one;
        }

        int running() {
            return (int) all.stream().filter(one -> one.exit().isEmpty()).count();
        }
    }
}
