package ensemble.gateway.output;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Programs that run until a test ends them, but for those that are over at once. */
public final class FakeLauncher implements Launcher {
    /** Every command that was started. */
    public final List<List<String>> started = new ArrayList<>();

    private final List<Program> programs = new ArrayList<>();
    private final Set<String> missing = new HashSet<>();
    private final Set<String> brief = new HashSet<>();
    private final Consumer<List<String>> onStart;
    private int briefExit;

    /** @param onStart what the world does when a program starts */
    public FakeLauncher(Consumer<List<String>> onStart) {
        this.onStart = onStart;
    }

    public FakeLauncher() {
        this(command -> {});
    }

    /** From now on that program is over at once. */
    public FakeLauncher brief(String program, int exit) {
        brief.add(program);
        briefExit = exit;
        return this;
    }

    public void missing(String program, boolean is) {
        if (is) {
            missing.add(program);
        } else {
            missing.remove(program);
        }
    }

    /** Those that run end by themselves. */
    public void crash(String program, int exit, String words) {
        programs.stream()
                .filter(one -> one.exit == null && one.command.getFirst().equals(program))
                .forEach(one -> {
                    one.exit = exit;
                    one.words = words;
                });
    }

    public int running() {
        return (int) programs.stream().filter(one -> one.exit == null).count();
    }

    public boolean runs(String program) {
        return programs.stream()
                .anyMatch(one -> one.exit == null && one.command.getFirst().equals(program));
    }

    @Override
    public Launched launch(List<String> command) throws IOException {
        if (missing.contains(command.getFirst())) {
            throw new IOException("it is not installed");
        }
        started.add(command);
        Program program = new Program(command);
        programs.add(program);
        if (brief.contains(command.getFirst())) {
            program.exit = briefExit;
            program.words = briefExit == 0 ? "" : "No such port";
        }
        onStart.accept(command);
        return program;
    }

    private static final class Program implements Launched {
        private final List<String> command;
        private @Nullable Integer exit;
        private String words = "";

        Program(List<String> command) {
            this.command = command;
        }

        @Override
        public OptionalInt exit() {
            return exit == null ? OptionalInt.empty() : OptionalInt.of(exit);
        }

        @Override
        public String lastWords() {
            return words;
        }

        @Override
        public void end() {
            exit = 143;
        }

        @Override
        public void surelyEnd() {
            exit = 143;
        }
    }
}
