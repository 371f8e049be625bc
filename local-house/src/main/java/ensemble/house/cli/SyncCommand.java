package ensemble.house.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ensemble.sync.estimate.TakeFile;
import ensemble.sync.estimate.Verdict;
import ensemble.sync.probe.Probe;
import ensemble.sync.probe.ProbeFile;
import ensemble.sync.stereo.StereoCheck;
import ensemble.sync.stereo.StereoSignal;
import ensemble.sync.stereo.StereoVerdict;
import ensemble.wav.WavException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "sync",
        description = "Measures how far apart speakers are heard, from files; needs no running house.",
        mixinStandardHelpOptions = true,
        subcommands = {
            SyncCommand.WriteProbe.class,
            SyncCommand.Analyze.class,
            SyncCommand.TestFile.class,
            SyncCommand.Validate.class
        })
final class SyncCommand implements Runnable {
    /** Exit status of a take that was read, and refused. */
    static final int REFUSED = 3;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "say what: probe, analyze, testfile or validate");
    }

    /** Reads or writes a file; what stands against it is the input's fault. */
    private interface FileWork<T> {
        T run() throws IOException;
    }

    private static <T> T with(Path file, FileWork<T> work) throws Cannot {
        try {
            return work.run();
        } catch (WavException e) {
            throw new Cannot(Ensemble.WRONG_USE, String.valueOf(e.getMessage()));
        } catch (NoSuchFileException e) {
            throw new Cannot(Ensemble.WRONG_USE, "there is no " + e.getFile());
        } catch (IOException e) {
            throw new Cannot(Ensemble.WRONG_USE, "cannot use " + file + ": " + e.getMessage());
        }
    }

    private static Probe probe(int speakers) throws Cannot {
        if (speakers < Probe.MIN_SPEAKERS || speakers > Probe.MAX_SPEAKERS) {
            throw new Cannot(Ensemble.WRONG_USE, "--speakers is 2 to 16, not " + speakers);
        }
        return Probe.of(speakers);
    }

    @Command(
            name = "probe",
            description = "Writes the calibration signal, one channel for each speaker, 48 kHz.",
            mixinStandardHelpOptions = true)
    static final class WriteProbe implements Callable<Integer> {
        @Option(names = "--speakers", required = true, paramLabel = "N", description = "2 to 16")
        private int speakers;

        @Parameters(arity = "1", paramLabel = "OUT.wav", description = "written over")
        private Path out = Path.of("");

        @Override
        public Integer call() throws Cannot {
            Probe probe = probe(speakers);
            return with(out, () -> {
                ProbeFile.write(probe, out);
                return Ensemble.DONE;
            });
        }
    }

    @Command(
            name = "analyze",
            description = "Arrival offsets and levels from one take of the calibration signal. Exit 3: refused.",
            mixinStandardHelpOptions = true)
    static final class Analyze implements Callable<Integer> {
        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Option(names = "--speakers", required = true, paramLabel = "N", description = "2 to 16")
        private int speakers;

        @Option(names = "--json", description = "print it as JSON")
        private boolean json;

        @Parameters(arity = "1", paramLabel = "MIC.wav", description = "the whole signal, one recording")
        private Path take = Path.of("");

        @Override
        public Integer call() throws Cannot {
            Probe probe = probe(speakers);
            Verdict verdict = with(take, () -> TakeFile.measure(take, probe));
            ObjectNode tree = SyncJson.of(verdict, speakers);
            spec.commandLine().getOut().println(json ? tree : SyncText.of(verdict));
            return verdict instanceof Verdict.Measured ? Ensemble.DONE : REFUSED;
        }
    }

    @Command(
            name = "testfile",
            description = "Writes the stereo file by which any two speakers can be checked.",
            mixinStandardHelpOptions = true)
    static final class TestFile implements Callable<Integer> {
        @Option(names = "--tone", description = "then bursts of 1 kHz on both sides, for an oscilloscope")
        private boolean tone;

        @Parameters(arity = "1", paramLabel = "OUT.wav", description = "written over")
        private Path out = Path.of("");

        @Override
        public Integer call() throws Cannot {
            return with(out, () -> {
                ProbeFile.write(StereoSignal.channels(tone), out);
                return Ensemble.DONE;
            });
        }
    }

    @Command(
            name = "validate",
            description = "Checks two speakers from one take of the test file. Exit 3: refused.",
            mixinStandardHelpOptions = true)
    static final class Validate implements Callable<Integer> {
        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Option(names = "--json", description = "print it as JSON")
        private boolean json;

        @Parameters(arity = "1", paramLabel = "MIC.wav", description = "the whole file, one recording")
        private Path take = Path.of("");

        @Override
        public Integer call() throws Cannot {
            StereoVerdict verdict = with(take, () -> new StereoCheck().check(take));
            spec.commandLine().getOut().println(json ? SyncJson.of(verdict) : SyncText.of(verdict));
            return verdict instanceof StereoVerdict.Measured ? Ensemble.DONE : REFUSED;
        }
    }
}
