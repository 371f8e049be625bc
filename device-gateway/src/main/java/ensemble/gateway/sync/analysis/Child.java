package ensemble.gateway.sync.analysis;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A Java process that is asked one thing and ends: numbers go to its standard input, JSON comes from its standard output. What
 * was recorded goes through that pipe and is never on a disk.
 */
final class Child {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final int BLOCK = 8192;

    private Child() {}

    /** Writes the question. */
    interface Question {
        void writeTo(DataOutputStream out) throws IOException;
    }

    /**
     * Asks; the caller waits.
     *
     * @param program the class whose main method answers
     * @param megabytes of its heap at most
     * @throws AnalysisFault if no answer came
     */
    static JsonNode ask(Class<?> program, int megabytes, Question question) throws AnalysisFault, InterruptedException {
        try {
            Process child = new ProcessBuilder(command(program, megabytes))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try {
                return asked(child, question);
            } finally {
                child.destroyForcibly();
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw new AnalysisFault("The recording could not be analysed: " + broken.getMessage());
        }
    }

    private static JsonNode asked(Process child, Question question)
            throws IOException, InterruptedException, AnalysisFault {
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(child.getOutputStream()))) {
            question.writeTo(out);
        }
        byte[] answer = child.getInputStream().readAllBytes();
        if (!child.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS) || child.exitValue() != 0) {
            throw new AnalysisFault("The recording could not be analysed: its process ended without an answer.");
        }
        return JSON.readTree(answer);
    }

    private static List<String> command(Class<?> program, int megabytes) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx" + megabytes + "m",
                "-Xshare:auto",
                "-XX:ReservedCodeCacheSize=16m",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName());
    }

    /** The length and then every sample. */
    static void write(DataOutputStream out, float[] samples) throws IOException {
        out.writeInt(samples.length);
        ByteBuffer bytes = ByteBuffer.allocate(BLOCK * Float.BYTES);
        for (int at = 0; at < samples.length; at += BLOCK) {
            int count = Math.min(BLOCK, samples.length - at);
            bytes.clear().asFloatBuffer().put(samples, at, count);
            out.write(bytes.array(), 0, count * Float.BYTES);
        }
    }

    static float[] read(DataInputStream in) throws IOException {
        float[] samples = new float[in.readInt()];
        byte[] block = new byte[BLOCK * Float.BYTES];
        for (int at = 0; at < samples.length; at += BLOCK) {
            int count = Math.min(BLOCK, samples.length - at);
            in.readFully(block, 0, count * Float.BYTES);
            ByteBuffer.wrap(block).asFloatBuffer().get(samples, at, count);
        }
        return samples;
    }
}
