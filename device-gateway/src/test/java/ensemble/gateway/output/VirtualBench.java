package ensemble.gateway.output;

import ensemble.gateway.audio.SinkSnapshot;
import ensemble.gateway.output.contract.OutputBench;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;

/** An output in virtual time, whose sink is there whenever its world says so. */
public final class VirtualBench implements OutputBench {
    private final Output output;
    private final FakeLauncher launcher;
    private final World world;
    private boolean sounding;
    private boolean sound = true;
    private boolean wanted = true;
    private OptionalDouble told = OptionalDouble.empty();
    private long nanos;

    /** What is outside the box. */
    public interface World {
        /** Whether the audio server has the output's sink. */
        boolean sink();

        /** Takes the thing away, or brings it back; false if the world cannot. */
        boolean present(boolean there);

        /** Sound is sent to it, or no longer. */
        default void sounding(boolean now) {}

        default boolean fed() {
            return true;
        }

        /** A thing that is its sink. */
        static World ofSink() {
            return new World() {
                private boolean there = true;

                @Override
                public boolean sink() {
                    return there;
                }

                @Override
                public boolean present(boolean now) {
                    there = now;
                    return true;
                }
            };
        }

        /** A thing behind a sink that is there while a program runs. */
        static World behind(BooleanSupplier sink, java.util.function.Consumer<Boolean> present) {
            return new World() {
                @Override
                public boolean sink() {
                    return sink.getAsBoolean();
                }

                @Override
                public boolean present(boolean now) {
                    present.accept(now);
                    return true;
                }
            };
        }
    }

    public VirtualBench(Output output, FakeLauncher launcher, World world) {
        this.output = output;
        this.launcher = launcher;
        this.world = world;
    }

    public VirtualBench unwanted() {
        wanted = false;
        return this;
    }

    public VirtualBench wanted() {
        wanted = true;
        return this;
    }

    public VirtualBench told(double millis) {
        told = OptionalDouble.of(millis);
        return this;
    }

    public VirtualBench server(boolean there) {
        sound = there;
        return this;
    }

    /** Looks for so long. */
    public OutputView pass(double seconds) {
        OutputView view = look();
        for (int looks = 1; looks < seconds * 10; looks++) {
            view = look();
        }
        return view;
    }

    @Override
    public boolean isFed() {
        return world.fed();
    }

    @Override
    public OutputView look() {
        nanos += 100_000_000;
        boolean there = sound && world.sink();
        return output.look(new OutputFacts(
                sound, Optional.of(new SinkSnapshot("node", there, there, there && sounding)), wanted, told, nanos));
    }

    @Override
    public void tone(boolean on) {
        sounding = on;
        world.sounding(on);
    }

    @Override
    public boolean sounding() {
        return sounding && world.sink();
    }

    @Override
    public boolean othersSounding() {
        return false;
    }

    @Override
    public Optional<Heard> listen() {
        return Optional.empty();
    }

    @Override
    public boolean present(boolean there) {
        return world.present(there);
    }

    @Override
    public int running() {
        return launcher.running();
    }

    @Override
    public void close() {
        output.close();
    }
}
