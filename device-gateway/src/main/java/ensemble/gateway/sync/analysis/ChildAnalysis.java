package ensemble.gateway.sync.analysis;

import ensemble.sync.probe.Probe;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;

/** The analysis of a take in a process of its own, so that its memory (at most 256 MB) is gone when it is done. */
public final class ChildAnalysis implements Analysis {
    private static final int MEGABYTES = 160;

    @Override
    public Finding of(float[] take, Probe probe) throws AnalysisFault, InterruptedException {
        return FindingJson.read(Child.ask(ChildAnalysis.class, MEGABYTES, out -> {
            out.writeInt(probe.speakers());
            Child.write(out, take);
        }));
    }

    /** The process itself: a take on standard input, a finding on standard output. */
    public static void main(String[] arguments) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(System.in));
        int speakers = in.readInt();
        System.out.println(FindingJson.of(Analyzer.analyze(Child.read(in), Probes.of(speakers))));
        System.out.flush();
    }
}
