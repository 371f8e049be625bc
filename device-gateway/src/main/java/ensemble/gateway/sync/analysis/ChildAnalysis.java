package ensemble.gateway.sync.analysis;

import com.fasterxml.jackson.databind.ObjectMapper;
import ensemble.sync.probe.Probe;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The analysis in a process of its own, so that its memory (at most 256 MB) is gone when it is done. The take goes through
 * a pipe and is never on a disk.
 */
public final class ChildAnalysis implements Analysis {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final int BLOCK = 8192;

    @Override
    public Finding of(float[] take, Probe probe) throws AnalysisFault, InterruptedException {
        try {
            Process child = new ProcessBuilder(command())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try {
                return asked(child, take, probe);
            } finally {
                child.destroyForcibly();
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw new AnalysisFault("The recording could not be analysed: " + broken.getMessage());
        }
    }

    private static Finding asked(Process child, float[] take, Probe probe)
            throws IOException, InterruptedException, AnalysisFault {
        try (OutputStream out = child.getOutputStream()) {
            send(out, take, probe.speakers());
        }
        byte[] answer = child.getInputStream().readAllBytes();
        if (!child.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS) || child.exitValue() != 0) {
            throw new AnalysisFault("The recording could not be analysed: its process ended without an answer.");
        }
        return FindingJson.read(JSON.readTree(answer));
    }

    private static List<String> command() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx160m",
                "-Xshare:auto",
                "-XX:ReservedCodeCacheSize=16m",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                ChildAnalysis.class.getName());
    }

    private static void send(OutputStream out, float[] take, int speakers) throws IOException {
        DataOutputStream head = new DataOutputStream(out);
        head.writeInt(speakers);
        head.writeInt(take.length);
        head.flush();
        ByteBuffer bytes = ByteBuffer.allocate(BLOCK * Float.BYTES);
        for (int at = 0; at < take.length; at += BLOCK) {
            int count = Math.min(BLOCK, take.length - at);
            bytes.clear().asFloatBuffer().put(take, at, count);
            out.write(bytes.array(), 0, count * Float.BYTES);
        }
    }

    /** The process itself: a take on standard input, a finding on standard output. */
    public static void main(String[] arguments) throws IOException {
        DataInputStream in = new DataInputStream(System.in);
        int speakers = in.readInt();
        float[] take = new float[in.readInt()];
        byte[] block = new byte[BLOCK * Float.BYTES];
        for (int at = 0; at < take.length; at += BLOCK) {
            int count = Math.min(BLOCK, take.length - at);
            in.readFully(block, 0, count * Float.BYTES);
            ByteBuffer.wrap(block).asFloatBuffer().get(take, at, count);
        }
        System.out.println(FindingJson.of(Analyzer.analyze(take, Probes.of(speakers))));
        System.out.flush();
    }
}
